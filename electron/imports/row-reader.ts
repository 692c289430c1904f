/** The fields of one row, read by the columns they stand in; what cannot be read is noted with its cell. */
import { CONFIDENCE_WORDS, type FactColumnField } from '../../shared/fact-columns.ts';
import type { ImportColumn, RowError } from '../../shared/fact-file-methods.ts';
import { type Confidence, type Correction, ENTITY_KINDS, type EntityKind, type Qualifier } from '../../shared/facts.ts';
import type { LocalText } from '../../shared/language.ts';
import { type Message, message } from '../../shared/messages.ts';
import { type RawCell, textOfCell } from './raw-table.ts';
import { readDate } from './read-date.ts';
import { isNothing, type ReadFigure, readFigure, readQualifier } from './read-figure.ts';

const YES = /^(y|yes|true|是|1|停用|已停用|retired)$/i;
const NO = /^(n|no|false|否|0|)$/i;

export class RowReader {
  /** By field, where the column is. */
  readonly #columns = new Map<ImportColumn, number>();
  readonly #headings: readonly string[];
  #cells: readonly RawCell[] = [];
  #row = 0;
  errors: RowError[] = [];

  constructor(mapping: readonly ImportColumn[], headings: readonly string[]) {
    mapping.forEach((column, index) => {
      if (column !== '' && column !== 'figures') this.#columns.set(column, index);
    });
    this.#headings = headings;
  }

  /** Begins with another row; `row` as spreadsheets count, from 1. */
  begin(row: number, cells: readonly RawCell[]): void {
    this.#row = row;
    this.#cells = cells;
    this.errors = [];
  }

  has(field: FactColumnField): boolean {
    return this.#columns.has(field);
  }

  refuse(columnIndex: number | null, reason: Message): void {
    this.errors.push({
      row: this.#row,
      column: columnIndex === null ? '' : (this.#headings[columnIndex] ?? ''),
      columnIndex,
      value: columnIndex === null ? '' : textOfCell(this.#cells[columnIndex]).slice(0, 200),
      reason,
    });
  }

  refuseField(field: FactColumnField, reason: Message): void {
    this.refuse(this.#columns.get(field) ?? null, reason);
  }

  /** As it stands, blanks included: words of a source. */
  text(field: FactColumnField): string {
    const cell = this.#cell(field);
    if (cell !== undefined && typeof cell !== 'string' && cell.fault !== undefined) {
      this.refuseField(field, cell.fault);
      return '';
    }
    return textOfCell(cell);
  }

  word(field: FactColumnField): string {
    return this.text(field).replace(/\s+/g, ' ').trim();
  }

  name(field: FactColumnField): string {
    const before = this.errors.length;
    const name = this.word(field);
    if (name === '' && this.errors.length === before) this.refuseField(field, message('import.missing'));
    return name;
  }

  figure(columnIndex: number): ReadFigure | null {
    const figure = readFigure(this.#cells[columnIndex]);
    if (figure === null || 'value' in figure) return figure;
    this.refuse(columnIndex, figure);
    return null;
  }

  figureOf(field: FactColumnField): ReadFigure | null {
    const column = this.#columns.get(field);
    return column === undefined || isNothing(this.#cells[column]) ? null : this.figure(column);
  }

  date(): string {
    const cell = this.#cell('date');
    if (cell === undefined) return '';
    if (typeof cell !== 'string' && cell.date !== undefined) return cell.date;
    const written = this.text('date');
    const read = readDate(written);
    if ('date' in read) return read.date;
    this.refuseField('date', read.fault);
    return '';
  }

  /** The one beside the number, or of a column of its own. */
  qualifier(figure: ReadFigure | null): Qualifier {
    const text = this.word('qualifier');
    const written = figure?.qualifier ?? null;
    const qualifier = readQualifier(text);
    if (qualifier === null) this.refuseField('qualifier', message('import.noQualifier', { value: text }));
    if (written === null || qualifier === null || written === qualifier) return qualifier ?? '=';
    if (text !== '') this.refuseField('qualifier', message('import.twoQualifiers', { written, qualifier: text }));
    return written;
  }

  /** Undefined where neither the number, nor its column, nor its heading says one; `1` says that it has none. */
  unit(figure: ReadFigure, ofHeading: string): string | undefined {
    const unit = this.word('unit') || ofHeading;
    if (unit === '1' && figure.unit === '') return '';
    const written = figure.unit;
    if (written === '' || unit === '' || sameUnit(written, unit)) return unit || written || undefined;
    const said = written === '%' ? 'import.percentWithUnit' : 'import.twoUnits';
    this.refuseField('unit', message(said, { written, unit }));
    return undefined;
  }

  confidence(): Confidence | undefined {
    const text = this.word('confidence').toLowerCase();
    if (text === '') return undefined;
    if (!Object.hasOwn(CONFIDENCE_WORDS, text)) {
      this.refuseField('confidence', message('import.noConfidence', { value: text }));
      return undefined;
    }
    return CONFIDENCE_WORDS[text];
  }

  kind(field: 'subjectKind' | 'metricKind'): EntityKind | undefined {
    const text = this.word(field).toLowerCase();
    const kind = ENTITY_KINDS.find((each) => each === text);
    if (text !== '' && kind === undefined) {
      this.refuseField(field, message('import.noKind', { value: text, kinds: ENTITY_KINDS.join(', ') }));
    }
    return kind;
  }

  /** A column for the second language alone says that the two differ. */
  localText(field: 'note' | 'reason', english: 'noteEn' | 'reasonEn'): LocalText {
    const zh = this.text(field);
    return { zh, en: this.has(english) ? this.text(english) : zh };
  }

  /** Null where nothing is corrected. */
  correction(): Correction | null {
    const reason = this.localText('reason', 'reasonEn');
    const hasText = this.has('correctedText');
    const column = this.#columns.get('corrected');
    const text = hasText ? this.text('correctedText') : '';
    const isEmpty = this.word('corrected') === '' && text === '';
    if (isEmpty) return reason.zh === '' && reason.en === '' ? null : { value: null, text: '', reason };
    const figure = column === undefined ? null : readFigure(this.#cells[column]);
    if (figure !== null && 'value' in figure) return { value: figure.value, text, reason };
    // Without a column for corrected texts, this one takes both.
    if (figure === null || !hasText) return { value: null, text: hasText ? text : this.text('corrected'), reason };
    this.refuseField('corrected', figure);
    return null;
  }

  retired(): boolean | null {
    if (!this.has('retired')) return null;
    const text = this.word('retired');
    if (!YES.test(text) && !NO.test(text)) this.refuseField('retired', message('import.noYesNo', { value: text }));
    return YES.test(text);
  }

  #cell(field: FactColumnField): RawCell | undefined {
    const column = this.#columns.get(field);
    return column === undefined ? undefined : this.#cells[column];
  }
}

function sameUnit(a: string, b: string): boolean {
  return a.replace(/\s/g, '').toLowerCase() === b.replace(/\s/g, '').toLowerCase();
}
