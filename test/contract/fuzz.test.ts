/**
 * No input makes dispatch throw, hang or lose data: calls of every kind, sensible, damaged and absurd, on one
 * store; after each one the sheet that is in memory is the one on disk, and a fresh calculation agrees.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contract, type Method, type SheetSnapshot } from '../../shared/contract.ts';
import { sheetOf } from './sheet-for-test.ts';
import { TestWorkbench } from './workbench-for-test.ts';

const METHODS = Object.keys(contract) as Method[];

const absurd = fc.anything({
  withBigInt: false,
  withDate: true,
  withMap: true,
  withNullPrototype: true,
  withObjectString: true,
  maxDepth: 3,
});

const id = fc.integer({ min: 0, max: 14 });
const text = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.constantFrom(
    'a',
    'b',
    'c',
    '=a+b',
    '=b*2',
    '=SUM(a:c)',
    '=c',
    '=1/0',
    '=((',
    '12%',
    '1,234',
    '7.5万',
    '5 USD',
    'TRUE',
    "'x",
    '__proto__',
    'constructor',
    '\u0000',
    '\ud800',
  ),
);
const localText = fc.record({ zh: text, en: text });
const cell = fc.record({
  lineId: id,
  scenarioId: id,
  period: fc.constantFrom('', '', '', '2024'),
  content: fc.option(text),
});
const draft = fc.record(
  {
    kind: fc.constantFrom('line', 'heading'),
    name: text,
    label: localText,
    unit: fc.constantFrom('', 'USD', '万元', '%', '((', 'x'),
    cells: fc.array(cell, { maxLength: 2 }),
  },
  { requiredKeys: [] },
);
const ids = fc.array(id, { minLength: 1, maxLength: 4 });

/** Inputs that are likely to fit. */
function sensible(sheetId: string) {
  const of = (fields: Record<string, fc.Arbitrary<unknown>>) => fc.record({ sheetId: fc.constant(sheetId), ...fields });
  const call = (method: Method, fields: Record<string, fc.Arbitrary<unknown>>) =>
    fc.tuple(fc.constant(method), of(fields));
  return fc.oneof(
    call('setCells', { cells: fc.array(cell, { minLength: 1, maxLength: 3 }) }),
    call('insertLines', { afterLineId: fc.option(id), lines: fc.array(draft, { minLength: 1, maxLength: 3 }) }),
    call('updateLine', { lineId: id, fields: draft }),
    call('updateLine', { lineId: id, fields: fc.record({ name: text }) }),
    call('deleteLines', { lineIds: ids }),
    call('duplicateLines', { lineIds: ids }),
    call('moveLines', { lineIds: ids, afterLineId: fc.option(id) }),
    call('addScenario', { name: localText, parentId: fc.option(id) }),
    call('updateScenario', { scenarioId: id, fields: fc.record({ parentId: fc.option(id) }) }),
    call('duplicateScenario', { scenarioId: id }),
    call('moveScenario', { scenarioId: id, afterScenarioId: fc.option(id) }),
    call('deleteScenario', { scenarioId: id }),
    call('pasteBlock', {
      lines: fc.array(fc.record({ lineId: id, fields: fc.record({ name: text }) }), { maxLength: 2 }),
      newLines: fc.array(draft, { maxLength: 2 }),
      cells: fc.array(cell, { maxLength: 2 }),
    }),
    call('addUnit', { unit: fc.record({ name: text, definition: text }) }),
    call('updateSheet', { fields: fc.record({ title: localText }) }),
    call('undo', {}),
    call('redo', {}),
    call('traceCell', { cell }),
    call('checkUnit', { unit: text }),
  );
}

type OwnList = { listId: string; groupIds: string[] };

