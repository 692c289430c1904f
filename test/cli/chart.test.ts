/** `chart SPEC.json FILE.svg`: a figure without a window, clear words where the spec is not right, and no half file. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ChartSpec } from '../../shared/chart-spec.ts';
import { SPEC } from '../shared/charts/chart-fixture.ts';
import { run } from './run-command.ts';

const CAPEX: ChartSpec = {
  ...SPEC,
  screen: 'capex',
  kind: 'stacked-bars',
  seriesIds: ['capex/google/purchases-of-pe', 'capex/amazon/purchases-of-pe'],
  from: '2022Q1',
  to: '2023Q4',
  figure: {
    ...SPEC.figure,
    number: '图 56',
    title: { zh: '谷歌、亚马逊资本性支出', en: '' },
    widthCm: 12,
    heightCm: 7,
  },
  language: 'zh',
};

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'chart-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

test('draws the figure in its size, with title, names and source', async () => {
  const { status, json } = await chart(JSON.stringify(CAPEX), 'capex.svg');
  expect(status).toBe(0);
  expect(json()).toMatchObject({ periods: 8, lines: 2, remarks: [] });
  const svg = readFileSync(join(folder, 'capex.svg'), 'utf8');
  expect(svg).toMatch(/^<svg width="12cm" height="7cm"/);
  for (const text of ['图 56：谷歌、亚马逊资本性支出', '亚马逊', '亿美元', '资料来源：', '2023Q4'])
    expect(svg).toContain(text);
});

test('writes no SVG into a file of another kind', async () => {
  const { status, stderr } = await chart(JSON.stringify(CAPEX), 'capex.png');
  expect([status, stderr]).toEqual([1, expect.stringMatching(/end with \.svg/)]);
  expect(readdirSync(folder)).not.toContain('capex.png');
});

const WRONG: [string, string, RegExp][] = [
  ['no JSON', '{"plumbline":', /no JSON: there is a fault in line 1, column 14/],
  ['a kind that is none', JSON.stringify({ ...CAPEX, kind: 'pie' }), /kind: should be one of lines,/],
  ['a size that is none', JSON.stringify({ ...CAPEX, figure: { ...CAPEX.figure, widthCm: 1 } }), /figure\.widthCm/],
  ['a series that is gone', JSON.stringify({ ...CAPEX, seriesIds: ['gone'] }), /no series gone/],
  [
    'definitions that cannot be added',
    JSON.stringify({ ...CAPEX, seriesIds: [...CAPEX.seriesIds, 'capex/microsoft/incl-finance-leases'] }),
    /incl\. finance leases/,
  ],
];
test.each(WRONG)('says what is wrong with %s, and writes nothing', async (_, spec, expected) => {
  const { status, stderr, stdout } = await chart(spec, 'wrong.svg');
  expect([status, stdout]).toEqual([1, '']);
  expect(stderr.trim()).toMatch(expected);
  expect(stderr.trim()).not.toContain('\n');
  expect(readdirSync(folder).filter((name) => /wrong|tmp/.test(name))).toEqual([]);
});

function chart(spec: string, file: string) {
  const specFile = join(folder, 'spec.json');
  writeFileSync(specFile, spec);
  return run(['chart', specFile, join(folder, file)], { home: join(folder, 'home') });
}
