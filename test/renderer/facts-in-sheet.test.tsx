/** Facts in the open sheet: completion of FACT(, the search of the panel, drop and paste, notices, where a cell comes from. */
import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { editFacts } from '../../renderer/facts/facts-store.ts';
import { useFactPanel } from '../../renderer/facts/open-fact.ts';
import { pasteIntoSelection } from '../../renderer/features/sheet/clipboard/clipboard-events.ts';
import { handleCompletionKey, hasSuggestions } from '../../renderer/features/sheet/editing/completion-list.tsx';
import {
  cancelEditing,
  changeText,
  editSession,
  startEditing,
} from '../../renderer/features/sheet/editing/edit-session.ts';
import { followFactQuery } from '../../renderer/features/sheet/facts/fact-completion.ts';
import { cellFace } from '../../renderer/features/sheet/grid/cell-face.ts';
import { SidePanel } from '../../renderer/features/sheet/panel/side-panel.tsx';
import {
  closeSheet,
  followEdits,
  jumpTo,
  openSheet,
  useSheetStore,
} from '../../renderer/features/sheet/sheet-store.ts';
import { showPanelTab } from '../../renderer/features/sheet/sheet-view.ts';
import { adoptPreferences } from '../../renderer/shell/preferences.ts';
import { useRoute } from '../../renderer/shell/routes.ts';
import type { EditResult, Input, Output, WorkbenchEvent } from '../../shared/contract.ts';
import { sameInBoth } from '../../shared/language.ts';
import { FACT_DATA_TYPE } from '../../shared/line-of-fact.ts';
import { ENTITIES, factOf, knownFact, SOURCE } from './fact-fixture.ts';
import { fakeWorkbench } from './fake-workbench.ts';
import { BASE, LOW, lineOf, snapshotOf } from './sheet-fixture.ts';

const FACT = factOf();
const OTHER = factOf({ id: '001/图表1/mmlu:gpt-4o', value: 90, place: '001/图表1', sourceId: '001' });
const ID = FACT.id;

const snapshot = () =>
  snapshotOf([
    {
      line: lineOf({ id: 11, label: { zh: '得分', en: 'Score' } }),
      values: [88.7, 88.7, 88.7],
      contents: [`=FACT("${ID}")`],
    },
    { line: lineOf({ id: 12 }), values: [177.4, 177.4, 177.4], contents: ['=line11*2'] },
  ]);

const hits = (facts = [FACT, OTHER]): Output<'search'> => ({
  hits: facts.map((fact) => ({
    kind: 'fact',
    id: fact.id,
    title: sameInBoth('GPT-4o · MMLU'),
    detail: sameInBoth(''),
    fact,
  })),
  isComplete: true,
});

function inserted({ lines }: Pick<Input<'insertLines'>, 'lines'>): EditResult {
  const [{ label }] = lines;
  const line = lineOf({ id: 20, position: 11.5, label: label ?? sameInBoth('') });
  const state = { revision: 1, undo: null, redo: null };
  return {
    sheetId: 'sheet',
    changes: [{ change: 'putLine', line }],
    values: [],
    inferredUnits: [],
    demonstration: [],
    state,
  };
}

let stops: (() => void)[] = [];

async function open(methods: Parameters<typeof fakeWorkbench>[0] = {}) {
  const workbench = fakeWorkbench({
    openSheet: snapshot,
    getFact: ({ factId }) => knownFact(factId === ID ? FACT : OTHER),
    search: () => hits(),
    listEntities: () => ENTITIES,
    listSources: () => [{ ...SOURCE, exhibitCount: 1, factCount: 1 }],
    listEdits: () => [],
    traceCell: () => ({ precedents: [], dependents: [] }),
    traceSources: () => ({ sources: [], confidence: null, oldestDate: '', unsourcedLineIds: [] }),
    insertLines: inserted,
    ...methods,
  });
  await act(() => openSheet('sheet'));
  act(() => jumpTo({ lineId: 11, scenarioId: LOW, period: '' }));
  stops.push(followFactQuery());
  return workbench;
}

function show() {
  render(
    <MantineProvider env="test">
      <SidePanel onClose={() => undefined} />
      <Notifications />
    </MantineProvider>,
  );
}

/** What insertLines must be asked for: the line that the fact becomes, after line 11, in the base. */
const EXPECTED_LINE = {
  sheetId: 'sheet',
  afterLineId: 11,
  lines: [
    {
      label: { zh: 'GPT-4o MMLU（5-shot）', en: 'GPT-4o MMLU (5-shot)' },
      unit: '%',
      sources: [{ sourceId: '000', place: '000/图1', wording: 'MMLU 88.7' }],
      cells: [{ scenarioId: BASE, period: '', content: `=FACT("${ID}")` }],
    },
  ],
};

beforeEach(() => {
  adoptPreferences({ language: 'en', theme: 'light', marketColours: 'red-up' });
  act(() => showPanelTab('details'));
  useFactPanel.setState({ content: null });
});
afterEach(() => {
  for (const stop of stops) stop();
  stops = [];
  cancelEditing();
  cleanup();
  act(closeSheet);
  vi.unstubAllGlobals();
});

