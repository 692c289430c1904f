/**
 * Rows of CSV text that arrives piece by piece, however the pieces cut it.
 *
 *     const csv = new CsvRows(',');
 *     for (const text of pieces) take(csv.push(text));
 *     take(csv.end());
 *
 * Quoted fields may hold separators, quotation marks and line breaks; lines end as any system ends them.
 */
import Papa from 'papaparse';
import { AppError } from '../../shared/errors.ts';
import { message } from '../../shared/messages.ts';

export const SEPARATORS = ['\t', ',', ';', '|'] as const;
export type Separator = (typeof SEPARATORS)[number];

/** Excel's own line that names the separator. */
const SEPARATOR_LINE = /^\ufeff?sep=(.)\r?\n/i;
/** A row longer than this is a quotation mark that nobody closed. */
const LONGEST_ROW = 4 * 1024 * 1024;
/** The first of text that begins with one of these would be a formula to a spreadsheet. */
const GUARDED = /^''*[=+\-@\t\r]/;

type LineEnd = '\r\n' | '\n' | '\r';
type Parsed = { data: string[][]; errors: { code: string }[]; meta: { cursor: number } };

export class CsvRows {
  readonly #delimiter: string;
  /** Of lines in text with quoted fields, where other ends may be part of a field. */
  #newline: LineEnd | undefined;
  #waiting = '';
  #count = 0;

  constructor(delimiter: string) {
    this.#delimiter = delimiter;
  }

  /** The rows that are complete with this piece; of an empty line one empty field. */
  push(text: string): string[][] {
    const all = this.#waiting + text;
    // A carriage return at the end may be half of a line's end.
    const held = all.endsWith('\r') ? '\r' : '';
    const { data, rest } = this.#parse(held === '' ? all : all.slice(0, -1), true);
    this.#waiting = rest + held;
    if (this.#waiting.length > LONGEST_ROW) throw this.#broken();
    return data;
  }

  /** What stands after the last line's end. Throws AppError 'invalid-file' where a quotation mark is not closed. */
  end(): string[][] {
    const { data, isEnded } = this.#parse(this.#waiting, false);
    this.#waiting = '';
    // The parser sees an empty row after the last line's end.
    return isEnded ? data.slice(0, -1) : data;
  }

  #parse(given: string, isCut: boolean): { data: string[][]; rest: string; isEnded: boolean } {
    if (given === '') return { data: [], rest: '', isEnded: false };
    const hasQuotes = given.includes('"');
    const text = hasQuotes ? given : withPlainEnds(given);
    if (hasQuotes) this.#newline ??= endOfLine(text);
    const newline = (hasQuotes && this.#newline) || '\n';
    const parsed: Parsed = new Papa.Parser({ delimiter: this.#delimiter, newline }).parse(text, 0, isCut);
    this.#count += parsed.data.length;
    if (parsed.errors.length > 0) throw this.#broken();
    for (const row of parsed.data) {
      for (let at = 0; at < row.length; at += 1) {
        // Exports write the apostrophe (write-csv.ts), and so do careful people.
        if (row[at].charCodeAt(0) === APOSTROPHE && GUARDED.test(row[at])) row[at] = row[at].slice(1);
      }
    }
    return { data: parsed.data, rest: text.slice(parsed.meta.cursor), isEnded: text.endsWith(newline) };
  }

  #broken(): AppError {
    return new AppError('invalid-file', message('import.csvBroken', { line: Math.max(1, this.#count) }));
  }
}

const APOSTROPHE = 0x27;

function withPlainEnds(text: string): string {
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
}

/** How the first line ends, outside of quotes. */
function endOfLine(text: string): LineEnd {
  const end = /^(?:[^"\r\n]|"(?:[^"]|"")*")*(\r\n|\n|\r)/.exec(text)?.[1];
  return end === '\r\n' || end === '\r' ? end : '\n';
}

/** What stands between fields: named by the file's first line (then `lineLength` of text are that), or what it has most of outside of quotes. */
export function separatorOf(text: string): { separator: string; lineLength: number } {
  const [line, named] = SEPARATOR_LINE.exec(text) ?? [];
  if (named !== undefined) return { separator: named, lineLength: line?.length ?? 0 };
  const counts = new Map<string, number>(SEPARATORS.map((separator) => [separator, 0]));
  let isQuoted = false;
  for (const character of text) {
    if (character === '"') isQuoted = !isQuoted;
    else if (!isQuoted && counts.has(character)) counts.set(character, (counts.get(character) ?? 0) + 1);
  }
  const [[separator, most]] = [...counts].toSorted(([, a], [, b]) => b - a);
  return { separator: most === 0 ? ',' : separator, lineLength: 0 };
}
