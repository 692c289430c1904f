/**
 * The sources sheet: for each figure its document, the place in it and the words it was read from.
 */
import type { Worksheet } from 'wasm-xlsxwriter';
import type { Source } from '../../shared/facts.ts';
import { inLanguage, type Language } from '../../shared/language.ts';
import { formatMessage, type MessageKey, message } from '../../shared/messages.ts';
import type { Line, SourceRef } from '../../shared/sheet.ts';
import { cellText } from './excel-text.ts';
import { fitRowHeight, setUpPrinting, writeTitle } from './sheet-setup.ts';
import { QUIET_COLOUR, type Styles } from './styles.ts';

const HEADER_ROW = 2;
const COLUMNS: [heading: MessageKey, width: number][] = [
  ['excel.label', 36],
  ['excel.name', 24],
  ['excel.document', 48],
  ['excel.publisher', 22],
  ['excel.date', 12],
  ['excel.place', 20],
  ['excel.wording', 64],
];

/** Finds documents by id, and puts a reference in words. */
export class SourceIndex {
  private readonly byId: Map<string, Source>;

  constructor(sources: readonly Source[]) {
    this.byId = new Map(sources.map((source) => [source.id, source]));
  }

  /** A reference to a document that is not known carries its title instead of an id. */
  titleOf({ sourceId }: SourceRef): string {
    return this.byId.get(sourceId)?.title ?? sourceId;
  }

  find({ sourceId }: SourceRef): Source | undefined {
    return this.byId.get(sourceId);
  }

  /** `图表14: wording` beside a figure; the title stands there only where no place says where to look. */
  describe(ref: SourceRef): string {
    const place = placeOf(ref) || this.titleOf(ref);
    return ref.wording === '' ? place : `${place}: ${ref.wording}`;
  }
}

/** `图表14` of `002/图表14`: the document is named beside it. */
export function placeOf({ sourceId, place }: SourceRef): string {
  return place.startsWith(`${sourceId}/`) ? place.slice(sourceId.length + 1) : place;
}

export function writeSourcesSheet(
  worksheet: Worksheet,
  lines: readonly { line: Line; refs: readonly SourceRef[] }[],
  sources: SourceIndex,
  styles: Styles,
  language: Language,
): void {
  const say = (key: MessageKey) => formatMessage(message(key), language);
  writeTitle(worksheet, say('excel.sources'), styles);
  COLUMNS.forEach(([heading, width], column) => {
    worksheet.setColumnWidth(column, width);
    worksheet.writeStringWithFormat(HEADER_ROW, column, say(heading), styles.of({ header: true }));
  });
  let row = HEADER_ROW + 1;
  for (const { line, refs } of lines) {
    for (const ref of refs) {
      const source = sources.find(ref);
      const texts = [
        inLanguage(line.label, language) || line.name,
        line.name,
        sources.titleOf(ref),
        source?.publisher ?? '',
        source?.date ?? '',
        placeOf(ref),
        ref.wording,
      ];
      texts.forEach((text, column) => {
        const look = column === 1 ? { colour: QUIET_COLOUR, wrap: true } : { wrap: true };
        if (text !== '') worksheet.writeStringWithFormat(row, column, cellText(text), styles.of(look));
      });
      fitRowHeight(
        worksheet,
        row,
        texts.map((text, column) => [text, COLUMNS[column][1]]),
      );
      row++;
    }
  }
  worksheet.setFreezePanes(HEADER_ROW + 1, 1);
  setUpPrinting(worksheet, HEADER_ROW, HEADER_ROW);
}
