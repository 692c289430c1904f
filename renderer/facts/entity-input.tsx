/** The field for a subject or a metric: completes over all names in both languages, and takes a new name as well. */
import { Autocomplete } from '@mantine/core';
import type { EntityChoices, FactPart } from './entity-choice.ts';

type EntityInputProps = {
  label: string;
  part: FactPart;
  value: string;
  choices: EntityChoices;
  hint?: string;
  error?: string;
  isFirst?: boolean;
  onChange: (typed: string) => void;
};

const SHOWN_AT_MOST = 30;

export function EntityInput({ label, part, value, choices, hint, error, isFirst = false, onChange }: EntityInputProps) {
  return (
    <Autocomplete
      label={label}
      size="xs"
      value={value}
      data={choices.find(value, SHOWN_AT_MOST, part)}
      // `find` has looked under all names already, the option shows one.
      filter={({ options }) => options}
      description={hint}
      error={error}
      maxLength={200}
      autoFocus={isFirst}
      onChange={onChange}
    />
  );
}
