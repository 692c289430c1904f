/** The thesis ledger through the workbench: what is kept and checked, when, and what is refused. */
import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { ThesisDraft, ThesisView } from '../../shared/theses.ts';
import { DAU, observe, workbenchWithFigures } from './figures-for-test.ts';
import type { TestWorkbench } from './workbench-for-test.ts';

const PASSPHRASE = 'plumb 铅垂线 hangs true 7';
/** Keys of a vault are slow to derive, on a busy machine all the more. */
const PATIENCE_MS = 60_000;
const CLAIM: ThesisDraft = {
  claim: '豆包 DAU above 10 m',
  about: ['security:0700.HK'],
  condition: `=SERIES("${DAU}") > 10[百万]`,
  due: '2024-12-31',
  probability: 0.7,
  note: '',
};

let workbench: TestWorkbench;
let sheetId: string;

beforeEach(async () => {
  ({ workbench, sheetId } = await workbenchWithFigures());
  workbench.moment = '2024-11-01T12:00:00.000Z';
  await workbench.call('createVault', { passphrase: PASSPHRASE });
}, PATIENCE_MS);

const put = (draft: Partial<ThesisDraft> = {}, thesisId?: string) =>
  workbench.call('putThesis', { thesisId, thesis: { ...CLAIM, ...draft } });
const all = () => workbench.call('listTheses', {});
/** `checked met true`, one line each. */
const historyOf = ({ history }: ThesisView) => history.map(({ what, state, holds }) => `${what} ${state} ${holds}`);
/** Until the ledger has checked by itself what `edit` changed. */
async function settled(edit: () => Promise<unknown>): Promise<ThesisView[]> {
  const told = () => workbench.events.filter(({ event }) => event.event === 'thesesEdited').length;
  const before = told();
  await edit();
  await vi.waitFor(() => expect(told()).toBeGreaterThan(before), { timeout: 20_000 });
  return all();
}

describe('a thesis', () => {
  test('is met on the day its condition is found to hold, and data that take it back are told', async () => {
    const thesis = await put();
    expect(thesis).toMatchObject({ state: 'open', now: { holds: false } });
    expect(thesis.now.figures).toEqual([{ name: `SERIES("${DAU}")`, value: 9, unit: '百万' }]);
    workbench.moment = '2024-12-20T12:00:00.000Z';
    const [met] = await settled(() => observe(workbench, { '2024-06': 12 }));
    expect(met).toMatchObject({ state: 'met', now: { holds: true } });
    expect(met.history.at(-1)).toMatchObject({ at: workbench.moment, holds: true, figures: [{ value: 12 }] });
    const [still] = await settled(() => observe(workbench, { '2024-06': 8 }));
    expect(historyOf(still)).toEqual(['made open null', 'checked open false', 'checked met true', 'checked met false']);
  });

  test('is missed when its day has passed, though its condition hold later', async () => {
    await put();
    workbench.moment = '2025-01-02T12:00:00.000Z';
    await workbench.call('checkTheses', {});
    const [late] = await settled(() => observe(workbench, { '2024-12': 12 }));
    expect(late).toMatchObject({ state: 'missed', now: { holds: true } });
    expect(historyOf(late).slice(-2)).toEqual(['checked missed false', 'checked missed true']);
  });

  test('is met by data that came in time, though the vault was opened after its day', async () => {
    await put();
    await workbench.call('lockVault', {});
    workbench.moment = '2024-12-20T12:00:00.000Z';
    await observe(workbench, { '2024-06': 12 });
    workbench.moment = '2025-01-02T12:00:00.000Z';
    await observe(workbench, { '2024-07': 5 });
    const [met] = await settled(() => workbench.call('unlockVault', { by: { passphrase: PASSPHRASE } }));
    expect(met).toMatchObject({ state: 'met', now: { holds: false } });
    expect(met.history.at(-1)).toMatchObject({ figures: [{ value: 12 }] });
  });

  test.each<[what: string, condition: string, edit: () => Promise<unknown>, holds: boolean | null]>([
    [
      'a fact is corrected',
      'FACT("capex-quarterly/meta/2023Q4:incl-finance-lease-principal") > 8[十亿USD]',
      () =>
        workbench.call('updateFact', {
          factId: 'capex-quarterly/meta/2023Q4:incl-finance-lease-principal',
          fields: { value: 8100 },
        }),
      true,
    ],
    [
      'a series over facts follows one',
      'SERIES("capex/meta/incl-finance-lease-principal","2023Q4") > 8[十亿USD]',
      () =>
        workbench.call('updateFact', {
          factId: 'capex-quarterly/meta/2023Q4:incl-finance-lease-principal',
          fields: { value: 8100 },
        }),
      true,
    ],
    [
      'a cell is edited',
      'CELL("$/用户//2023") > 1[万人]',
      async () => {
        const { document } = await workbench.call('openSheet', { sheetId });
        const cell = { lineId: document.lines[0].id, scenarioId: document.scenarios[0].id, period: '2023' };
        await workbench.call('setCells', { sheetId, cells: [{ ...cell, content: '2' }] });
      },
      true,
    ],
    ['its sheet is deleted', 'CELL("$/用户//2023") > 1[万人]', () => workbench.call('deleteSheet', { sheetId }), null],
    [
      'its series is deleted',
      `SERIES("${DAU}") > 10[百万]`,
      () => workbench.call('deleteSeries', { seriesId: DAU }),
      null,
    ],
  ])('is checked when %s', async (_, condition, edit, holds) => {
    await put({ condition: condition.replace('$', sheetId) });
    const [thesis] = await settled(edit);
    expect(thesis).toMatchObject({ state: holds ? 'met' : 'open', now: { holds } });
  });

  test('that was changed in what decides it is open again, and keeps what it said before', async () => {
    const { id } = await put({ due: '2024-10-01' });
    expect((await all())[0].state).toBe('missed');
    const again = await put({ due: '2024-12-31', claim: 'later' }, id);
    expect(again).toMatchObject({ state: 'open', claim: 'later' });
    expect(again.history.at(-2)).toMatchObject({
      what: 'edited',
      former: { claim: CLAIM.claim, due: '2024-10-01' },
    });
  });

  test('is withdrawn, is not checked then, and is open again when that is asked for', async () => {
    const { id } = await put();
    expect(await workbench.call('withdrawThesis', { thesisId: id })).toMatchObject({ state: 'withdrawn' });
    await observe(workbench, { '2024-06': 12 });
    expect(await workbench.call('checkTheses', {})).toEqual([]);
    expect(await workbench.call('reopenThesis', { thesisId: id, due: '2025-06-30' })).toMatchObject({
      state: 'met',
      due: '2025-06-30',
    });
  });

  test('that is deleted can be put back whole', async () => {
    const thesis = await put();
    const deleted = await workbench.call('deleteThesis', { thesisId: thesis.id });
    expect(await all()).toEqual([]);
    expect(await workbench.call('restoreThesis', { thesis: deleted })).toEqual(thesis);
  });

  test('is listed with those of its object, by their days', async () => {
    await put({ due: '2025-01-01' });
    await put({ due: '2024-11-30' });
    await put({ about: [] });
    expect((await workbench.call('listTheses', { about: 'security:0700.HK' })).map(({ due }) => due)).toEqual([
      '2024-11-30',
      '2025-01-01',
    ]);
    expect(await all()).toHaveLength(3);
  });
});

