/**
 * The facts sheet: every fact that a formula takes by `FACT("id")`, with its figure in one cell, which the
 * model sheet links to, and all that says where it comes from. What is changed here moves the model.
 */
import type { Worksheet } from 'wasm-xlsxwriter';
import type { Fact } from '../../shared/facts.ts';
import { inLanguage, type Language, type LocalText } from '../../shared/language.ts';
import { formatMessage, type MessageKey, message } from '../../shared/messages.ts';
import type { SourceRef } from '../../shared/sheet.ts';
import type { EngineFact, FactSource } from '../engine/facts.ts';
import { writeValue } from './cells.ts';
import { cellText } from './excel-text.ts';
import { addressOn } from './layout.ts';
import { fitRowHeight, setUpPrinting, writeTitle } from './sheet-setup.ts';
import { placeOf, type SourceIndex } from './sources-sheet.ts';
import { INPUT_COLOUR, QUIET_COLOUR, type Styles } from './styles.ts';

/** A fact that a sheet takes. */
export type SheetFact = {
  /** As the formulas name it. */
  id: string;
  figure: EngineFact;
  /** Whose figure it is: another fact of the same topic where the user has chosen that one. */
  fact: Pick<
    Fact,
    'id' | 'setting' | 'qualifier' | 'date' | 'sourceId' | 'place' | 'printed' | 'wording' | 'correction'
  >;
  subject: LocalText;
  metric: LocalText;
};

const HEADER_ROW = 2;
const FIRST_ROW = HEADER_ROW + 1;
const VALUE_COLUMN = 4;
const COLUMNS: [heading: MessageKey, width: number][] = [
  ['excel.factId', 30],
  ['excel.subject', 22],
  ['excel.metric', 22],
  ['excel.setting', 16],
  ['excel.value', 14],
  ['excel.unit', 14],
  ['excel.qualifier', 8],
  ['excel.date', 12],
  ['excel.printed', 18],
  ['excel.correction', 40],
  ['excel.document', 40],
  ['excel.place', 16],
  ['excel.wording', 56],
];

/** Gives the engine the figures of these facts. */
export function factSourceOf(facts: readonly SheetFact[]): FactSource {
  const figures = new Map(facts.map(({ id, figure }) => [id, figure]));
  return { find: (factId) => figures.get(factId) };
}

/** Where each fact's figure stands on the sheet of this name; the error that stands for one without a figure. */
export function addressesOfFacts(sheet: string, facts: readonly SheetFact[]): (factId: string) => string {
  const addresses = new Map(
    facts.map(({ id, figure }, index) => [
      id,
      figure === 'retired' ? '#N/A' : addressOn(sheet, FIRST_ROW + index, VALUE_COLUMN),
    ]),
  );
  return (factId) => addresses.get(factId) ?? '#NAME?';
}

/** The place in its source that a fact was read from. */
export function sourceRefOf({ fact: { sourceId, place, wording } }: SheetFact): SourceRef {
  return { sourceId, place, wording };
}

export function writeFactsSheet(
  worksheet: Worksheet,
  facts: readonly SheetFact[],
  sources: SourceIndex,
  styles: Styles,
  language: Language,
): void {
  const say = (key: MessageKey) => formatMessage(message(key), language);
  writeTitle(worksheet, say('excel.facts'), styles);
  COLUMNS.forEach(([heading, width], column) => {
    worksheet.setColumnWidth(column, width);
    const format = styles.of({ header: true, right: column === VALUE_COLUMN });
    worksheet.writeStringWithFormat(HEADER_ROW, column, say(heading), format);
  });
  facts.forEach((used, index) => {
    const row = FIRST_ROW + index;
    const texts = textsOf(used, sources, language);
    texts.forEach((text, column) => {
      const look = column === 0 ? { colour: QUIET_COLOUR, wrap: true } : { wrap: true };
      if (text !== '') worksheet.writeStringWithFormat(row, column, cellText(text), styles.of(look));
    });
    const value = used.figure === 'retired' ? say('excel.factRetired') : used.figure.value;
    writeValue(worksheet, row, VALUE_COLUMN, value, styles.of({ colour: INPUT_COLOUR, right: true }));
    fitRowHeight(
      worksheet,
      row,
      texts.map((text, column) => [text, COLUMNS[column][1]]),
    );
  });
  worksheet.setFreezePanes(FIRST_ROW, 1);
  setUpPrinting(worksheet, HEADER_ROW, HEADER_ROW);
}

/** One for each column; that of the value is left to the figure itself. */
function textsOf({ id, figure, fact, subject, metric }: SheetFact, sources: SourceIndex, language: Language): string[] {
  const ref = { sourceId: fact.sourceId, place: fact.place, wording: fact.wording };
  const chosen = fact.id === id ? '' : formatMessage(message('excel.factChosen', { fact: fact.id }), language);
  const reason = fact.correction === null ? '' : inLanguage(fact.correction.reason, language);
  return [
    id,
    inLanguage(subject, language),
    inLanguage(metric, language),
    fact.setting,
    '',
    figure === 'retired' ? '' : figure.unit,
    fact.qualifier,
    fact.date,
    fact.printed,
    [reason, chosen].filter((text) => text !== '').join('\n'),
    sources.titleOf(ref),
    placeOf(ref),
    fact.wording,
  ];
}
