/** What a click on a chart opens: the values of one period with the facts they hang from, and a form for an event there. */
import { ActionIcon } from '@mantine/core';
import { useEffect, useRef } from 'react';
import type { Drawn } from '../../shared/charts/drawn.ts';
import { daysOfPeriod } from '../../shared/period-days.ts';
import { labelAt } from '../../shared/periods.ts';
import { openFact } from '../facts/open-fact.ts';
import { useLanguage, useTexts } from '../texts.ts';
import { Icon } from '../ui/icon.tsx';
import classes from './charts.module.css';
import { chartsTexts } from './charts-texts.ts';
import { EventForm } from './event-list.tsx';
import { type PointValue, valuesAt } from './point-values.ts';

type PointCardProps = {
  drawn: Drawn;
  at: number;
  /** Where in the chart it was clicked. */
  x: number;
  vendorOf: (seriesId: string) => string;
  sourceOf: (value: PointValue) => string;
  onClose: () => void;
  onEventAdded: () => void;
};

const WIDTH = 340;
const CALENDAR = 12;

export function PointCard({ drawn, at, x, vendorOf, sourceOf, onClose, onEventAdded }: PointCardProps) {
  const t = useTexts(chartsTexts);
  const language = useLanguage();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus({ preventScroll: true }), []);
  const values = valuesAt(drawn, at, language, vendorOf).toSorted(byValue);
  const day = labelAt('day', daysOfPeriod(drawn.grain, drawn.ordinals[at], CALENDAR).first);
  return (
    <div
      ref={box}
      role="dialog"
      tabIndex={-1}
      aria-label={drawn.periods[at]}
      className={classes.card}
      style={x > WIDTH + 40 ? { left: x - WIDTH, top: 8 } : { left: x + 24, top: 8 }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose();
      }}
    >
      <div className={classes.cardHead}>
        {drawn.periods[at]}
        <ActionIcon size={24} aria-label={t('close')} onClick={onClose}>
          <Icon name="close" size={12} />
        </ActionIcon>
      </div>
      <div className={classes.cardRows}>
        {values.map((value) => (
          <div key={value.key} className={classes.cardRow}>
            <span className={classes.entryName}>{[value.name, value.period].filter(Boolean).join(' ')}</span>
            <span className={classes.cardValue}>{value.text}</span>
            <SourceOf value={value} text={sourceOf(value)} />
          </div>
        ))}
      </div>
      <div className={classes.cardForm}>
        <EventForm date={day} onAdded={onEventAdded} />
      </div>
    </div>
  );
}

function byValue(one: PointValue, other: PointValue): number {
  return (other.value ?? Number.NEGATIVE_INFINITY) - (one.value ?? Number.NEGATIVE_INFINITY);
}

function SourceOf({ value, text }: { value: PointValue; text: string }) {
  const { factId } = value;
  if (factId === null) return <span className={classes.cardSource}>{text}</span>;
  return (
    <button type="button" className={classes.cardSource} title={text} onClick={() => openFact(factId)}>
      {text}
    </button>
  );
}
