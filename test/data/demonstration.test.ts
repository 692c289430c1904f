/** The file of made-up downloads says so in every row, and is what its generator makes. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { demonstrationFile } from '../fixtures/demonstration-downloads.ts';

const file = readFileSync(new URL('../../data/demonstration/demonstration-downloads.csv', import.meta.url), 'utf8');

test('the file is what its seed gives', () => {
  expect(demonstrationFile()).toBe(file);
});

test('five apps over fourteen months, marked in every row', () => {
  const [, ...rows] = file
    .trimEnd()
    .split('\n')
    .map((line) => line.split(','));
  expect(new Set(rows.map(([, app]) => app)).size).toBe(5);
  expect(new Set(rows.map(([date]) => date.slice(0, 7))).size).toBe(14);
  expect(rows.every((row) => row[1].startsWith('演示应用') && row[5] === '演示（编造）' && Number(row[7]) > 0)).toBe(
    true,
  );
});
