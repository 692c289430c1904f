/** A field for a period of the axis; what is none is said below it and not taken. */
import { TextInput } from '@mantine/core';
import { useEffect, useState } from 'react';
import { type Grain, isPeriodLabel, labelAt } from '../../shared/periods.ts';
import { useTexts } from '../texts.ts';
import { chartsTexts } from './charts-texts.ts';

type PeriodInputProps = {
  label: string;
  grain: Grain;
  value: string;
  /** Stands above the field; otherwise only read out. */
  isLabelled?: boolean;
  onChange: (period: string) => void;
};

/** Ordinals of each grain near July 2024, to show how they are written. */
const EXAMPLES: Record<Grain, number> = {
  day: 19_923,
  week: 2846,
  month: 24_294,
  quarter: 8098,
  'fiscal-quarter': 98,
  year: 2024,
};

export function PeriodInput({ label, grain, value, isLabelled = false, onChange }: PeriodInputProps) {
  const t = useTexts(chartsTexts);
  const [typed, setTyped] = useState(value);
  useEffect(() => setTyped(value), [value]);
  const text = typed.trim();
  const isGood = text === '' || isPeriodLabel(grain, text);
  const example = labelAt(grain, EXAMPLES[grain]);
  const commit = () => {
    if (isGood && text !== value) onChange(text);
  };
  return (
    <TextInput
      w={isLabelled ? undefined : 124}
      label={isLabelled ? label : undefined}
      aria-label={isLabelled ? undefined : label}
      placeholder={`${label} ${example}`}
      error={isGood ? undefined : t('badPeriod', { example })}
      value={typed}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onBlur={commit}
      onKeyDown={(event) => {
        if (event.key === 'Enter') commit();
      }}
    />
  );
}
