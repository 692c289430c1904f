import { expect, test } from 'vitest';
import { unitInWords } from '../../renderer/ui/unit-words.ts';

test.each([
  ['USD/(GPU*h)', '美元/(GPU·小时)', 'US dollar/(GPU·hour)'],
  ['亿token', '亿词元', '100 million token'],
  ['万元', '万人民币元', '10 thousand Chinese yuan'],
  ['元/度', '人民币元/千瓦时', 'Chinese yuan/kilowatt-hour'],
  ['d', '天', 'day'],
  ['token/s', '词元/秒', 'token/second'],
  ['kW^2', '千瓦^2', 'kilowatt^2'],
  ['亿', '', '100 million'],
  ['GPU*h', 'GPU·小时', 'GPU·hour'],
  ['GPU', '', ''],
  ['%', '', ''],
  ['倍', '', 'times'],
  ['百万条', '', 'million item'],
  ['万GPU', '', '10 thousand GPU'],
  ['机架组', '', ''],
  ['constructor', '', ''],
  ['', '', ''],
])('%s in words', (unit, zh, en) => {
  expect([unitInWords(unit, 'zh'), unitInWords(unit, 'en')]).toEqual([zh, en]);
});