/** The same of the watchlist: of a list with two groups, bundled securities and new ones. */
function sensibleWatch({ listId, groupIds }: OwnList) {
  const call = (method: Method, fields: Record<string, fc.Arbitrary<unknown>>) =>
    fc.tuple(fc.constant(method), fc.record(fields, { requiredKeys: Object.keys(fields) }));
  const list = fc.constant(listId);
  const groupId = fc.constantFrom(...groupIds);
  const place = fc.constantFrom('', ...groupIds);
  const securityId = fc.constantFrom('688111.SH', '300033.SZ', '601360.SH', 'HSI.HI', 'nothing.SH');
  const security = fc.record(
    {
      name: localText,
      code: fc.constantFrom('688111', '601360', 'BIDU', ''),
      exchange: fc.constantFrom('SH', 'HK', 'US', 'other'),
      aliases: fc.array(text, { maxLength: 2 }),
      sector: localText,
    },
    { requiredKeys: ['name'] },
  );
  const entries = fc.array(fc.record({ groupId: place, securityId }), { minLength: 1, maxLength: 3 });
  return fc.oneof(
    call('putSecurity', { security }),
    call('putSecurity', { securityId, security }),
    call('resetSecurity', { securityId }),
    call('deleteSecurity', { securityId }),
    call('setTags', {
      tags: fc.array(fc.record({ securityId, tags: fc.array(text, { maxLength: 3 }) }), { minLength: 1 }),
    }),
    call('addEntries', {
      listId: list,
      groupId: place,
      entries: fc.array(fc.oneof(fc.record({ securityId }), fc.record({ draft: security })), {
        minLength: 1,
        maxLength: 3,
      }),
    }),
    call('moveEntries', { listId: list, entries, groupId: place, afterId: fc.option(securityId) }),
    call('removeEntries', { listId: list, entries }),
    call('putGroup', { listId: list, title: localText, parentId: fc.option(groupId) }),
    call('putGroup', { listId: list, groupId, title: localText }),
    call('moveGroup', { groupId, parentId: fc.option(groupId), afterId: fc.option(groupId) }),
    call('deleteGroup', { groupId }),
    call('putList', { listId: list, title: localText, note: localText }),
    call('undoWatchlist', {}),
    call('redoWatchlist', {}),
  );
}

async function ownList(workbench: TestWorkbench): Promise<OwnList> {
  const title = { zh: '自选', en: 'Mine' };
  const { listId } = await workbench.call('putList', { title, note: { zh: '', en: '' } });
  const groupIds: string[] = [];
  for (let at = 0; at < 2; at++) groupIds.push((await workbench.call('putGroup', { listId, title })).groupId);
  await workbench.call('addEntries', { listId, groupId: groupIds[0], entries: [{ securityId: '688111.SH' }] });
  return { listId, groupIds };
}

/** Everything that the edits of the watchlist change. */
async function watchState(workbench: TestWorkbench, { listId }: OwnList) {
  const { lists } = await workbench.call('listWatchLists', {});
  const own = lists.some(({ id: each }) => each === listId) ? await workbench.call('getWatchList', { listId }) : null;
  return { lists, groups: own?.groups, entries: own?.entries, securities: await workbench.call('listSecurities', {}) };
}

const wrong = fc.tuple(fc.oneof(fc.constantFrom<string>(...METHODS), text), absurd);

