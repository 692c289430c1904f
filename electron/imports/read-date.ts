/**
 * Dates as people and spreadsheets write them, read into the project's form; as precise as they are written.
 *
 *     readDate('2024/7/19')    // { date: '2024-07-19' }
 *     readDate('2024年二季度')  // { date: '2024Q2' }
 *     readDate('07/08/2024')   // a fault: it may be July or August
 */
import { foldText } from '../../shared/formula/characters.ts';
import { type Message, message } from '../../shared/messages.ts';

export type ReadDate = { date: string } | { fault: Message };

const QUARTERS: Readonly<Record<string, string>> = {
  一: '1',
  二: '2',
  三: '3',
  四: '4',
  '1': '1',
  '2': '2',
  '3': '3',
  '4': '4',
};
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** Days since the end of 1899, as spreadsheets count: from 1954 to 2118, which no year or compact date can be. */
const FIRST_SERIAL = 20_000;
const LAST_SERIAL = 79_999;
const DAY_MS = 86_400_000;
const SERIAL_ZERO = Date.UTC(1899, 11, 30);

/** A week or another run of days: `2024-07-19/2024-07-25`, `2024年7月19日至2024年7月25日`. */
const RANGE =
  /^(\d{4}[-./年] ?\d{1,2}[-./月] ?\d{1,2}日?) ?(?:\/|至|到|~|–|—|-|to) ?(\d{4}[-./年] ?\d{1,2}[-./月] ?\d{1,2}日?)$/;

/** '' is no date, and stays ''. */
export function readDate(written: string): ReadDate {
  const text = foldText(written).trim().replace(/\s+/g, ' ');
  if (text === '') return { date: '' };
  if (/^(fy|财年|财政年度)|财年|fiscal/i.test(text)) return fault('import.fiscalDate', written);
  const quarter = /^(\d{4})[ -]?q([1-4])$/i.exec(text) ?? /^(\d{4}) ?年? ?第? ?([1-4一二三四]) ?季度?$/.exec(text);
  if (quarter !== null) return { date: `${quarter[1]}Q${QUARTERS[quarter[2]]}` };
  const turned = /^(?:q([1-4])|([1-4])q) ?[-/ ]? ?(\d{4})$/i.exec(text);
  if (turned !== null) return { date: `${turned[3]}Q${turned[1] ?? turned[2]}` };
  if (/^\d+$/.test(text)) return readDigits(text, written);
  const [, from, to] = RANGE.exec(text) ?? [];
  if (from !== undefined) return readRange(from, to, written);
  return readParts(text, written) ?? readWords(text, written) ?? fault('import.noDate', written);
}

/** `2024`, `20240719`, `202407`, and the serial number of a day. */
function readDigits(text: string, written: string): ReadDate {
  const number = Number(text);
  if (text.length === 4) return { date: text };
  if (text.length === 5 && number >= FIRST_SERIAL && number <= LAST_SERIAL) {
    return { date: new Date(SERIAL_ZERO + number * DAY_MS).toISOString().slice(0, 10) };
  }
  const part = (from: number, to: number) => text.slice(from, to);
  if (text.length === 8) return dateOf(written, part(0, 4), part(4, 6), part(6, 8));
  if (text.length !== 6) return fault('import.noDate', written);
  const month = dateOf(written, part(0, 4), part(4, 6));
  const day = dateOf(written, `20${part(0, 2)}`, part(2, 4), part(4, 6));
  if ('date' in month && 'date' in day) return ambiguous(written, month.date, day.date);
  return 'date' in month && Number(part(0, 4)) >= 1900 ? month : fault('import.noDate', written);
}

function readRange(from: string, to: string, written: string): ReadDate {
  const [first, last] = [from, to].map((text) => readParts(text, written));
  if (first === null || last === null || !('date' in first) || !('date' in last) || last.date < first.date) {
    return fault('import.noDate', written);
  }
  return { date: `${first.date}/${last.date}` };
}

/** Numbers with the same sign between them: the year first, or last where it has four digits. */
function readParts(text: string, written: string): ReadDate | null {
  const [, year, month, day] =
    /^(\d{4}) ?年 ?(?:(\d{1,2}) ?月 ?(?:(\d{1,2}) ?[日号])?)?$/.exec(text) ??
    /^(\d{4})([-/.])(\d{1,2})(?:\2(\d{1,2}))?(?:[ T][\d:.]+(?:Z|[+-]\d{2}:?\d{2})?)?$/
      .exec(text)
      ?.filter((_, at) => at !== 2) ??
    [];
  if (year !== undefined) return month === undefined ? { date: year } : dateOf(written, year, month, day);
  const last = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4})$/.exec(text);
  if (last !== null)
    return either(written, dateOf(written, last[4], last[1], last[3]), dateOf(written, last[4], last[3], last[1]));
  const monthOfYear = /^(\d{1,2})[-/.](\d{4})$/.exec(text);
  if (monthOfYear !== null) return dateOf(written, monthOfYear[2], monthOfYear[1]);
  // A year of two digits may be any of the three.
  const short = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{2})$/.exec(text);
  return short === null ? null : fault('import.shortYear', written);
}

/** `19 Jul 2024`, `July 19, 2024`, `Jul-2024`. */
function readWords(text: string, written: string): ReadDate | null {
  const [, name, day, year] =
    /^([a-z]{3,9})\.?[ -](?:(\d{1,2})(?:st|nd|rd|th)?,? )?(\d{4})$/i.exec(text) ??
    reordered(/^(\d{1,2})(?:st|nd|rd|th)?[ -]([a-z]{3,9})\.?,?[ -](\d{4})$/i.exec(text)) ??
    [];
  if (year === undefined) return null;
  const month = MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1;
  return month === 0 ? null : dateOf(written, year, String(month), day);
}

function reordered(match: RegExpExecArray | null): string[] | null {
  return match && [match[0], match[2], match[1], match[3]];
}

function dateOf(written: string, year: string, month: string, day?: string): ReadDate {
  const moment = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day ?? 1)));
  const isThere = moment.getUTCMonth() === Number(month) - 1 && moment.getUTCDate() === Number(day ?? 1);
  if (!isThere) return fault('import.noDate', written);
  const parts = [year, month.padStart(2, '0'), ...(day === undefined ? [] : [day.padStart(2, '0')])];
  return { date: parts.join('-') };
}

function either(written: string, first: ReadDate, second: ReadDate): ReadDate {
  if (!('date' in first)) return second;
  if (!('date' in second) || first.date === second.date) return first;
  return ambiguous(written, first.date, second.date);
}

function ambiguous(date: string, first: string, second: string): ReadDate {
  return { fault: message('import.ambiguousDate', { date, first, second }) };
}

function fault(key: 'import.fiscalDate' | 'import.noDate' | 'import.shortYear', date: string): ReadDate {
  return { fault: message(key, { date }) };
}
