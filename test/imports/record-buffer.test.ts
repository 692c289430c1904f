/** Records by group and order: the same whether they fit into memory or wait in files. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { RecordBuffer } from '../../electron/imports/record-buffer.ts';
import { folderForTest } from '../contract/workbench-for-test.ts';

const FIELDS = 3;
const IN_A_BLOCK = 65_536;

/** Every record is `group order number`. */
function groupsOf(buffer: RecordBuffer): string[] {
  const groups: string[] = [];
  for (const { group, count, read } of buffer.groups()) {
    const records = Array.from({ length: count }, (_, at) => [0, 1, 2].map((field) => read(at, field)).join(' '));
    groups.push(`${group}: ${records.join(', ')}`);
  }
  return groups.toSorted();
}

test.each([
  ['less than a block', 1000, false],
  ['just a block', IN_A_BLOCK, false],
  ['blocks that are filled again', IN_A_BLOCK * 3 + 1, true],
])('%s', (_, count, isLaidAside) => {
  const folder = join(folderForTest(), 'aside');
  const inMemory = new RecordBuffer(folder, FIELDS);
  const aside = new RecordBuffer(folder, FIELDS, 1);
  for (let at = 0; at < count; at += 1) {
    // Groups and orders come as they like, some of them twice.
    const record = [(at * 7919) % 131, (at * 104_729) % 997, at];
    inMemory.add(record);
    aside.add(record);
  }
  const expected = groupsOf(inMemory);
  expect(existsSync(folder)).toBe(isLaidAside);
  // Compared as a whole: a difference of 200,000 records cannot be read anyway.
  for (const _again of [1, 2]) expect(groupsOf(aside).join('\n') === expected.join('\n')).toBe(true);
  aside.close();
  expect(existsSync(folder)).toBe(false);
});
