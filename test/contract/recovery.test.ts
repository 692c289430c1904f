/** What happens when a part that should not fail does. */
import { closeSync, openSync, writeSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { SheetModel } from '../../electron/engine/sheet-model.ts';
import { formatMessage } from '../../shared/messages.ts';
import { sheetOf, type, valuesOf } from './sheet-for-test.ts';
import { TestWorkbench } from './workbench-for-test.ts';

describe('an edit that is on disk', () => {
  it('stands although the calculation fails: memory is built again from the store', async () => {
    const workbench = new TestWorkbench();
    const sheetId = await sheetOf(workbench, { a: { cells: { base: '1' } }, b: { cells: { base: '=a*2' } } });
    await valuesOf(workbench, sheetId);
    const { apply } = SheetModel.prototype;
    SheetModel.prototype.apply = () => {
      throw new Error('a bug');
    };
    try {
      const result = await type(workbench, sheetId, 'a', '21');
      expect(result.values.flatMap(({ values }) => values)).toEqual([21, 42]);
      expect(workbench.logged.join()).toMatch(/built again.*a bug/s);
    } finally {
      SheetModel.prototype.apply = apply;
    }
    expect(await valuesOf(workbench, sheetId)).toEqual({ a: { base: 21 }, b: { base: 42 } });
    await workbench.call('undo', { sheetId });
    expect(await valuesOf(workbench, sheetId)).toEqual({ a: { base: 1 }, b: { base: 2 } });
  });
});

describe('a store that breaks under way', () => {
  it('is named as such, and nothing is written over it', async () => {
    const workbench = new TestWorkbench();
    const lines = Object.fromEntries(Array.from({ length: 2000 }, (_, at) => [`line_${at}`, { cells: { base: '1' } }]));
    const sheetId = await sheetOf(workbench, lines);
    workbench.restart();
    workbench.store.db.pragma('wal_checkpoint(TRUNCATE)');
    const file = openSync(workbench.store.file, 'r+');
    for (let page = 4; page < 60; page += 1) writeSync(file, Buffer.alloc(4096, 'x'), 0, 4096, page * 4096);
    closeSync(file);
    const { code, message } = await workbench.refusal('openSheet', { sheetId });
    expect(code).toBe('store-corrupt');
    expect(formatMessage(message, 'en')).toContain(workbench.store.file);
  });
});

describe('a bug in a handler', () => {
  it('is answered as internal, logged with its stack, and tells nothing of it', async () => {
    const workbench = new TestWorkbench();
    workbench.store.db.exec('DROP TABLE preference');
    const result = await workbench.dispatch('getPreferences', {});
    expect(result).toEqual({
      ok: false,
      error: { code: 'internal', message: { key: 'host.internal', params: {} }, details: {} },
    });
    expect(workbench.logged.join()).toMatch(/^getPreferences: .*no such table.*\n\s+at /);
  });
});
