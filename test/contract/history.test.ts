import { describe, expect, it } from 'vitest';
import { formatMessage } from '../../shared/messages.ts';
import { idsOf, sheetOf, type, valuesOf } from './sheet-for-test.ts';
import { TestWorkbench } from './workbench-for-test.ts';

async function counted() {
  const workbench = new TestWorkbench();
  const sheetId = await sheetOf(workbench, { a: { cells: { base: '0' } }, b: { cells: { base: '=a*10' } } });
  const value = async () => (await valuesOf(workbench, sheetId)).b.base;
  return { workbench, sheetId, value };
}

describe('undo and redo', () => {
  it('go back and forth, across restarts', async () => {
    const { workbench, sheetId, value } = await counted();
    for (const content of ['1', '2', '3']) await type(workbench, sheetId, 'a', content);
    await workbench.call('undo', { sheetId });
    workbench.restart();
    await workbench.call('undo', { sheetId });
    expect(await value()).toBe(10);
    await workbench.call('redo', { sheetId });
    workbench.restart();
    expect(await value()).toBe(20);
    await workbench.call('redo', { sheetId });
    expect(await value()).toBe(30);
    expect(await workbench.call('redo', { sheetId })).toBe(null);
    for (let count = 0; count < 3; count += 1) await workbench.call('undo', { sheetId });
    expect(await value()).toBe(0);
    expect(await workbench.call('undo', { sheetId })).toBe(null);
  });

  it('answer with what changed, and the next steps', async () => {
    const { workbench, sheetId } = await counted();
    const done = await type(workbench, sheetId, 'a', '7');
    expect(done.state).toMatchObject({ revision: 1, redo: null });
    expect(formatMessage(done.state.undo?.label ?? { key: 'host.internal', params: {} }, 'en')).toBe('a (base): 7');
    const undone = await workbench.call('undo', { sheetId });
    expect(undone?.changes).toMatchObject([{ change: 'putCell', content: '0' }]);
    expect(undone?.values.flatMap(({ values }) => values)).toEqual([0, 0]);
    expect(undone?.state).toMatchObject({ revision: 2, undo: null, redo: { id: done.state.undo?.id } });
  });

  it('a new edit discards what was undone, and the history keeps it', async () => {
    const { workbench, sheetId, value } = await counted();
    for (const content of ['1', '2', '3']) await type(workbench, sheetId, 'a', content);
    await workbench.call('undo', { sheetId });
    await workbench.call('undo', { sheetId });
    await type(workbench, sheetId, 'a', '9');
    expect(await workbench.call('redo', { sheetId })).toBe(null);
    const history = await workbench.call('listEdits', { sheetId, limit: 10 });
    expect(history.map(({ state, changes }) => [state, changes[0]])).toMatchObject([
      ['done', { content: '9' }],
      ['discarded', { content: '3' }],
      ['discarded', { content: '2' }],
      ['done', { content: '1' }],
    ]);
    await workbench.call('undo', { sheetId });
    expect(await value()).toBe(10);
  });

  it('what changes nothing is no edit', async () => {
    const { workbench, sheetId } = await counted();
    const result = await type(workbench, sheetId, 'a', ' 0 ');
    expect(result).toMatchObject({ changes: [], values: [], state: { revision: 0, undo: null } });
    expect(await workbench.call('listEdits', { sheetId, limit: 10 })).toEqual([]);
  });

  it('the history of one line is what touched it, after it is gone as well', async () => {
    const { workbench, sheetId } = await counted();
    const { line } = await idsOf(workbench, sheetId);
    const [a, b] = [line('a'), line('b')];
    await type(workbench, sheetId, 'a', '1');
    await type(workbench, sheetId, 'b', '5');
    await workbench.call('deleteLines', { sheetId, lineIds: [a] });
    const labels = async (lineId: number) =>
      (await workbench.call('listEdits', { sheetId, lineId, limit: 10 })).map(({ label }) =>
        formatMessage(label, 'zh'),
      );
    expect(await labels(a)).toEqual(['删除 1 行（a…）', 'a（base）：1']);
    expect(await labels(b)).toEqual(['b（base）：5']);
  });

  it('ids of deleted lines are not used again, not after a restart either', async () => {
    const { workbench, sheetId } = await counted();
    const { line } = await idsOf(workbench, sheetId);
    const last = line('b');
    await workbench.call('deleteLines', { sheetId, lineIds: [last] });
    workbench.restart();
    await workbench.call('insertLines', { sheetId, afterLineId: null, lines: [{ name: 'new' }] });
    expect((await idsOf(workbench, sheetId)).line('new')).toBeGreaterThan(last);
  });
});

describe('events', () => {
  it('tell the other clients what an edit, an undo and a redo did, and except the one who did it', async () => {
    const { workbench, sheetId } = await counted();
    const { cell } = await idsOf(workbench, sheetId);
    workbench.events.length = 0;
    const result = await workbench.call('setCells', { sheetId, cells: [{ ...cell('a'), content: '4' }] }, 'tab-1');
    const undone = await workbench.call('undo', { sheetId }, 'tab-2');
    const redone = await workbench.call('redo', { sheetId }, 'tab-1');
    expect(workbench.events).toEqual([
      { event: { event: 'sheetEdited', result }, except: 'tab-1' },
      { event: { event: 'sheetEdited', result: undone }, except: 'tab-2' },
      { event: { event: 'sheetEdited', result: redone }, except: 'tab-1' },
    ]);
  });
});
