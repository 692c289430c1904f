/**
 * The sheet of sources behind an exported table: one row for every fact that a cell shows, with all that
 * says where it comes from. Cells of the table link to their row here.
 */
import type { Worksheet } from 'wasm-xlsxwriter';
import { type Fact, figureOf, type Source } from '../../shared/facts.ts';
import { inLanguage, type Language, type LocalText } from '../../shared/language.ts';
import { formatMessage, type MessageKey, message } from '../../shared/messages.ts';
import { writeValue } from './cells.ts';
import { cellText } from './excel-text.ts';
import { addressOn } from './layout.ts';
import { setUpPrinting, writeTitle } from './sheet-setup.ts';
import { placeOf } from './sources-sheet.ts';
import { INPUT_COLOUR, type Look, type Styles } from './styles.ts';

/** A fact that a cell of a table shows. */
export type TableFact = { fact: Fact; isRetired: boolean; subject: LocalText; metric: LocalText };

const HEADER_ROW = 2;
const FIRST_ROW = HEADER_ROW + 1;
const COLUMNS: [heading: MessageKey, width: number][] = [
  ['excel.factId', 30],
  ['excel.subject', 22],
  ['excel.metric', 22],
  ['excel.setting', 16],
  ['excel.value', 14],
  ['excel.unit', 14],
  ['excel.qualifier', 8],
  ['excel.date', 12],
  ['excel.document', 40],
  ['excel.publisher', 20],
  ['excel.place', 16],
  ['excel.printed', 18],
  ['excel.wording', 56],
  ['excel.printedFigure', 14],
  ['excel.correctionReason', 48],
];
const VALUE_COLUMN = 4;
const PRINTED_COLUMN = 13;

/** Where the fact at `index` stands on the sheet of this name. */
export function addressOfTableFact(sheet: string, index: number): string {
  return addressOn(sheet, FIRST_ROW + index, 0);
}

export function writeTableSources(
  worksheet: Worksheet,
  facts: readonly TableFact[],
  sources: ReadonlyMap<string, Source>,
  styles: Styles,
  language: Language,
): void {
  const say = (key: MessageKey) => formatMessage(message(key), language);
  writeTitle(worksheet, say('excel.sources'), styles);
  COLUMNS.forEach(([heading, width], column) => {
    worksheet.setColumnWidth(column, width);
    const look: Look = { header: true, right: column === VALUE_COLUMN || column === PRINTED_COLUMN };
    worksheet.writeStringWithFormat(HEADER_ROW, column, say(heading), styles.of(look));
  });
  facts.forEach(({ fact, isRetired, subject, metric }, index) => {
    const row = FIRST_ROW + index;
    const source = sources.get(fact.sourceId);
    const reason = fact.correction === null ? '' : inLanguage(fact.correction.reason, language);
    const texts = [
      fact.id,
      inLanguage(subject, language),
      inLanguage(metric, language),
      fact.setting,
      '',
      fact.unit,
      fact.qualifier,
      fact.date,
      source?.title ?? fact.sourceId,
      source?.publisher ?? '',
      placeOf(fact),
      fact.printed,
      fact.wording,
      '',
      [reason, isRetired ? say('excel.factRetired') : ''].filter((text) => text !== '').join('\n'),
    ];
    texts.forEach((text, column) => {
      if (text !== '') worksheet.writeStringWithFormat(row, column, cellText(text), styles.of({ wrap: true }));
    });
    const used = figureOf(fact);
    writeValue(worksheet, row, VALUE_COLUMN, used.value ?? used.text, styles.of({ colour: INPUT_COLOUR, right: true }));
    if (fact.correction !== null) {
      writeValue(worksheet, row, PRINTED_COLUMN, fact.value ?? fact.text, styles.of({ right: true }));
    }
  });
  worksheet.setFreezePanes(FIRST_ROW, 1);
  setUpPrinting(worksheet, HEADER_ROW, HEADER_ROW);
}