describe('completion of FACT(', () => {
  const type = (text: string, caret = text.length) => changeText(text, { start: caret, end: caret });
  const isOffered = () => vi.waitFor(() => expect(hasSuggestions(editSession())).toBe(true));

  test.each<[typed: string, caret: number | undefined, searched: string, taken: string]>([
    ['=FACT(gpt mmlu', undefined, 'gpt mmlu', `=FACT("${ID}")`],
    ['=FACT("gpt', undefined, 'gpt', `=FACT("${ID}")`],
    ['=2*FACT(gpt)*3', 11, 'gpt', `=2*FACT("${ID}")*3`],
    ['=FACT(', undefined, '得分', `=FACT("${ID}")`],
  ])('in %s searches and puts the id in', async (typed, caret, searched, taken) => {
    const workbench = await open();
    startEditing({ mode: 'type', text: '' });
    type(typed, caret);
    await isOffered();
    expect(workbench.inputsOf('search')).toEqual([{ text: searched, kinds: ['fact'], limit: 12 }]);
    expect(handleCompletionKey('Tab')).toBe(true);
    expect(editSession()?.text).toBe(taken);
    expect(editSession()?.selection.start).toBe(taken.indexOf('")') + 2);
    expect(hasSuggestions(editSession())).toBe(false);
  });

  test('takes the one that the arrow keys chose', async () => {
    await open();
    startEditing({ mode: 'type', text: '' });
    type('=FACT(gpt');
    await isOffered();
    handleCompletionKey('ArrowDown');
    handleCompletionKey('Enter');
    expect(editSession()?.text).toBe(`=FACT("${OTHER.id}")`);
  });

  test('asks for what was typed last alone, and drops what comes too late', async () => {
    const workbench = await open();
    startEditing({ mode: 'type', text: '' });
    for (const text of ['=FACT(g', '=FACT(gp', '=FACT(gpt']) type(text);
    await isOffered();
    expect(workbench.inputsOf('search')).toHaveLength(1);
    type('=FACT(gpt)');
    expect(hasSuggestions(editSession())).toBe(false);
  });
});

describe('a fact becomes a line', () => {
  test('from the search of the panel, by Enter', async () => {
    const workbench = await open();
    show();
    const user = userEvent.setup();
    await user.click(screen.getByRole('tab', { name: 'Facts' }));
    await user.type(screen.getByRole('combobox', { name: 'Search for facts' }), 'mmlu');
    await screen.findAllByRole('option');
    await user.keyboard('{ArrowDown}{ArrowUp}{Enter}');
    await waitFor(() => expect(workbench.inputsOf('insertLines')).toEqual([EXPECTED_LINE]));
    const { rows, selection } = useSheetStore.getState();
    await waitFor(() => expect(rows[selection.anchor.row]?.lineId).toBeDefined());
  });

  test('and says where nothing is found', async () => {
    await open({ search: () => hits([]) });
    show();
    const user = userEvent.setup();
    act(() => showPanelTab('facts'));
    await user.clear(screen.getByRole('combobox'));
    await user.type(screen.getByRole('combobox'), 'xyz');
    await screen.findByText('Nothing found for “xyz”');
  });

  test('by paste on the grid', async () => {
    const workbench = await open();
    const clipboardData = { getData: (kind: string) => (kind === FACT_DATA_TYPE ? ID : 'FACT("x")') };
    pasteIntoSelection({ clipboardData, preventDefault: () => undefined });
    await waitFor(() => expect(workbench.inputsOf('insertLines')).toEqual([EXPECTED_LINE]));
  });

  test('carried as its id and as a formula where it is dragged', async () => {
    await open();
    show();
    act(() => showPanelTab('facts'));
    fireEvent.change(screen.getByRole('combobox'), { target: { value: 'mmlu' } });
    const [first] = await screen.findAllByRole('option');
    const data = new Map<string, string>();
    fireEvent.dragStart(first, {
      dataTransfer: { setData: (kind: string, text: string) => data.set(kind, text), effectAllowed: '' },
    });
    expect(Object.fromEntries(data)).toEqual({ [FACT_DATA_TYPE]: ID, 'text/plain': `FACT("${ID}")` });
  });
});

describe('the grid', () => {
  test('marks links to facts, and says their names once they are known', async () => {
    await open();
    const faceOf = (lineId: number) => {
      const { data } = useSheetStore.getState();
      const line = data?.lines.get(lineId);
      if (!data || !line) throw new Error('no line');
      const column = { kind: 'value', key: '1/', scenarioId: BASE, period: '' } as const;
      return cellFace(data, line, column, { language: 'en', t: (key) => key, compact: false });
    };
    await waitFor(() => expect(faceOf(11).title).toContain('GPT-4o MMLU (5-shot): 88.7% (000/图1)'));
    expect([faceOf(11).isFact, faceOf(12).isFact]).toEqual([true, false]);
  });
});

