/**
 * Events of an iCalendar file as the user's own: each with its UID as id, so that the same file again finds them.
 *
 * What recurs becomes single events, `UID#2024-05-14`, from two years before today to two years after it, 500 at most.
 */
import type { OwnEvent } from '../../shared/calendar.ts';
import { sameInBoth } from '../../shared/language.ts';
import { type Message, message } from '../../shared/messages.ts';
import { findProperty, type IcsComponent, type IcsFault, type IcsProperty, readIcs, textOfIcs } from './ics-lines.ts';
import { DAY, type IcsTime, IcsZones, readDuration, readTime, recurrences } from './ics-times.ts';

export type ReadEvents = {
  name: string;
  events: (OwnEvent & { line: number })[];
  faults: IcsFault[];
  remarks: { line: number; remark: Message }[];
};

const MOST_RECURRENCES = 500;
const TWO_YEARS = 731 * DAY;
/** Ids of events are no longer. */
const LONGEST_UID = 180;
/** Behind the ids that export-events.ts gives. */
export const OWN_UID = '@plumbline.local';

/** @param today ISO date */
export function readEvents(text: string, today: string): ReadEvents {
  const { components, faults } = readIcs(text);
  const calendars = components.filter(({ name }) => name === 'VCALENDAR');
  const found = [...calendars.flatMap((calendar) => calendar.components), ...components].filter(
    ({ name }) => name === 'VEVENT',
  );
  const reader = new EventReader(new IcsZones(calendars), Date.parse(today));
  for (const event of withoutMoved(found)) reader.read(event);
  const [name] = calendars.flatMap((calendar) => findProperty(calendar, 'X-WR-CALNAME')?.value ?? []);
  const { events, remarks } = reader;
  const all = [...faults, ...reader.faults].toSorted((a, b) => a.line - b.line);
  return { name: textOfIcs(name ?? ''), events, faults: all, remarks };
}

type Single = { component: IcsComponent; movedDays: ReadonlySet<string> };

/** An occurrence that was moved stands by itself; the rule must not give it once more. */
function withoutMoved(events: readonly IcsComponent[]): Single[] {
  const moved = new Map<string, Set<string>>();
  for (const event of events) {
    const recurrence = findProperty(event, 'RECURRENCE-ID');
    if (recurrence === undefined) continue;
    const uid = uidOf(event);
    moved.set(uid, (moved.get(uid) ?? new Set()).add(recurrence.value.slice(0, 8)));
  }
  return events.map((component) => ({ component, movedDays: moved.get(uidOf(component)) ?? new Set() }));
}

function uidOf(event: IcsComponent): string {
  return findProperty(event, 'UID')?.value.trim() ?? '';
}

class EventReader {
  readonly events: ReadEvents['events'] = [];
  readonly faults: IcsFault[] = [];
  readonly remarks: ReadEvents['remarks'] = [];
  readonly #zones: IcsZones;
  readonly #today: number;

  constructor(zones: IcsZones, today: number) {
    this.#zones = zones;
    this.#today = today;
  }

  read({ component, movedDays }: Single): void {
    const start = this.#timeOf(component, 'DTSTART');
    if (start === null) return;
    const end = findProperty(component, 'DTEND') === undefined ? null : this.#timeOf(component, 'DTEND');
    if (findProperty(component, 'DTEND') !== undefined && end === null) return;
    if (findProperty(component, 'STATUS')?.value.trim().toUpperCase() === 'CANCELLED') return;
    const title = textOfIcs(findProperty(component, 'SUMMARY')?.value ?? '')
      .replace(/\s+/g, ' ')
      .trim();
    const lasts = end === null ? durationOf(component) : end.wall - start.wall;
    const refusal = title === '' ? 'calendar.untitled' : lasts < 0 ? 'calendar.endsBefore' : null;
    if (refusal !== null) {
      this.#refuse(component.line, message(refusal));
      return;
    }
    const note = [textOfIcs(findProperty(component, 'DESCRIPTION')?.value ?? ''), placeOf(component)];
    const event = { title: title.slice(0, 500), note: note.filter(Boolean).join('\n').slice(0, 10_000) };
    const rule = findProperty(component, 'RRULE');
    const moved = findProperty(component, 'RECURRENCE-ID');
    if (rule !== undefined && moved === undefined) {
      this.#repeat(component, rule, start, lasts, movedDays, event);
    } else {
      const day = moved === undefined ? '' : dayOfBasic(moved.value);
      this.#add(component, day, start, end?.zone ?? start.zone, lasts, event);
    }
  }

