/** What a mapping of prices still leaves open, and the shape of headings by which it is remembered. */
import type { BarImportPreview, BarMapping } from '../../../shared/bar-import.ts';
import { type Message, message } from '../../../shared/messages.ts';
import type { BarSecurities } from './bar-securities.ts';

export type BarQuestion = BarImportPreview['questions'][number];

/** What no file can answer without the user. */
export function unansweredOfBars({ shape, columns, closeColumns, security, adjustment }: BarMapping): BarQuestion[] {
  const questions: BarQuestion[] = [];
  const ask = (field: BarQuestion['field'], reason: Message) => questions.push({ field, reason });
  if (columns.day === undefined) ask('day', message('bars.askDay'));
  if (shape === 'long' && columns.close === undefined) ask('close', message('bars.askClose'));
  if (shape === 'closes-across' && closeColumns.length === 0) ask('close', message('bars.askCloses'));
  if (shape === 'long' && columns.security === undefined && security.trim() === '') {
    ask('security', message('bars.askSecurity'));
  }
  if (adjustment === null) ask('adjustment', message('bars.askAdjustment'));
  return questions;
}

/** What the rows could not be taken for because it has not been said. */
export function questionOfBadRow(reason: Message): BarQuestion | null {
  switch (reason.key) {
    case 'import.ambiguousDate':
      return { field: 'dateOrder', reason: message('import.askDateOrder', reason.params) };
    case 'import.shortYear':
      return { field: 'dateOrder', reason };
    case 'bars.exchangeMissing':
      return { field: 'exchange', reason: message('bars.askExchange', reason.params) };
    default:
      return null;
  }
}

/** The same for two files of one kind: with closes across, the codes in the headings come and go. */
export function shapeOfBars(
  headings: readonly string[],
  { delimiter, shape }: Pick<BarMapping, 'delimiter' | 'shape'>,
  securities: BarSecurities,
): string {
  const isCode = (heading: string) => shape === 'closes-across' && securities.isSecurity(heading);
  const kinds = headings.map((heading) => (isCode(heading) ? '#' : heading.toLowerCase()));
  const joined = kinds.filter((kind, at) => kind !== '#' || kinds[at - 1] !== '#');
  return JSON.stringify(['bars', delimiter === '' ? 'workbook' : 'text', ...joined]);
}

/** What is remembered of a mapping: not what is of one file alone, nor what is to be declared each time. */
export function rememberedOfBars(mapping: BarMapping): BarMapping {
  return { ...mapping, security: '', adjustment: null, makeSecurities: null, closeColumns: [], worksheet: '' };
}
