/** Events on the time axis of charts: facts that tell of one on a day or in a month, and the user's own. */
import { inBoth, textOf } from '../../shared/both-languages.ts';
import type { OwnEvent } from '../../shared/calendar.ts';
import { AppError } from '../../shared/errors.ts';
import { firstDay } from '../../shared/fact-dates.ts';
import { type FactView, figureOf } from '../../shared/facts.ts';
import { type Message, message } from '../../shared/messages.ts';
import { isPeriodLabel } from '../../shared/periods.ts';
import { type ChartEvent, PLAIN_EVENT } from '../../shared/series.ts';
import { settingInBoth } from '../../shared/setting-words.ts';
import type { Handlers } from '../dispatch.ts';
import { rankFacts } from '../engine/fact-standing.ts';
import { findEntity } from '../store/entities.ts';
import { dropEvent, listOwnEvents, putEvent } from '../store/events.ts';
import { findStoredFact } from '../store/fact-rows.ts';
import { factsOfMetrics } from '../store/prices.ts';
import type { Db } from '../store/sqlite.ts';
import { isBlank } from './check-fact.ts';
import type { Context } from './context.ts';
import { getEntity } from './entities.ts';

/** Facts of these metrics are events; the figure of some is the date itself. */
const DATED_BY_TEXT = ['release-date', 'deadline'];
const METRICS = [...DATED_BY_TEXT, 'event', 'price-change'];

/** A day or a month: a year or a quarter is no point on a time axis. */
const POINT = /^\d{4}-\d{2}(-\d{2})?$/;

export function eventHandlers({ store, emit }: Context): Pick<Handlers, 'listEvents' | 'putEvent' | 'deleteEvent'> {
  const { db } = store;
  return {
    listEvents: ({ from, to, subjectIds }) => {
      const wanted = subjectIds === undefined ? undefined : new Set(subjectIds);
      return listEvents(db)
        .filter(({ date }) => (from === '' || date >= firstDay(from)) && (to === '' || date.slice(0, to.length) <= to))
        .filter(({ subjectId }) => wanted === undefined || wanted.has(subjectId));
    },
    putEvent: ({ event }) => {
      checkOwnEvent(db, event);
      putEvent(db, event);
      emit({ event: 'chartsEdited' }, null);
      return { ...event, origin: 'own', factId: null };
    },
    deleteEvent: ({ eventId }) => {
      checkOwn(db, eventId);
      if (!dropEvent(db, eventId)) throw new AppError('not-found', message('series.eventNotFound'));
      emit({ event: 'chartsEdited' }, null);
      return {};
    },
  };
}

/** Of facts and the user's own, in order of time. */
export function listEvents(db: Db): ChartEvent[] {
  const events = [...eventsOfFacts(db), ...listOwnEvents(db)];
  return events.toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
}

/** Throws where it is none of the user's own, or is not on a day, without a title, or ends before it begins. */
export function checkOwnEvent(db: Db, { id, date, endDate, time, endTime, title, subjectId }: OwnEvent): void {
  for (const day of [date, endDate || date]) {
    if (!isPeriodLabel('day', day)) throw new AppError('invalid-value', message('series.noDay', { date: day }));
  }
  if (isBlank(title)) throw new AppError('invalid-value', message('series.eventUntitled'));
  if (time === '' && endTime !== '') throw new AppError('invalid-value', message('calendar.endWithoutTime'));
  const [begins, ends] = [date + time, (endDate || date) + (endTime || time)];
  if (ends < begins) throw new AppError('invalid-value', message('calendar.endsBefore'));
  if (subjectId !== '') getEntity(db, subjectId);
  checkOwn(db, id);
}

/** Events of facts bear the facts' ids. */
function checkOwn(db: Db, eventId: string): void {
  if (findStoredFact(db, eventId) !== undefined) {
    throw new AppError('invalid-value', message('series.eventOfFact'));
  }
}

/** Of several facts that say when something was released, one; of those that tell the same, the first. */
export function eventsOfFacts(db: Db): ChartEvent[] {
  const facts = factsOfMetrics(db, METRICS).filter(({ conflict }) => conflict !== 'passed-over');
  const { true: dated = [], false: others = [] } = Object.groupBy(facts, ({ metricId }) =>
    DATED_BY_TEXT.includes(metricId) ? 'true' : 'false',
  );
  const alike = Map.groupBy(dated, ({ subjectId, metricId, setting }) => `${subjectId} ${metricId} ${setting}`);
  const used = [...alike.values()].flatMap((group) =>
    rankFacts(group)
      .slice(0, 1)
      .map(({ fact }) => fact),
  );
  const events = new Map<string, ChartEvent>();
  for (const fact of [...used, ...others]) {
    const event = eventOf(db, fact);
    if (event === null) continue;
    const key = `${event.subjectId} ${event.date} ${event.title.zh}`;
    if (!events.has(key)) events.set(key, event);
  }
  return [...events.values()];
}

function eventOf(db: Db, fact: FactView): ChartEvent | null {
  const date = DATED_BY_TEXT.includes(fact.metricId) ? figureOf(fact).text : fact.date;
  const subject = findEntity(db, fact.subjectId);
  if (!POINT.test(date) || subject === undefined) return null;
  const said = titleOf(fact, inBoth('name', subject.name));
  const title = date.length > 7 ? said : message('series.eventOfMonth', { ...inBoth('title', said), month: date });
  const { id, subjectId } = fact;
  return { ...PLAIN_EVENT, id, origin: fact.origin, date: firstDay(date), title: textOf(title), subjectId, factId: id };
}

function titleOf(fact: FactView, name: Message['params']): Message {
  const { value, text } = figureOf(fact);
  switch (fact.metricId) {
    case 'release-date':
      if (fact.setting !== '')
        return message('series.eventReleaseUnder', { ...name, ...inBoth('setting', settingInBoth(fact.setting)) });
      return message('series.eventRelease', name);
    case 'deadline':
      return message('series.eventDeadline', {
        ...name,
        ...inBoth('text', settingInBoth(fact.setting || fact.printed)),
      });
    case 'price-change':
      return message('series.eventPrice', { ...name, change: value === null ? text : changeText(value, fact) });
    default:
      return message('series.eventText', { ...name, text: text || fact.printed });
  }
}

/** `−97%`, `<−60%`. */
function changeText(value: number, { qualifier, unit }: FactView): string {
  const sign = value < 0 ? '−' : '+';
  return `${qualifier === '=' || qualifier === 'peak' ? '' : qualifier}${sign}${Math.abs(value)}${unit}`;
}
