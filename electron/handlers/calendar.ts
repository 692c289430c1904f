/** The calendar: what is in it from everywhere, the user's own events, and .ics files in and out. */
import { isDeepStrictEqual } from 'node:util';
import { inBoth, textOf } from '../../shared/both-languages.ts';
import type { CalendarEvent, CalendarKind, EventsImport, OwnEvent } from '../../shared/calendar.ts';
import { calendarKindSchema, isPrivate } from '../../shared/calendar.ts';
import { AppError } from '../../shared/errors.ts';
import { type LocalText, sameInBoth } from '../../shared/language.ts';
import { localDay } from '../../shared/local-day.ts';
import { type Message, message } from '../../shared/messages.ts';
import { horizonCounter } from '../../shared/rating-state.ts';
import type { OwnRating, Rating } from '../../shared/ratings.ts';
import { type ChartEvent, PLAIN_EVENT } from '../../shared/series.ts';
import { readEvents } from '../calendar/read-events.ts';
import { writeEvents } from '../calendar/write-events.ts';
import type { Handlers } from '../dispatch.ts';
import { decodeText } from '../imports/decode-text.ts';
import { findEntity } from '../store/entities.ts';
import { dropEvent, findOwnEvent, listOwnEvents, putEvent } from '../store/events.ts';
import { findStoredFact } from '../store/fact-rows.ts';
import { listRatings, listScales } from '../store/ratings.ts';
import { findSecurity, securityNames } from '../store/securities.ts';
import { type Db, inTransaction } from '../store/sqlite.ts';
import type { Context } from './context.ts';
import { checkOwnEvent, eventsOfFacts } from './events.ts';
import { ownRatings } from './own-ratings.ts';

type CalendarMethod = 'listCalendar' | 'editEvents' | 'importEvents' | 'exportEvents';

type Wanted = { from: string; to: string; subjectIds?: string[]; securityId?: string; kinds?: CalendarKind[] };

const LARGEST_FILE_MB = 10;

export function calendarHandlers(context: Context): Pick<Handlers, CalendarMethod> {
  const { store, vault, emit, now } = context;
  const { db } = store;
  return {
    listCalendar: (wanted) => calendarOf(context, wanted),
    editEvents: ({ put, drop }) => {
      inTransaction(db, () => {
        for (const event of put) {
          checkOwnEvent(db, event);
          putEvent(db, event);
        }
        for (const eventId of drop) dropEvent(db, eventId);
      });
      emit({ event: 'chartsEdited' }, null);
      return {};
    },
    importEvents: ({ base64, mode }) => {
      const found = findImport(context, Buffer.from(base64, 'base64'));
      if (mode === 'dry-run') return found;
      const put = [...found.added, ...found.changed.map(({ event }) => event)];
      inTransaction(db, () => {
        for (const event of put) putEvent(db, event);
      });
      if (put.length > 0) emit({ event: 'chartsEdited' }, null);
      return found;
    },
    exportEvents: ({ language, withPrivate, ...wanted }) => {
      // Asked for while it is locked, they must not be left out without a word.
      if (withPrivate) vault.list('thesis');
      const events = calendarOf(context, wanted).filter((event) => withPrivate || !isPrivate(event));
      return { text: writeEvents(events, language, now()), count: events.length };
    },
  };
}

