/** The field for a security: completes over all names and codes in both languages. What is no security stays with the caller. */
import { Autocomplete } from '@mantine/core';
import { type KeyboardEvent, useMemo, useState } from 'react';
import { inLanguage } from '../../shared/language.ts';
import type { SecurityView } from '../../shared/securities.ts';
import { useLanguage } from '../texts.ts';
import { findSecurities } from './find-securities.ts';
import { loadSecurities, useSecurities } from './securities-store.ts';

type SecurityPickerProps = {
  label: string;
  placeholder?: string;
  /** Labels of the field itself are for its readers; false leaves the label to them alone. */
  isLabelled?: boolean;
  error?: string;
  className?: string;
  /** Chosen from the list, or typed so that it is one for certain. */
  onPick: (security: SecurityView) => void;
  /** Enter on what is no security for certain. */
  onText?: (text: string) => void;
};

const SHOWN_AT_MOST = 20;

export function SecurityPicker(props: SecurityPickerProps) {
  const { label, placeholder, isLabelled = false, error, className, onPick, onText } = props;
  const language = useLanguage();
  const { securities, status } = useSecurities();
  const [typed, setTyped] = useState('');
  const found = useMemo(() => findSecurities(securities.values(), typed, SHOWN_AT_MOST), [securities, typed]);
  const data = found.map((security) => ({ value: security.id, label: labelOf(security, language) }));
  const pick = (security: SecurityView) => {
    setTyped('');
    onPick(security);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    // The option that the arrows lead to is taken by the field itself.
    const isOnOption = event.currentTarget.getAttribute('aria-activedescendant');
    if (event.key !== 'Enter' || event.nativeEvent.isComposing || isOnOption) return;
    event.preventDefault();
    const text = typed.trim();
    if (text === '') return;
    const exact = found.find(({ id, code, name }) => [id, code, name.zh, name.en].some((each) => same(each, text)));
    if (exact) pick(exact);
    else if (onText) {
      setTyped('');
      onText(text);
    } else if (found.length === 1) pick(found[0]);
  };
  return (
    <Autocomplete
      className={className}
      size="xs"
      label={isLabelled ? label : undefined}
      aria-label={label}
      placeholder={placeholder}
      value={typed}
      data={data}
      // `findSecurities` has looked under all names already, the option shows one.
      filter={({ options }) => options}
      error={error}
      maxLength={200}
      onFocus={() => {
        if (status === 'unread') void loadSecurities();
      }}
      onChange={setTyped}
      onOptionSubmit={(id) => {
        const security = securities.get(id);
        if (security) pick(security);
      }}
      onKeyDown={onKeyDown}
    />
  );
}

function labelOf({ id, code, name }: SecurityView, language: 'zh' | 'en'): string {
  return code === '' ? inLanguage(name, language) : `${inLanguage(name, language)}  ${id}`;
}

function same(name: string, typed: string): boolean {
  return name !== '' && name.toLowerCase() === typed.toLowerCase();
}
