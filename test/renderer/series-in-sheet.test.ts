/** Series in the open sheet: completion of SERIES(, their labels, and what is said when one changes. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { loadFacts } from '../../renderer/facts/facts-store.ts';
import { handleCompletionKey, hasSuggestions } from '../../renderer/features/sheet/editing/completion-list.tsx';
import {
  cancelEditing,
  changeText,
  editSession,
  startEditing,
} from '../../renderer/features/sheet/editing/edit-session.ts';
import { cellFace } from '../../renderer/features/sheet/grid/cell-face.ts';
import { learnSeries, seriesLabel } from '../../renderer/features/sheet/series/known-series.ts';
import { closeSheet, jumpTo, openSheet, useSheetStore } from '../../renderer/features/sheet/sheet-store.ts';
import { useSeries } from '../../renderer/series/series-store.ts';
import { adoptPreferences } from '../../renderer/shell/preferences.ts';
import { sameInBoth } from '../../shared/language.ts';
import type { SeriesSummary } from '../../shared/series.ts';
import { ENTITIES } from './fact-fixture.ts';
import { fakeWorkbench } from './fake-workbench.ts';
import { BASE, lineOf, snapshotOf } from './sheet-fixture.ts';

const [subject] = ENTITIES;

const seriesOf = (id: string, fields: Partial<SeriesSummary> = {}): SeriesSummary => ({
  id,
  origin: 'own',
  subjectId: subject.id,
  metricId: 'downloads',
  market: 'abroad',
  platform: '',
  vendor: 'V',
  definition: '',
  grain: 'day',
  unit: '万次',
  fiscalYearEnd: 12,
  note: sameInBoth(''),
  first: '2024-01-01',
  last: '2024-07-19',
  observationCount: 201,
  restatementCount: 0,
  ...fields,
});

const SERIES = [
  seriesOf('downloads/one'),
  seriesOf('downloads/two', { market: 'China', origin: 'demonstration' }),
  seriesOf('capex/three', { subjectId: 'somebody', metricId: 'capital-expenditure', market: '', vendor: '' }),
];

beforeEach(async () => {
  adoptPreferences({ language: 'en', theme: 'light', marketColours: 'red-up' });
  fakeWorkbench({
    openSheet: () =>
      snapshotOf([
        { line: lineOf({ id: 11 }), values: [1, 1, 1], contents: ['=SERIES("downloads/two", "latest")'] },
        { line: lineOf({ id: 12 }), values: [2, 2, 2], contents: ['=line11*SERIES("downloads/one")'] },
      ]),
    listSeries: () => SERIES,
    listEntities: () => ENTITIES,
    listSources: () => [],
  });
  await Promise.all([openSheet('sheet'), loadFacts(), learnSeries(['downloads/one'])]);
  jumpTo({ lineId: 11, scenarioId: BASE, period: '' });
});

afterEach(() => {
  cancelEditing();
  closeSheet();
  useSeries.setState({ status: 'unread', byId: new Map() });
  vi.unstubAllGlobals();
});

describe('completion of SERIES(', () => {
  test.each<[typed: string, caret: number | undefined, taken: string]>([
    ['=SERIES(one', undefined, '=SERIES("downloads/one")'],
    [`=SERIES("${subject.name.en} china`, undefined, '=SERIES("downloads/two")'],
    ['=2*series(capex)*3', 15, '=2*series("capex/three")*3'],
    ['=SERIES(CAPEX, "latest", "ttm")', 13, '=SERIES("capex/three", "latest", "ttm")'],
    ['=SERIES("capex", "latest", "ttm")', 14, '=SERIES("capex/three", "latest", "ttm")'],
  ])('in %s finds by names and ids, and puts the id in', (typed, caret = typed.length, taken) => {
    startEditing({ mode: 'type', text: '' });
    changeText(typed, { start: caret, end: caret });
    expect(hasSuggestions(editSession())).toBe(true);
    expect(handleCompletionKey('Tab')).toBe(true);
    expect(editSession()?.text).toBe(taken);
    expect(hasSuggestions(editSession())).toBe(false);
  });

  test('offers nothing where nothing is found, and nothing in the arguments that follow', () => {
    startEditing({ mode: 'type', text: '' });
    for (const text of ['=SERIES(nowhere', '=SERIES("downloads/one", "la']) {
      changeText(text, { start: text.length, end: text.length });
      expect(hasSuggestions(editSession())).toBe(false);
    }
  });
});

test('a cell that is a series alone looks like a link, and says its name, range and mark', () => {
  const { data, columns } = useSheetStore.getState();
  const column = columns.find(({ kind }) => kind === 'value');
  if (data === null || column === undefined) throw new Error('No sheet is open');
  const face = (lineId: number) => {
    const line = data.lines.get(lineId);
    if (line === undefined) throw new Error('No such line');
    return cellFace(data, line, column, { language: 'en', t: (key) => key, compact: false });
  };
  expect([face(11).isFact, face(12).isFact]).toEqual([true, false]);
  expect(face(11).title).toContain('Demonstration data, not real');
  expect(face(12).title).toContain(`${subject.name.en} downloads (abroad, V) · 2024-01-01 – 2024-07-19`);
  expect(seriesLabel('nobody knows it', 'en')).toBe('nobody knows it');
});