function calendarOf(context: Context, { from, to, subjectIds, securityId, kinds }: Wanted): CalendarEvent[] {
  const { db } = context.store;
  const security = securityId === undefined ? undefined : findSecurity(db, securityId);
  const subjects = subjectIds === undefined ? undefined : new Set(subjectIds);
  const isWanted = (event: CalendarEvent) => {
    const isOfSecurity =
      securityId === undefined ||
      event.securityId === securityId ||
      (event.subjectId !== '' && event.subjectId === security?.entityId);
    const isOfSubject = subjects === undefined || subjects.has(event.subjectId);
    const isInSpan = (from === '' || (event.endDate || event.date) >= from) && (to === '' || event.date <= to);
    return isInSpan && isOfSecurity && isOfSubject;
  };
  const read: Record<CalendarKind, () => CalendarEvent[]> = {
    fact: () => eventsOfFacts(db).map((event) => ({ ...event, kind: 'fact', recordId: '' })),
    own: () => listOwnEvents(db).map((event) => ({ ...event, kind: 'own', recordId: '' })),
    rating: () => ratingEnds(db, securityId),
    thesis: () => (context.vault.isOpen ? thesesDue(context) : []),
    'own-rating': () => (context.vault.isOpen ? ownRatingEnds(context) : []),
  };
  return calendarKindSchema.options
    .filter((kind) => kinds === undefined || kinds.includes(kind))
    .flatMap((kind) => read[kind]().filter(isWanted))
    .toSorted((a, b) => compare(a.date + a.time, b.date + b.time) || compare(a.id, b.id));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Of one security, or of all. */
function ratingEnds(db: Db, securityId: string | undefined): CalendarEvent[] {
  const ratings = listRatings(db, securityId);
  const brokers = new Map(
    [...new Set(ratings.map(({ brokerId }) => brokerId))].map((id) => [id, findEntity(db, id)?.name ?? sameInBoth(id)]),
  );
  return lapses(db, 'rating', ratings, ({ brokerId }, name, grade) =>
    message('calendar.ratingEnds', {
      ...inBoth('name', name),
      ...inBoth('broker', brokers.get(brokerId) ?? sameInBoth(brokerId)),
      ...inBoth('grade', grade),
    }),
  );
}

function ownRatingEnds(context: Context): CalendarEvent[] {
  return lapses(context.store.db, 'own-rating', ownRatings(context), (_, name, grade) =>
    message('calendar.ownRatingEnds', { ...inBoth('name', name), ...inBoth('grade', grade) }),
  );
}

function thesesDue({ vault }: Context): CalendarEvent[] {
  const theses = vault.list('thesis').filter(({ state }) => state !== 'withdrawn');
  return theses.map(({ id, due, claim, about }): CalendarEvent => {
    const [security] = about.flatMap((ref) => (ref.startsWith('security:') ? [ref.slice('security:'.length)] : []));
    return {
      ...eventOn(due, message('calendar.thesisDue', { claim })),
      id: `thesis/${id}`,
      kind: 'thesis',
      recordId: id,
      securityId: security ?? '',
    };
  });
}

/** The days on which the ratings' horizons end; nothing of undated ones. */
function lapses<R extends Rating | OwnRating>(
  db: Db,
  kind: 'rating' | 'own-rating',
  ratings: readonly R[],
  say: (rating: R, name: LocalText, grade: LocalText) => Message,
): CalendarEvent[] {
  const scales = new Map(listScales(db).map((scale) => [scale.id, scale]));
  const horizonOf = horizonCounter();
  const names = securityNames(db);
  return ratings.flatMap((rating) => {
    const { id, securityId, scaleId, gradeId, date } = rating;
    const scale = scales.get(scaleId);
    if (date === '' || scale === undefined) return [];
    const grade = scale.grades.find((each) => each.id === gradeId)?.name ?? sameInBoth(gradeId);
    const name = names.get(securityId) ?? sameInBoth(securityId);
    const event = eventOn(horizonOf(scale.horizon, date).to, say(rating, name, grade));
    return [{ ...event, id: `${kind}/${id}`, kind, recordId: id, securityId }];
  });
}

function eventOn(date: string, title: Message): Omit<CalendarEvent, 'id' | 'kind' | 'recordId'> {
  return { ...PLAIN_EVENT, origin: 'own', date, title: textOf(title), subjectId: '', factId: null };
}

function findImport(context: Context, bytes: Buffer): EventsImport {
  const size = bytes.length / 1_000_000;
  if (size > LARGEST_FILE_MB) {
    const params = { size: size.toFixed(1), limit: LARGEST_FILE_MB };
    throw new AppError('invalid-file', message('calendar.tooLarge', params));
  }
  const { text } = decodeText(bytes);
  if (!/^BEGIN:VCALENDAR\s*$/im.test(text)) throw new AppError('invalid-file', message('calendar.noCalendar'));
  const { name, events, faults, remarks } = readEvents(text, localDay(context.now()));
  const found: EventsImport = { name, added: [], changed: [], unchanged: 0, faults, remarks };
  const { db } = context.store;
  // Of two of one id in a file the later one counts.
  for (const { line, ...event } of new Map(events.map((each) => [each.id, each])).values()) {
    const former = findOwnEvent(db, event.id);
    if (/^(thesis|own-rating)\//.test(event.id)) {
      faults.push({ line, reason: message('calendar.isPrivate') });
    } else if (isShownAlready(db, event.id)) found.unchanged += 1;
    else if (former === undefined) found.added.push(event);
    else {
      const known = ownPartOf(former);
      // What it is about was said here, not in the file.
      const next = {
        ...event,
        subjectId: known.subjectId,
        securityId: known.securityId,
        title: titleKept(known, event),
      };
      if (isDeepStrictEqual(known, next)) found.unchanged += 1;
      else found.changed.push({ former: known, event: next });
    }
  }
  found.faults.sort((a, b) => a.line - b.line);
  return found;
}

/** From a fact or a rating, which were exported. */
function isShownAlready(db: Db, eventId: string): boolean {
  return eventId.startsWith('rating/') || findStoredFact(db, eventId) !== undefined;
}

/** A file has one title: where that is one of the two, both are kept. */
function titleKept(known: OwnEvent, { title }: OwnEvent): LocalText {
  return known.title.zh === title.zh || known.title.en === title.zh ? known.title : title;
}

function ownPartOf({ origin: _, factId: __, ...event }: ChartEvent): OwnEvent {
  return event;
}
