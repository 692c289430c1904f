/** A workbench with a series and a sheet of every kind of value, for what names single figures of them. */
import { sameInBoth } from '../../shared/language.ts';
import { TestWorkbench } from './workbench-for-test.ts';

/** Its id has a bar in it, as ids may. */
export const DAU = 'dau|app';

const DEFINITION = {
  plumbline: 'sheet',
  version: 1,
  title: { zh: '成本', en: 'Cost' },
  timeAxis: { grain: 'year', start: '2023', count: 3 },
  scenarios: [
    { key: 'base', name: 'base', parent: null },
    { key: 'bull', name: { zh: '乐观', en: 'bull' }, parent: 'base' },
  ],
  lines: [
    {
      name: '用户',
      label: { zh: '用户数', en: 'users' },
      unit: '万人',
      cells: { base: { 2023: '1', 2024: '=2*用户[2023]+2[万人]' }, bull: '7' },
    },
    { name: 'twice', label: '', cells: { base: '=2*用户' } },
    { name: 'wrong', label: 'wrong', cells: { base: '=1/0' } },
    { name: 'word', label: 'word', cells: { base: "'later" } },
    { name: 'flag', label: 'flag', cells: { base: 'TRUE' } },
    { name: 'none', label: 'none', cells: {} },
  ],
};

export async function workbenchWithFigures() {
  const workbench = new TestWorkbench();
  const series = { id: DAU, subjectId: 'chatgpt', metricId: 'downloads', grain: 'month' as const, unit: '百万' };
  const rest = { market: '', platform: '', vendor: 'V', definition: '', fiscalYearEnd: 12, note: sameInBoth('') };
  await workbench.call('putSeries', { series: { ...series, ...rest } });
  await observe(workbench, { '2024-01': 9, '2024-02': 11, '2024-03': 12.1, '2024-04': 10, '2024-05': 9 });
  const { sheetId } = await workbench.call('importSheet', { definition: JSON.stringify(DEFINITION) });
  const lineIds = (await workbench.call('openSheet', { sheetId })).document.lines.map(({ id }) => id);
  return { workbench, sheetId, lineIds };
}

export async function observe(workbench: TestWorkbench, values: Record<string, number | null>): Promise<void> {
  const observations = Object.entries(values).map(([period, value]) => ({ period, value }));
  await workbench.call('setObservations', { seriesId: DAU, observations });
}
