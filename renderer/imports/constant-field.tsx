/** A text that is taken when the field is left, on Enter, or when a suggestion is chosen: every change reads the file again. */
import { Autocomplete } from '@mantine/core';
import { useEffect, useState } from 'react';

type ConstantFieldProps = {
  label: string;
  /** Stands above the field; otherwise only read out. */
  isLabelled?: boolean;
  placeholder?: string;
  value: string;
  /** What is offered for what was typed so far. */
  suggest: (typed: string) => string[];
  onTake: (text: string) => void;
};

export function ConstantField({ label, isLabelled, placeholder, value, suggest, onTake }: ConstantFieldProps) {
  const [typed, setTyped] = useState(value);
  useEffect(() => setTyped(value), [value]);
  const take = (text: string) => {
    if (text.trim() !== value) onTake(text.trim());
  };
  return (
    <Autocomplete
      size="xs"
      label={isLabelled ? label : undefined}
      aria-label={isLabelled ? undefined : label}
      placeholder={placeholder}
      value={typed}
      data={suggest(typed === value ? '' : typed)}
      // The suggestions are those that fit already, under all their names.
      filter={({ options }) => options}
      maxLength={200}
      onChange={setTyped}
      onOptionSubmit={take}
      onBlur={() => take(typed)}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && !event.nativeEvent.isComposing) take(event.currentTarget.value);
      }}
    />
  );
}
