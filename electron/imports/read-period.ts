/**
 * A period as vendors write it, read into its place on a series' time axis.
 *
 *     const periods = new PeriodReader({ grain: 'day', dateOrder: null, year: 2024, fiscalYearEnd: 12 });
 *     periods.read('2024/7/19')   // 19923
 *     periods.read('7月19日')      // 19923, of the year given
 *     periods.read('03/04/2024')  // a message: the order of day and month has not been said
 *
 * Of a period that is finer than the grain (2024-07-31 in a series of months) it is the one that it lies in; a
 * coarser one, or a fiscal quarter that ends within a calendar one, is refused.
 */
import { foldText } from '../../shared/formula/characters.ts';
import { type Message, message } from '../../shared/messages.ts';
import { daysOfPeriod, periodOfDay } from '../../shared/period-days.ts';
import { type Grain, isPeriodLabel, ordinalOf } from '../../shared/periods.ts';
import type { SeriesMapping } from '../../shared/series-import.ts';
import { type RawCell, textOfCell } from './raw-table.ts';
import { readDate } from './read-date.ts';
import { Remembered } from './remembered.ts';

export type PeriodSettings = Pick<SeriesMapping, 'grain' | 'dateOrder' | 'year' | 'fiscalYearEnd'>;
export type WrittenPeriod = { grain: Grain; label: string };

const GRAINS: readonly Grain[] = ['day', 'month', 'quarter', 'fiscal-quarter', 'week', 'year'];
const CHINESE_DIGITS: Readonly<Record<string, string>> = { 一: '1', 二: '2', 三: '3', 四: '4' };

export class PeriodReader {
  readonly #settings: PeriodSettings;
  readonly #known = new Remembered<number | Message>();

  constructor(settings: PeriodSettings) {
    this.#settings = settings;
  }

  /** The ordinal (shared/periods.ts), or why there is none. */
  read(cell: RawCell | undefined): number | Message {
    if (cell !== undefined && typeof cell !== 'string') {
      if (cell.fault !== undefined) return cell.fault;
      if (cell.date !== undefined) return this.#read(cell.date);
      return this.#read(cell.number === undefined ? cell.text : String(cell.number));
    }
    return this.#read(textOfCell(cell));
  }

  #read(text: string): number | Message {
    const known = this.#known.get(text);
    if (known !== undefined) return known;
    const period = readPeriod(text, this.#settings);
    const read = 'label' in period ? this.#place(period, text) : period;
    this.#known.set(text, read);
    return read;
  }

  #place({ grain, label }: WrittenPeriod, written: string): number | Message {
    const { grain: wanted, fiscalYearEnd } = this.#settings;
    const ordinal = ordinalOf(grain, label);
    if (grain === wanted) return ordinal;
    const days = daysOfPeriod(grain, ordinal, fiscalYearEnd);
    const at = periodOfDay(wanted, days.first, fiscalYearEnd);
    const whole = daysOfPeriod(wanted, at, fiscalYearEnd);
    if (whole.first <= days.first && whole.last >= days.last) return at;
    return message(`import.otherGrain.${wanted}`, { period: written });
  }
}

/** The label of the period and its grain, as precise as it is written; or why it cannot be told. */
export function readPeriod(
  written: string,
  { dateOrder, year, fiscalYearEnd }: Omit<PeriodSettings, 'grain'>,
): WrittenPeriod | Message {
  const text = foldText(written).trim().replace(/\s+/g, ' ');
  if (text === '') return message('import.missing');
  const special = fiscalQuarter(text) ?? week(text) ?? fiscalYear(text, fiscalYearEnd);
  if (special !== null) return special;
  const withoutYear = monthAndDay(text, dateOrder);
  if (withoutYear !== null) {
    if (year === null) return message('import.yearMissing', { date: written });
    if ('key' in withoutYear) return withoutYear;
    return day(written, year, ...withoutYear);
  }
  const parts = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})(?: [\d:]+)?$/.exec(text);
  if (parts !== null) {
    const [, first, , second, third] = parts;
    const inOrder = ordered(dateOrder, [first, second, third]);
    if (inOrder !== null) return day(written, ...inOrder);
    if (dateOrder === 'ymd') return message('import.noDate', { date: written });
  }
  const short = /^(\d{2})([-/.])(\d{1,2})\2(\d{1,2})$/.exec(text);
  if (short !== null && dateOrder === 'ymd') return day(written, 2000 + Number(short[1]), short[3], short[4]);
  const read = readDate(text);
  if ('fault' in read) return read.fault;
  return labelOf(read.date) ?? message('import.noDate', { date: written });
}

