/** A month as a grid of weeks; one day has the focus, and the arrows move it. */
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import type { CalendarEvent } from '../../../shared/calendar.ts';
import { labelAt, ordinalOf } from '../../../shared/periods.ts';
import { calendarTexts } from '../../calendar/calendar-texts.ts';
import { EventLine, openerOf } from '../../calendar/event-line.tsx';
import { useLocalText, useTexts } from '../../texts.ts';
import classes from './calendar-screen.module.css';

type MonthViewProps = {
  month: string;
  today: string;
  events: readonly CalendarEvent[];
  onAdd: (day: string) => void;
  onTurn: (by: number) => void;
};

const SHOWN_IN_DAY = 3;
const MOVES: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };

export function MonthView({ month, today, events, onAdd, onTurn }: MonthViewProps) {
  const t = useTexts(calendarTexts);
  const [day, setDay] = useState(today.startsWith(month) ? today : `${month}-01`);
  const grid = useRef<HTMLTableElement>(null);
  const isByKey = useRef(false);
  const weeks = useMemo(() => weeksOf(month), [month]);
  const byDay = useMemo(() => eventsByDay(events, weeks), [events, weeks]);
  const shownDay = day.startsWith(month) ? day : `${month}-01`;
  useEffect(() => {
    if (isByKey.current) grid.current?.querySelector<HTMLElement>(`[data-day="${shownDay}"]`)?.focus();
    isByKey.current = false;
  }, [shownDay]);
  const onKeyDown = (event: KeyboardEvent) => {
    const by = MOVES[event.key];
    const turn = event.key === 'PageUp' ? -1 : event.key === 'PageDown' ? 1 : 0;
    if (by !== undefined) {
      const next = labelAt('day', ordinalOf('day', shownDay) + by);
      isByKey.current = true;
      setDay(next);
      if (!next.startsWith(month)) onTurn(next < month ? -1 : 1);
    } else if (turn !== 0) {
      isByKey.current = true;
      onTurn(turn);
    } else if (event.key === 'Enter' && event.target instanceof HTMLTableCellElement) onAdd(shownDay);
    else return;
    event.preventDefault();
  };
  const ofDay = byDay.get(shownDay) ?? [];
  return (
    <>
      <table className={classes.grid} role="grid" aria-label={month} ref={grid} onKeyDown={onKeyDown}>
        <thead>
          <tr>
            {t('weekdays')
              .split(',')
              .map((name) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
          </tr>
        </thead>
        <tbody>
          {weeks.map((week) => (
            <tr key={week[0]}>
              {week.map((each) => (
                <Day
                  key={each}
                  day={each}
                  isOutside={!each.startsWith(month)}
                  isToday={each === today}
                  isSelected={each === shownDay}
                  events={byDay.get(each) ?? []}
                  onSelect={() => setDay(each)}
                  onAdd={() => onAdd(each)}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <section className={classes.ofDay} aria-label={shownDay}>
        <h2 className={classes.dayTitle}>{shownDay}</h2>
        {ofDay.length === 0 ? (
          <p className={classes.hint}>{t('empty')}</p>
        ) : (
          <ul>
            {ofDay.map((event) => (
              <EventLine key={event.id} event={event} withSecurity />
            ))}
          </ul>
        )}
      </section>
    </>
  );
}

type DayProps = {
  day: string;
  isOutside: boolean;
  isToday: boolean;
  isSelected: boolean;
  events: readonly CalendarEvent[];
  onSelect: () => void;
  onAdd: () => void;
};

function Day({ day, isOutside, isToday, isSelected, events, onSelect, onAdd }: DayProps) {
  const t = useTexts(calendarTexts);
  const local = useLocalText();
  const left = events.length - SHOWN_IN_DAY;
  return (
    <td
      className={classes.day}
      role="gridcell"
      aria-label={day}
      data-day={day}
      data-outside={isOutside || undefined}
      data-today={isToday || undefined}
      aria-selected={isSelected}
      tabIndex={isSelected ? 0 : -1}
      onFocus={onSelect}
      onClick={onSelect}
      onDoubleClick={onAdd}
    >
      <time className={classes.number} dateTime={day}>
        {Number(day.slice(8))}
      </time>
      {events.slice(0, SHOWN_IN_DAY).map((event) => (
        <button
          key={event.id}
          type="button"
          tabIndex={-1}
          className={classes.event}
          data-kind={event.kind}
          title={[event.time, local(event.title)].filter(Boolean).join(' ')}
          onClick={openerOf(event) ?? undefined}
        >
          {local(event.title)}
        </button>
      ))}
      {left > 0 && <span className={classes.left}>{t('more', { count: left })}</span>}
    </td>
  );
}

/** Weeks from Monday that have days of the month. */
function weeksOf(month: string): string[][] {
  const first = ordinalOf('day', `${month}-01`);
  const last = ordinalOf('day', `${labelAt('month', ordinalOf('month', month) + 1)}-01`) - 1;
  // 1970-01-01 was a Thursday.
  const begin = first - ((first + 3) % 7);
  const weeks: string[][] = [];
  for (let monday = begin; monday <= last; monday += 7) {
    weeks.push(Array.from({ length: 7 }, (_, at) => labelAt('day', monday + at)));
  }
  return weeks;
}

/** One of several days stands on each. */
function eventsByDay(events: readonly CalendarEvent[], weeks: readonly string[][]): Map<string, CalendarEvent[]> {
  const days = weeks.flat();
  const byDay = new Map<string, CalendarEvent[]>(days.map((day) => [day, []]));
  for (const event of events) {
    if (event.endDate === '') byDay.get(event.date)?.push(event);
    else for (const day of days) if (day >= event.date && day <= event.endDate) byDay.get(day)?.push(event);
  }
  return byDay;
}
