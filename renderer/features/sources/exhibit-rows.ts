/** The cells of an exhibit with their facts: what is copied and exported of each, and what is said of it. */
import { type Exhibit, type FactView, figureOf } from '../../../shared/facts.ts';
import type { LocalText } from '../../../shared/language.ts';
import { placeText } from '../../facts/place-text.ts';

export type ExhibitRow = {
  key: string;
  label: string;
  isHeading: boolean;
  cells: readonly ExhibitCell[];
};

export type ExhibitCell = { printed: string; facts: readonly FactView[] };

const EMPTY: ExhibitCell = { printed: '', facts: [] };

export function rowsOf(exhibit: Exhibit, facts: ReadonlyMap<string, FactView>): ExhibitRow[] {
  return exhibit.rows.map(({ label, cells }, index) => ({
    key: String(index),
    label,
    isHeading: cells.length === 0,
    cells: cells.map(({ printed, factIds }) => ({
      printed,
      facts: factIds.flatMap((id) => facts.get(id) ?? []),
    })),
  }));
}

export function cellAt(row: ExhibitRow, column: number): ExhibitCell {
  return row.cells[column] ?? EMPTY;
}

/** The number of a cell that is one figure; the printed text of any other. */
export function valueOfCell({ printed, facts }: ExhibitCell): number | string | null {
  const number = numberOf({ printed, facts });
  return number ?? (printed === '' ? null : printed);
}

export function numberOf({ facts }: ExhibitCell): number | null {
  const [fact] = facts;
  return facts.length === 1 && !fact.isRetired ? figureOf(fact).value : null;
}

/** Numbers stand at the right: where most cells of the column are figures, and short. */
export function isNumeric(rows: readonly ExhibitRow[], column: number): boolean {
  const cells = rows.map((row) => cellAt(row, column)).filter(({ printed }) => /[^\s—–/-]/.test(printed));
  const figures = cells.filter((cell) => numberOf(cell) !== null && cell.printed.length < 24);
  return cells.length > 0 && figures.length > cells.length / 2;
}

/** The one unit of all figures; '' where they differ or have none. */
export function commonUnit(rows: readonly ExhibitRow[]): string {
  const units = new Set(rows.flatMap(({ cells }) => cells.flatMap(({ facts }) => facts.map(({ unit }) => unit))));
  return units.size === 1 ? [...units][0] : '';
}

/** Exhibits go by their number, `图1 Llama 3.1与主流大模型测试对比`; a section's title says its place already. */
export function exhibitTitle({ id, sourceId, title }: Pick<Exhibit, 'id' | 'sourceId' | 'title'>): LocalText {
  const place = placeText({ place: id, sourceId });
  const number = NUMBERED.test(place) ? `${place} ` : '';
  return { zh: `${number}${title.zh || title.en}`, en: `${number}${title.en || title.zh}` };
}

const NUMBERED = /^(图表|图|表|Table|Figure|Fig\.?)\s*\d/i;
