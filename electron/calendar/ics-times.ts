/**
 * Dates and times of iCalendar (RFC 5545, 3.3.4, 3.3.5 and 3.6.5), with the time zones that they are in.
 *
 * A wall time is counted in milliseconds as if it were UTC, so that days and rules of recurrence are reckoned where
 * the event takes place; only then it becomes the day and time where the user is.
 */
import { createRequire } from 'node:module';
import { isPeriodLabel } from '../../shared/periods.ts';
import { findProperty, type IcsComponent, type IcsProperty } from './ics-lines.ts';

/** The package declares names that Node does not see in it when it is imported. */
const { rrulestr }: typeof import('rrule') = createRequire(import.meta.url)('rrule');

export type IcsTime = {
  /** Wall time where the event takes place. */
  wall: number;
  isDay: boolean;
  /** '' of a time that is the same everywhere, `UTC`, or the id of a zone. */
  zone: string;
};

const TIME = /^(\d{4})(\d{2})(\d{2})(?:T([01]\d|2[0-3])([0-5]\d)([0-5]\d|60)(Z?))?$/;

/** Null of what is no date or time. */
export function readTime({ params, value }: IcsProperty): IcsTime | null {
  const found = TIME.exec(value.trim());
  if (found === null || !isPeriodLabel('day', `${found[1]}-${found[2]}-${found[3]}`)) return null;
  const [year, month, day, hour = 0, minute = 0] = found.slice(1, 6).map((part) => Number(part ?? 0));
  const isDay = found[4] === undefined;
  const zone = isDay ? '' : found[7] === 'Z' ? 'UTC' : (params.get('TZID') ?? '');
  return { wall: Date.UTC(year, month - 1, day, hour, minute), isDay, zone };
}

const DURATION = /^P(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:\d+S)?)?$/;
const MINUTE = 60_000;
export const DAY = 86_400_000;

/** In milliseconds; null of what is no duration forward in time. */
export function readDuration(value: string): number | null {
  const found = DURATION.exec(value.trim().replace(/^\+/, ''));
  if (found === null) return null;
  const [weeks, days, hours, minutes] = found.slice(1).map((part) => Number(part ?? 0));
  return (weeks * 7 + days) * DAY + (hours * 60 + minutes) * MINUTE;
}

/**
 * Wall times from `from` to `until` at which the rule, begun at `start`, repeats: `most` of them, the first ones.
 * `isCut`: there are more, before or after. Throws where the rule is none, or of anything more often than daily.
 */
export function recurrences(
  rule: string,
  start: number,
  { from, until, most }: { from: number; until: number; most: number },
): { walls: number[]; isCut: boolean } {
  if (/FREQ=(SECONDLY|MINUTELY|HOURLY)/i.test(rule)) throw new Error('Too often');
  const found = rrulestr(rule.replace(/^RRULE:/i, ''), { dtstart: new Date(start) });
  const times = found.between(new Date(from), new Date(until), true, (_, at) => at < most);
  const last = times.at(-1)?.getTime() ?? from;
  const goesOn = found.after(new Date(last), false) !== null;
  return { walls: times.map((time) => time.getTime()), isCut: start < from || goesOn };
}

/** The zones of a file: its own, and those of the world by their names (`Asia/Shanghai`). */
export class IcsZones {
  readonly #own: Map<string, IcsComponent>;

  constructor(calendars: readonly IcsComponent[]) {
    const zones = calendars.flatMap(({ components }) => components.filter(({ name }) => name === 'VTIMEZONE'));
    this.#own = new Map(zones.map((zone) => [findProperty(zone, 'TZID')?.value.trim() ?? '', zone]));
  }

  isKnown(zone: string): boolean {
    return zone === '' || zone === 'UTC' || this.#own.has(zone) || worldOffset(zone, 0) !== null;
  }

  /** Day and time where the user is. */
  local({ wall, isDay, zone }: IcsTime): { day: string; time: string } {
    if (isDay || zone === '') return partsOf(wall, isDay);
    const here = new Date(wall - this.#offset(zone, wall));
    const asWall = Date.UTC(here.getFullYear(), here.getMonth(), here.getDate(), here.getHours(), here.getMinutes());
    return partsOf(asWall, false);
  }

  #offset(zone: string, wall: number): number {
    if (zone === 'UTC') return 0;
    const own = this.#own.get(zone);
    return (own === undefined ? null : ownOffset(own, wall)) ?? worldOffset(zone, wall) ?? 0;
  }
}

function partsOf(wall: number, isDay: boolean): { day: string; time: string } {
  const text = new Date(wall).toISOString();
  return { day: text.slice(0, 10), time: isDay ? '' : text.slice(11, 16) };
}

/** Of the observance (standard or daylight saving time) that began last. */
function ownOffset(zone: IcsComponent, wall: number): number | null {
  let latest = { onset: Number.NEGATIVE_INFINITY, offset: null as number | null };
  for (const observance of zone.components) {
    const begins = findProperty(observance, 'DTSTART');
    const start = begins && readTime(begins);
    const offset = readOffset(findProperty(observance, 'TZOFFSETTO')?.value ?? '');
    if (!start || offset === null) continue;
    const rule = findProperty(observance, 'RRULE')?.value;
    const onset = rule === undefined ? start.wall : lastBefore(rule, start.wall, wall);
    if (onset <= wall && onset > latest.onset) latest = { onset, offset };
    // Before its first onset a zone with one observance has it all the same.
    if (latest.offset === null) latest.offset = offset;
  }
  return latest.offset;
}

function lastBefore(rule: string, start: number, wall: number): number {
  try {
    const found = rrulestr(rule, { dtstart: new Date(start) }).before(new Date(wall), true);
    return found?.getTime() ?? Number.NEGATIVE_INFINITY;
  } catch {
    return start;
  }
}

function readOffset(text: string): number | null {
  const [, sign, hours, minutes] = /^([+-])(\d{2})(\d{2})(?:\d{2})?$/.exec(text.trim()) ?? [];
  return sign === undefined ? null : (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * MINUTE;
}

/** Null where there is no such zone. */
function worldOffset(zone: string, wall: number): number | null {
  const at = (instant: number) => {
    const parts = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
    }).formatToParts(instant);
    const part = (type: string) => Number(parts.find((each) => each.type === type)?.value);
    return Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute')) - instant;
  };
  try {
    // The offset of the wall time taken for UTC, then of the instant that it gives: right but within the hour of a change.
    return at(wall - at(wall));
  } catch {
    return null;
  }
}