  #repeat(
    component: IcsComponent,
    rule: IcsProperty,
    start: IcsTime,
    lasts: number,
    movedDays: ReadonlySet<string>,
    event: { title: string; note: string },
  ): void {
    const left = new Set([...movedDays, ...exceptionDays(component)]);
    const bounds = { from: this.#today - TWO_YEARS, until: this.#today + TWO_YEARS, most: MOST_RECURRENCES };
    let found: ReturnType<typeof recurrences>;
    try {
      found = recurrences(rule.value, start.wall, bounds);
    } catch {
      this.#refuse(rule.line, message('calendar.badRule', { rule: rule.value.slice(0, 100) }));
      return;
    }
    for (const wall of found.walls) {
      const day = new Date(wall).toISOString().slice(0, 10);
      if (!left.has(day.replaceAll('-', ''))) this.#add(component, day, { ...start, wall }, start.zone, lasts, event);
    }
    if (found.isCut) {
      const params = { title: event.title, count: found.walls.length };
      this.remarks.push({ line: rule.line, remark: message('calendar.recursOn', params) });
    }
  }

  /** `occurrence`: which of those that recur, by its day; '' of one that does not. */
  #add(
    component: IcsComponent,
    occurrence: string,
    start: IcsTime,
    endZone: string,
    lasts: number,
    { title, note }: { title: string; note: string },
  ): void {
    const from = this.#zones.local(start);
    // The end of whole days is the first day that is not theirs any more.
    const last = start.isDay ? Math.max(lasts - DAY, 0) : lasts;
    const to = this.#zones.local({ ...start, wall: start.wall + last, zone: start.isDay ? '' : endZone });
    const uid = uidOf(component);
    const id = idOf(uid === '' ? `${title}/${from.day}` : uid, occurrence);
    this.events.push({
      id,
      date: from.day,
      endDate: to.day > from.day ? to.day : '',
      time: from.time,
      endTime: lasts > 0 ? to.time : '',
      title: sameInBoth(title),
      note,
      subjectId: '',
      securityId: '',
      line: component.line,
    });
  }

  #timeOf(component: IcsComponent, name: string): IcsTime | null {
    const property = findProperty(component, name);
    if (property === undefined) {
      this.#refuse(component.line, message('calendar.noStart'));
      return null;
    }
    const time = readTime(property);
    if (time === null) this.#refuse(property.line, message('calendar.noTime', { text: property.value.slice(0, 40) }));
    else if (!this.#zones.isKnown(time.zone)) {
      this.#refuse(property.line, message('calendar.noZone', { zone: time.zone }));
      return null;
    }
    return time;
  }

  #refuse(line: number, reason: Message): void {
    this.faults.push({ line, reason });
  }
}

/** Ours come back as the events that they were. */
function idOf(uid: string, occurrence: string): string {
  const own = uid.endsWith(OWN_UID) ? uid.slice(0, -OWN_UID.length) : uid.slice(0, LONGEST_UID);
  return occurrence === '' ? own : `${own}#${occurrence}`;
}

function durationOf(component: IcsComponent): number {
  const duration = findProperty(component, 'DURATION');
  return (duration && readDuration(duration.value)) ?? 0;
}

function placeOf(component: IcsComponent): string {
  return textOfIcs(findProperty(component, 'LOCATION')?.value ?? '');
}

/** As in the file: `20240514`. */
function exceptionDays({ properties }: IcsComponent): string[] {
  return properties
    .filter(({ name }) => name === 'EXDATE')
    .flatMap(({ value }) => value.split(',').map((each) => each.trim().slice(0, 8)));
}

function dayOfBasic(value: string): string {
  return value.trim().replace(/^(\d{4})(\d{2})(\d{2}).*$/, '$1-$2-$3');
}