describe('a fact that changed', () => {
  async function listen(methods: Parameters<typeof open>[0] = {}) {
    const workbench = await open(methods);
    let tell: (event: WorkbenchEvent) => void = () => undefined;
    vi.stubGlobal('plumbline', {
      invoke: async (method: string, input: unknown) =>
        (await fetch(`/call/${method}`, { body: JSON.stringify(input) })).json(),
      on: (_: string, listener: typeof tell) => {
        tell = listener;
        return () => undefined;
      },
    });
    stops.push(followEdits());
    return { workbench, tell: (event: WorkbenchEvent) => act(() => tell(event)) };
  }

  const recalculated = (sheetId: string): Extract<WorkbenchEvent, { event: 'sheetRecalculated' }> => ({
    event: 'sheetRecalculated',
    sheetId,
    revision: 0,
    factIds: [ID],
    seriesIds: [],
    values: [{ scenarioId: BASE, period: '', lineIds: [11, 12], values: [90, 180] }],
    inferredUnits: [{ lineId: 12, unit: '%' }],
    demonstration: [],
  });

  test('shows its values, names itself and leads to the fact', async () => {
    const { tell } = await listen();
    show();
    const before = useSheetStore.getState().version;
    tell(recalculated('sheet'));
    const { data, version } = useSheetStore.getState();
    expect(data?.values.get('1/')?.get(12)).toBe(180);
    expect(data?.inferredUnits.get(12)).toBe('%');
    expect(version).toBeGreaterThan(before);
    await screen.findByText('“GPT-4o MMLU (5-shot)” changed: 2 cells recalculated');
    await userEvent.click(screen.getByRole('button', { name: 'Open' }));
    expect(useFactPanel.getState().content).toEqual({ shows: 'fact', factId: ID });
  });

  test('while an edit was on its way has the sheet loaded anew, whichever came first', async () => {
    const { workbench, tell } = await listen();
    show();
    tell({ ...recalculated('sheet'), revision: 1 });
    expect(useSheetStore.getState().data?.values.get('1/')?.get(12)).toBe(177.4);
    await waitFor(() => expect(workbench.inputsOf('openSheet')).toHaveLength(2));
  });

  test('while the sheet is being loaded has it asked for again: the answer may be older', async () => {
    const { workbench, tell } = await listen();
    const loaded = act(() => openSheet('sheet'));
    tell(recalculated('sheet'));
    await loaded;
    expect(workbench.inputsOf('openSheet')).toHaveLength(3);
  });

  test('in another sheet is nothing to this one', async () => {
    const { tell } = await listen();
    tell(recalculated('other'));
    expect(useSheetStore.getState().data?.values.get('1/')?.get(12)).toBe(177.4);
  });
});

describe('where a computed cell comes from', () => {
  const traced: Output<'traceSources'> = {
    sources: [
      {
        sourceId: '000',
        source: SOURCE,
        facts: [
          {
            ...FACT,
            factId: ID,
            usedFactId: OTHER.id,
            subject: sameInBoth('GPT-4o'),
            metric: sameInBoth('MMLU'),
          },
        ],
        series: [],
        citations: [],
      },
      {
        sourceId: 'My notes',
        source: null,
        facts: [],
        series: [],
        citations: [{ lineId: 11, place: 'page 2', wording: 'so' }],
      },
    ],
    confidence: 'consistent',
    oldestDate: '2023',
    unsourcedLineIds: [12],
  };

  test('is grouped by source, with the weakest confidence and the oldest date, and each can be opened', async () => {
    await open({ traceSources: () => traced });
    act(() => jumpTo({ lineId: 12, scenarioId: BASE, period: '' }));
    show();
    for (const text of ['fits other figures', '2023', 'My notes']) await screen.findByText(text);
    const user = userEvent.setup();
    await user.click(screen.getByTitle(/another one was chosen/));
    expect(useFactPanel.getState().content).toEqual({ shows: 'fact', factId: OTHER.id });
    await user.click(screen.getByRole('button', { name: /A broker, Open models/ }));
    expect(useRoute.getState().route).toEqual({ screen: 'sources', sourceId: '000' });
    await user.click(screen.getByTitle('so'));
    const { rows, selection } = useSheetStore.getState();
    expect(rows[selection.anchor.row].lineId).toBe(11);
  });

  test('stays while it is asked for again: a press that began before still opens', async () => {
    let confidence = traced.confidence;
    await open({ traceSources: () => ({ ...traced, confidence }) });
    act(() => jumpTo({ lineId: 12, scenarioId: BASE, period: '' }));
    show();
    const before = await screen.findByTitle(/another one was chosen/);
    confidence = 'printed';
    await act(() => editFacts(Promise.resolve({ facts: [], state: { revision: 1, undo: null, redo: null } })));
    expect(screen.getByTitle(/another one was chosen/)).toBe(before);
    await screen.findByText('as printed');
    fireEvent.click(before);
    expect(useFactPanel.getState().content).toEqual({ shows: 'fact', factId: OTHER.id });
  });
});
