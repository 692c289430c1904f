/** Small sheets for tests, written as rows of contents. */
import { sameInBoth } from '../../shared/language.ts';
import type { TimeAxis } from '../../shared/periods.ts';
import type { Cell, Line, SheetDocument } from '../../shared/sheet.ts';

export type Row = Partial<Omit<Line, 'label' | 'note'>> & {
  label?: string;
  note?: string;
  heading?: string;
  /** Content by scenario, the base first; null for none. */
  cells?: (string | null)[];
};

/** A sheet of these rows by `Base`, and as many scenarios below it as the longest row has contents. */
export function sheetOf(
  rows: readonly Row[],
  { title = 'Test', timeAxis = null as TimeAxis | null } = {},
): SheetDocument {
  const scenarioCount = Math.max(...rows.map(({ cells }) => cells?.length ?? 0));
  const cells: Cell[] = [];
  const lines = rows.map(({ heading, label, note, cells: contents = [], ...fields }, index): Line => {
    const id = index + 1;
    contents.forEach((content, scenario) => {
      if (content !== null) cells.push({ lineId: id, scenarioId: scenario + 1, period: '', content });
    });
    return {
      id,
      kind: heading === undefined ? 'line' : 'heading',
      position: index,
      name: '',
      unit: '',
      format: { decimals: null, grouping: true },
      sources: [],
      reported: null,
      ...fields,
      label: sameInBoth(heading ?? label ?? ''),
      note: sameInBoth(note ?? ''),
    };
  });
  const scenarios = Array.from({ length: scenarioCount }, (_, index) => ({
    id: index + 1,
    parentId: index === 0 ? null : 1,
    position: index,
    name: sameInBoth(index === 0 ? 'Base' : `Scenario ${index}`),
    note: sameInBoth(''),
  }));
  const sheet = {
    id: 'test',
    title: sameInBoth(title),
    note: sameInBoth(''),
    timeAxis,
    customUnits: [],
    templateId: null,
  };
  return { sheet, scenarios, lines, cells };
}