function labelOf(date: string): WrittenPeriod | null {
  const [from, to] = date.split('/');
  if (to !== undefined) {
    const [first, last] = [ordinalOf('day', from), ordinalOf('day', to)];
    const at = periodOfDay('week', first, 12);
    const { first: monday, last: sunday } = daysOfPeriod('week', at, 12);
    // A week that begins on another day is the ISO week that has most of it.
    if (last - first !== 6) return null;
    const middle = monday === first && sunday === last ? first : first + 3;
    return { grain: 'day', label: new Date(middle * 86_400_000).toISOString().slice(0, 10) };
  }
  const grain = GRAINS.find((each) => isPeriodLabel(each, date));
  return grain === undefined ? null : { grain, label: date };
}

/** `FY24Q2`, `Q2 FY2024`, `2024财年第二季度`. */
function fiscalQuarter(text: string): WrittenPeriod | null {
  const [, year, quarter] =
    /^fy ?'?(\d{4}|\d{2})[ -]?q([1-4])$/i.exec(text) ??
    /^(\d{4}|\d{2}) ?财年 ?第?([1-4一二三四])季度?$/.exec(text) ??
    turned(/^q([1-4])[ -]?fy ?'?(\d{4}|\d{2})$/i.exec(text)) ??
    [];
  if (year === undefined) return null;
  return { grain: 'fiscal-quarter', label: `FY${year.slice(-2)}Q${CHINESE_DIGITS[quarter] ?? quarter}` };
}

function turned(match: RegExpExecArray | null): string[] | null {
  return match && [match[0], match[2], match[1]];
}

/** A fiscal year that is no calendar year has no place among years. */
function fiscalYear(text: string, fiscalYearEnd: number): WrittenPeriod | Message | null {
  const [, year] = /^fy ?'?(\d{4}|\d{2})$/i.exec(text) ?? /^(\d{4}) ?财年$/.exec(text) ?? [];
  if (year === undefined) return null;
  if (fiscalYearEnd !== 12) return message('import.fiscalYear', { period: text, month: fiscalYearEnd });
  return { grain: 'year', label: year.length === 2 ? `20${year}` : year };
}

/** `2024W29`, `2024-W29`, `2024年第29周`. */
function week(text: string): WrittenPeriod | null {
  const [, year, number] = /^(\d{4})[ -]?w(\d{1,2})$/i.exec(text) ?? /^(\d{4})年 ?第? ?(\d{1,2}) ?周$/.exec(text) ?? [];
  if (year === undefined) return null;
  const label = `${year}W${number.padStart(2, '0')}`;
  return isPeriodLabel('week', label) ? { grain: 'week', label } : null;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** `7月19日`, `7/19`, `Jul 19`. */
function monthAndDay(text: string, order: PeriodSettings['dateOrder']): [month: string, day: string] | Message | null {
  const chinese = /^(\d{1,2}) ?月 ?(\d{1,2}) ?[日号]$/.exec(text);
  if (chinese !== null) return [chinese[1], chinese[2]];
  const [, one, other] = /^(\d{1,2})[-/](\d{1,2})$/.exec(text) ?? [];
  if (other !== undefined) {
    if (order === 'dmy' || (order === null && Number(one) > 12)) return [other, one];
    if (order !== null || Number(other) > 12 || one === other) return [one, other];
    const [first, second] = [`${one}月${other}日`, `${other}月${one}日`];
    return message('import.ambiguousDate', { date: text, first, second });
  }
  const [, name, number] =
    /^([a-z]{3,9})\.? (\d{1,2})$/i.exec(text) ?? turned(/^(\d{1,2})[ -]([a-z]{3,9})\.?$/i.exec(text)) ?? [];
  if (name === undefined) return null;
  const month = MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1;
  return month === 0 ? null : [String(month), number];
}

/** Null where the order has not been said, or puts a year of four digits elsewhere. */
function ordered(
  order: PeriodSettings['dateOrder'],
  [first, second, third]: [string, string, string],
): [year: number, month: string, day: string] | null {
  const yearOf = (text: string) => (text.length === 4 ? Number(text) : 2000 + Number(text));
  switch (order) {
    case 'mdy':
      return [yearOf(third), first, second];
    case 'dmy':
      return [yearOf(third), second, first];
    case 'ymd':
      return first.length === 2 && third.length === 2 ? [yearOf(first), second, third] : null;
    default:
      return null;
  }
}

function day(written: string, year: number, month: string, dayOfMonth: string): WrittenPeriod | Message {
  const label = `${year}-${month.padStart(2, '0')}-${dayOfMonth.padStart(2, '0')}`;
  return isPeriodLabel('day', label) ? { grain: 'day', label } : message('import.noDate', { date: written });
}