test('what makes no sense is refused, and nothing is kept', async () => {
  const refused: [draft: Partial<ThesisDraft>, code: string][] = [
    [{ claim: '  ' }, 'invalid-value'],
    [{ due: '2024-02-30' }, 'invalid-value'],
    [{ condition: '=1 >' }, 'formula-syntax'],
    [{ condition: `SERIES("${DAU}")` }, 'invalid-value'],
    [{ condition: 'SERIES("nowhere") > 1' }, 'invalid-value'],
    [{ probability: 1.2 }, 'invalid-input'],
  ];
  for (const [draft, code] of refused) {
    expect(await workbench.refusal('putThesis', { thesis: { ...CLAIM, ...draft } })).toMatchObject({ code });
  }
  expect(await all()).toEqual([]);
});

test('a settled probability stays', async () => {
  const { id } = await put({ due: '2024-10-01' });
  const thesis = { ...CLAIM, due: '2024-10-01', probability: 0.1 };
  expect(await workbench.refusal('putThesis', { thesisId: id, thesis })).toMatchObject({ code: 'invalid-value' });
  expect(await put({ due: '2024-10-01', note: 'why' }, id)).toMatchObject({ note: 'why', state: 'missed' });
});

test('nothing is concluded from few settled theses, and of enough a score and bins', async () => {
  const settle = async (probability: number, holds: boolean) => {
    const condition = holds ? '1 = 1' : '1 = 2';
    await put({ claim: `${probability}`, condition, due: holds ? '2024-12-31' : '2024-10-01', probability });
  };
  for (let at = 0; at < 9; at += 1) await settle(at < 5 ? 0.9 : 0.1, at < 4 || at === 8);
  await put({ probability: null, condition: '1 = 1' });
  expect(await workbench.call('getThesisCalibration', {})).toEqual({ count: 9, needed: 10, brier: null, bins: [] });
  await settle(0.5, true);
  const { count, brier, bins } = await workbench.call('getThesisCalibration', {});
  // Four of five at 0.9 and one of four at 0.1 came true, and the one at 0.5.
  expect([count, brier]).toEqual([10, expect.closeTo((4 * 0.01 + 0.81 + 3 * 0.01 + 0.81 + 0.25) / 10)]);
  expect(bins.map(({ count: inBin, happened }) => [inBin, happened])).toEqual([
    [4, 0.25],
    [0, null],
    [1, 1],
    [0, null],
    [5, 0.8],
  ]);
});

test('locked, nothing of the ledger is told', async () => {
  const { id } = await put();
  await workbench.call('lockVault', {});
  const calls = {
    listTheses: {},
    checkTheses: {},
    putThesis: { thesis: CLAIM },
    deleteThesis: { thesisId: id },
  } as const;
  for (const [method, input] of Object.entries(calls)) {
    expect(await workbench.refusal(method as keyof typeof calls, input)).toMatchObject({ code: 'vault-locked' });
  }
  expect(workbench.logged).toEqual([]);
});

test('the day that changes is noticed', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  try {
    workbench.restart();
    await workbench.call('unlockVault', { by: { passphrase: PASSPHRASE } });
    await put();
    const [missed] = await settled(async () => {
      workbench.moment = '2025-01-01T12:00:00.000Z';
      vi.advanceTimersByTime(60_000);
    });
    expect(missed.state).toBe('missed');
  } finally {
    vi.useRealTimers();
  }
});
