/** What of an exhibit can be drawn as bars: figures of one unit, the rows under one heading at a time. */
import type { Exhibit, FactView } from '../../../shared/facts.ts';
import { cellAt, type ExhibitRow, numberOf, rowsOf } from './exhibit-rows.ts';

export type BarChart = {
  key: string;
  /** The heading over the rows; '' where there is none. */
  group: string;
  unit: string;
  categories: readonly string[];
  series: readonly { name: string; values: readonly (number | null)[] }[];
};

/** One for each group and unit with two figures or more, in the order of the table. */
export function chartsOf(exhibit: Exhibit, facts: ReadonlyMap<string, FactView>): BarChart[] {
  return groupsOf(rowsOf(exhibit, facts)).flatMap(({ group, rows }, index) =>
    unitsOf(rows).flatMap((unit) => {
      const drawn = rows.filter(({ cells }) => cells.some((cell) => isOfUnit(cell, unit)));
      const series = exhibit.columns
        .map((name, at) => ({
          name,
          values: drawn.map((row) => (isOfUnit(cellAt(row, at), unit) ? numberOf(cellAt(row, at)) : null)),
        }))
        .filter(({ values }) => values.some((value) => value !== null));
      const count = series.flatMap(({ values }) => values).filter((value) => value !== null).length;
      const categories = drawn.map(({ label }) => label);
      return count < 2 ? [] : [{ key: `${index} ${unit}`, group, unit, categories, series }];
    }),
  );
}

type Group = { group: string; rows: ExhibitRow[] };

function groupsOf(rows: readonly ExhibitRow[]): Group[] {
  const groups: Group[] = [{ group: '', rows: [] }];
  for (const row of rows) {
    if (row.isHeading) groups.push({ group: row.label, rows: [] });
    else groups[groups.length - 1].rows.push(row);
  }
  return groups.filter((group) => group.rows.length > 0);
}

function unitsOf(rows: readonly ExhibitRow[]): string[] {
  const cells = rows.flatMap((row) => row.cells).filter((cell) => numberOf(cell) !== null);
  return [...new Set(cells.map(({ facts }) => facts[0].unit))];
}

function isOfUnit(cell: ReturnType<typeof cellAt>, unit: string): boolean {
  return numberOf(cell) !== null && cell.facts[0].unit === unit;
}