describe('dispatch', () => {
  it('takes anything, and keeps memory, disk and calculation in step', { timeout: 120_000 }, async () => {
    const workbench = new TestWorkbench();
    const sheetId = await sheetOf(
      workbench,
      {
        a: { cells: { base: '1', high: '2' } },
        b: { unit: 'USD', cells: { base: '5' } },
        c: { cells: { base: '=a*3' } },
      },
      { high: 'base' },
    );
    const list = await ownList(workbench);
    const calls = fc.array(
      fc.oneof(
        { weight: 4, arbitrary: sensible(sheetId) },
        { weight: 2, arbitrary: sensibleWatch(list) },
        { weight: 1, arbitrary: wrong },
      ),
      { minLength: 5, maxLength: 25 },
    );
    await fc.assert(
      fc.asyncProperty(calls, async (sequence) => {
        for (const [method, input] of sequence) {
          if (method === 'exportWorkbook') continue;
          const result = await workbench.dispatch(method, cloneable(input));
          expect(result.ok || result.error.code !== 'internal', `${method} ${workbench.logged.join('\n')}`).toBe(true);
        }
        expect(workbench.logged).toEqual([]);
        await workbench.dispatch('restoreSheet', { sheetId });
        const inMemory = await workbench.call('openSheet', { sheetId });
        workbench.restart();
        const onDisk = await workbench.call('openSheet', { sheetId });
        expect(inOrder(inMemory)).toEqual(inOrder(onDisk));
        expect(workbench.store.db.pragma('foreign_key_check')).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('undoes and redoes any series of edits exactly', { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(), async (seed) => {
        const workbench = new TestWorkbench();
        const sheetId = await sheetOf(
          workbench,
          { a: { cells: { base: '1' } }, b: { cells: { base: '=a' } } },
          { high: 'base' },
        );
        const states = [inOrder(await workbench.call('openSheet', { sheetId }))];
        for (const [method, input] of fc.sample(sensible(sheetId), { seed, numRuns: 15 })) {
          if (method === 'undo' || method === 'redo') continue;
          await workbench.dispatch(method, cloneable(input));
          const state = inOrder(await workbench.call('openSheet', { sheetId }));
          if (JSON.stringify(state) !== JSON.stringify(states.at(-1))) states.push(state);
        }
        for (const state of states.toReversed().slice(1)) {
          await workbench.call('undo', { sheetId });
          expect(inOrder(await workbench.call('openSheet', { sheetId }))).toEqual(state);
        }
        for (const state of states.slice(1)) {
          await workbench.call('redo', { sheetId });
          expect(inOrder(await workbench.call('openSheet', { sheetId }))).toEqual(state);
        }
      }),
      { numRuns: 20 },
    );
  });
});

it('undoes and redoes any series of edits of the watchlist exactly', { timeout: 120_000 }, async () => {
  let edits = 0;
  await fc.assert(
    fc.asyncProperty(fc.nat(), async (seed) => {
      const workbench = new TestWorkbench();
      const list = await ownList(workbench);
      const states = [await watchState(workbench, list)];
      for (const [method, input] of fc.sample(sensibleWatch(list), { seed, numRuns: 15 })) {
        if (method === 'undoWatchlist' || method === 'redoWatchlist') continue;
        await workbench.dispatch(method, cloneable(input));
        const state = await watchState(workbench, list);
        if (JSON.stringify(state) !== JSON.stringify(states.at(-1))) states.push(state);
      }
      for (const state of states.toReversed().slice(1)) {
        await workbench.call('undoWatchlist', {});
        expect(await watchState(workbench, list)).toEqual(state);
      }
      for (const state of states.slice(1)) {
        await workbench.call('redoWatchlist', {});
        expect(await watchState(workbench, list)).toEqual(state);
      }
      expect(workbench.store.db.pragma('foreign_key_check')).toEqual([]);
      edits += states.length - 1;
    }),
    { numRuns: 10 },
  );
  // What is always refused tells nothing.
  expect(edits).toBeGreaterThan(20);
});

/** What memory and disk must agree on; the order of cells and of columns is nobody's business. */
function inOrder({ document, values, inferredUnits }: SheetSnapshot) {
  const cells = document.cells.map((each) => JSON.stringify([each.lineId, each.scenarioId, each.period, each.content]));
  return {
    ...document,
    cells: cells.sort(),
    values: values.toSorted((a, b) => a.scenarioId - b.scenarioId),
    inferredUnits: inferredUnits.toSorted((a, b) => a.lineId - b.lineId),
  };
}

/** The value as it would come over a wire, or undefined where it could not. */
function cloneable(input: unknown): unknown {
  try {
    return structuredClone(input);
  } catch {
    return undefined;
  }
}
