/** What files of usual vendors are taken for, by their headings and first rows. */
import { describe, expect, it } from 'vitest';
import { readCsv } from '../../electron/imports/read-csv.ts';
import { guessMapping } from '../../electron/imports/series/guess-mapping.ts';
import { shapeOf, unanswered } from '../../electron/imports/series/mapping-questions.ts';
import type { SeriesMapping } from '../../shared/series-import.ts';

function guess(lines: readonly string[], fileName = 'file.csv') {
  const { rows } = readCsv(new TextEncoder().encode(lines.join('\n')));
  const guessed = guessMapping(rows, { encoding: 'utf-8', delimiter: ',', worksheet: '' }, fileName);
  const questions = unanswered(guessed.mapping, guessed.headings).map(({ field }) => field);
  return { ...guessed, questions };
}

type Expected = Partial<SeriesMapping> & { questions?: string[] };

describe('a file is taken for', () => {
  it.each<[what: string, lines: string[], fileName: string, expected: Expected]>([
    [
      '点点数据, a row for each day',
      ['日期,应用名称,国家/地区,平台,预估下载量', '2024-07-18,豆包,中国,iOS,12万', '2024-07-19,豆包,中国,iOS,74.3万'],
      '点点数据_下载量.csv',
      {
        shape: 'long',
        columns: { period: 0, subject: 1, market: 2, platform: 3, value: 4 },
        constants: { metric: 'downloads', vendor: '点点数据' },
        grain: 'day',
      },
    ],
    [
      '七麦, an app in each column',
      ['日期,豆包,Kimi 智能助手,文心一言', '2024-07-18,123,456,7', '2024-07-19,124,457,8'],
      '七麦数据-下载量.csv',
      {
        shape: 'series-across',
        columns: { period: 0 },
        valueColumns: [1, 2, 3],
        constants: { vendor: '七麦数据' },
        questions: ['metric'],
      },
    ],
    [
      'data.ai, weeks',
      ['Product Name,Country,Store,Week,Est. Downloads', 'ChatGPT,US,ios,2024-07-07,1', 'ChatGPT,US,ios,2024-07-14,2'],
      'data.ai export.csv',
      {
        shape: 'long',
        columns: { subject: 0, market: 1, platform: 2, period: 3, value: 4 },
        constants: { metric: 'downloads', vendor: 'data.ai' },
        grain: 'week',
      },
    ],
    [
      'Sensor Tower, two metrics side by side',
      [
        'Unified Name,Unified ID,Date,Country,Downloads (Absolute),Revenue ($)',
        'ChatGPT,5fa,2024-07-01,US,100,"1,200"',
        'ChatGPT,5fa,2024-08-01,US,100,"1,300"',
      ],
      'SensorTower.csv',
      {
        shape: 'series-across',
        columns: { subject: 0, period: 2, market: 3 },
        valueColumns: [4, 5],
        grain: 'month',
        questions: [],
      },
    ],
    [
      'Similarweb, months as columns',
      ['Domain,2024-05,2024-06,2024-07', 'chatgpt.com,1.2亿,1.3亿,1.4亿'],
      'SimilarWeb visits.csv',
      {
        shape: 'periods-across',
        columns: { subject: 0 },
        valueColumns: [1, 2, 3],
        constants: { vendor: 'Similarweb' },
        grain: 'month',
        questions: ['metric'],
      },
    ],
    [
      'Wind, with rows about the columns',
      [
        '指标名称,微软:资本开支,Meta:资本开支',
        '频率,季,季',
        '单位,亿美元,亿美元',
        '2024-03-31,109.5,64',
        '2024-06-30,138.7,81.7',
      ],
      'Wind.csv',
      { shape: 'series-across', columns: { period: 0 }, valueColumns: [1, 2], grain: 'quarter', questions: [] },
    ],
    [
      'companies by fiscal quarter',
      [
        'Company,Metric,Fiscal Quarter,Value,Unit',
        'Microsoft,Capex,FY24Q2,9735,百万USD',
        'Microsoft,Capex,FY24Q3,10952,百万USD',
      ],
      'capex.csv',
      { shape: 'long', columns: { subject: 0, metric: 1, period: 2, value: 3, unit: 4 }, grain: 'fiscal-quarter' },
    ],
    [
      'a title above the headings, a unit in one of them',
      ['每周下载量,,', '数据来源：AppMagic,,', '日期,App,下载量（万）', '2024-07-19,Kimi,1.5', '2024-07-20,Kimi,1.6'],
      'x.csv',
      {
        shape: 'long',
        skippedRows: 2,
        columns: { period: 0, subject: 1, value: 2 },
        constants: { metric: 'downloads', unit: '万', vendor: 'AppMagic' },
      },
    ],
    [
      'dates whose order one of them tells',
      ['Date,App,Downloads', '03/04/2024,Kimi,1', '19/04/2024,Kimi,2'],
      'x.csv',
      { shape: 'long', dateOrder: 'dmy', grain: 'day' },
    ],
    [
      'dates whose order none of them tells',
      ['Date,App,Downloads', '03/04/2024,Kimi,1', '04/04/2024,Kimi,2'],
      'x.csv',
      { shape: 'long', dateOrder: null },
    ],
    [
      'one app without its name',
      ['Date,DAU', '2024-07-18,100', '2024-07-19,200'],
      'x.csv',
      { shape: 'long', constants: { metric: 'daily-active-users' }, questions: ['subject'] },
    ],
    [
      'money, with its sign in the cells',
      ['Date,App,Revenue', '2024-07-18,Kimi,$1.2M', '2024-07-19,Kimi,$900k'],
      'x.csv',
      { shape: 'long', constants: { metric: 'revenue', unit: 'USD' } },
    ],
  ])('%s', (_what, lines, fileName, expected) => {
    const { mapping, questions } = guess(lines, fileName);
    expect({ ...mapping, questions }).toMatchObject(expected);
  });

  it.each<['mdy' | 'dmy', SeriesMapping['grain']]>([
    ['mdy', 'month'],
    ['dmy', 'day'],
  ])('dates that could be read two ways, said to be %s', (dateOrder, grain) => {
    const rows = [['Date', 'App', 'Downloads'], ...['01', '02', '03'].map((at) => [`${at}/01/2024`, 'ChatGPT', '1'])];
    const form = { encoding: 'utf-8', delimiter: ',', worksheet: '' } as const;
    expect(guessMapping(rows, form, 'file.csv', 0, dateOrder).mapping).toMatchObject({ dateOrder, grain });
  });

  it('the same shape as last month where only periods were added', () => {
    const shape = (lines: string[]) => {
      const { headings, mapping } = guess(lines);
      return shapeOf(headings, mapping);
    };
    const june = shape(['Domain,2024-05,2024-06', 'a.com,1,2']);
    expect(shape(['Domain,2024-05,2024-06,2024-07', 'a.com,1,2,3'])).toBe(june);
    expect(shape(['App,2024-05,2024-06', 'a,1,2'])).not.toBe(june);
  });
});
