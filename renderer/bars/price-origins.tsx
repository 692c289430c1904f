/** The files that the bars are from, the one of the last bar first. */
import { useMemo } from 'react';
import { labelAt } from '../../shared/periods.ts';
import type { Bars } from '../../shared/price-bars.ts';
import { useTexts } from '../texts.ts';
import { RelativeTime } from '../ui/relative-time.tsx';
import { useAnswer } from '../use-answer.ts';
import classes from './bars.module.css';
import { barsTexts } from './bars-texts.ts';
import { followBars } from './follow-bars.ts';

const NOTHING = {};
const SHOWN = 3;

export function PriceOrigins({ bars }: { bars: Bars }) {
  const t = useTexts(barsTexts);
  const { answer: imports } = useAnswer('listBarImports', NOTHING, followBars);
  const spans = useMemo(() => spansOf(bars), [bars]);
  if (imports === undefined) return null;
  const files = spans.flatMap((span) => {
    const made = imports.find(({ id }) => id === span.importId);
    return made === undefined ? [] : { ...span, made };
  });
  return (
    <ul className={classes.origins} aria-label={t('from')}>
      {files.slice(0, SHOWN).map(({ importId, first, last, made }) => (
        <li key={importId}>
          {t('from')} {t('fromFile', { file: made.fileName, first, last })} · <RelativeTime iso={made.at} />
        </li>
      ))}
      {files.length > SHOWN && <li>{t('andFiles', { count: files.length - SHOWN })}</li>}
    </ul>
  );
}

/** Each import with the first and last day that it said last, the latest first. */
function spansOf({ days, origins }: Bars): { importId: number; first: string; last: string }[] {
  const spans = new Map<number, { first: number; last: number }>();
  for (const [index, { at, importId }] of origins.entries()) {
    const end = (origins[index + 1]?.at ?? days.length) - 1;
    const known = spans.get(importId);
    spans.set(importId, { first: known?.first ?? days[at], last: days[end] });
  }
  return [...spans]
    .map(([importId, { first, last }]) => ({ importId, first: labelAt('day', first), last: labelAt('day', last) }))
    .toSorted((a, b) => (a.last < b.last ? 1 : -1));
}
