/** What a mapping still leaves open, and the shape of headings by which it is remembered. */
import { type Message, message } from '../../../shared/messages.ts';
import type { ImportField, SeriesImportPreview, SeriesMapping } from '../../../shared/series-import.ts';
import { readPeriod } from '../read-period.ts';
import type { Workbook } from '../read-xlsx.ts';
import { headingOfSeries, isHeadingOfMetric } from './series-headings.ts';

export type Question = SeriesImportPreview['questions'][number];

/** What no file can answer without the user. */
export function unanswered(mapping: SeriesMapping, headings: readonly string[]): Question[] {
  const { shape, columns, constants, valueColumns } = mapping;
  const says = (field: ImportField) => columns[field] !== undefined || (constants[field] ?? '') !== '';
  const questions: Question[] = [];
  const ask = (field: Question['field'], reason: Message) => questions.push({ field, reason });
  if (shape !== 'periods-across' && !says('period')) ask('period', message('import.askPeriod'));
  if (shape === 'long' && columns.value === undefined) ask('value', message('import.askValue'));
  if (shape !== 'long' && valueColumns.length === 0) ask('value', message('import.askValueColumns'));
  // With a column for each series, the headings say one of the two, or both.
  const said =
    shape === 'series-across' ? valueColumns.map((column) => saidAbove(mapping, headings[column] ?? '')) : [];
  const isSaid = (field: 'subject' | 'metric') =>
    says(field) || (said.length > 0 && said.every((names) => names[field] !== undefined));
  if (!isSaid('subject')) ask('subject', message('import.askSubject'));
  if (!isSaid('metric')) ask('metric', message('import.askMetric'));
  return questions;
}

/** Macros are not run and links not followed: whether the values are wanted as they were saved, only the user knows. */
export function askedOfWorkbook(
  { carries }: Pick<Workbook, 'carries'>,
  { isAsSaved }: Partial<SeriesMapping>,
): Question[] {
  if (isAsSaved === true || (!carries.macros && !carries.links)) return [];
  const reason = message(carries.macros ? 'import.askMacros' : 'import.askLinks');
  return [{ field: 'workbook', reason }];
}

/** What a column's heading says in a file with a column for each series. */
export function saidAbove({ columns, constants }: SeriesMapping, heading: string): ReturnType<typeof headingOfSeries> {
  const says = (field: ImportField) => columns[field] !== undefined || (constants[field] ?? '') !== '';
  if (says('metric')) return headingOfSeries(heading, 'subject');
  return headingOfSeries(heading, says('subject') || isHeadingOfMetric(heading) ? 'metric' : 'subject');
}

/** The same for two files of one kind: headings that are periods grow with time. */
export function shapeOf(headings: readonly string[], { delimiter }: Pick<SeriesMapping, 'delimiter'>): string {
  const settings = { dateOrder: 'mdy', year: 2000, fiscalYearEnd: 12 } as const;
  const shape = headings.map((heading) => ('label' in readPeriod(heading, settings) ? '#' : heading.toLowerCase()));
  const joined = shape.filter((heading, at) => heading !== '#' || shape[at - 1] !== '#');
  return JSON.stringify([delimiter === '' ? 'workbook' : 'text', ...joined]);
}
