/** Facts in the text of a formula, whole or half typed. */
import { describe, expect, test } from 'vitest';
import {
  factIdsOf,
  factQueryAt,
  isFactAlone,
  isSeriesAlone,
  seriesIdsOf,
  seriesQueryAt,
} from '../../shared/formula/facts.ts';

test.each<[content: string, ids: string[], isAlone: boolean]>([
  ['=FACT("002/图表14/a:b")', ['002/图表14/a:b'], true],
  ['＝ fact（“x”） ', ['x'], true],
  ['=FACT("x")*2+FACT("y")-FACT("x")', ['x', 'y'], false],
  ['=-FACT("x")', ['x'], false],
  ['=FACT(x)', [], false],
  ['=FACT("x', [], false],
  ['="FACT(""x"")"', [], false],
  ['=ARTEFACT("x")', [], false],
  ['FACT("x")', [], false],
  ['12', [], false],
])('%s takes %j', (content, ids, isAlone) => {
  expect(factIdsOf(content)).toEqual(ids);
  expect(isFactAlone(content)).toBe(isAlone);
});

describe('the search at the caret', () => {
  test.each<[marked: string, text: string | null, replaced?: string]>([
    ['=FACT(|', '', ''],
    ['=FACT(|)', '', ''],
    ['=FACT("|', '', '"'],
    ['=FACT("|")', '', '""'],
    ['=FACT("gpt mm|', 'gpt mm', '"gpt mm'],
    ['=2*FACT(gpt-4o mm|)*3', 'gpt-4o mm', 'gpt-4o mm'],
    ['=FACT("gpt|-4")', 'gpt', '"gpt-4"'],
    ['=FACT(“价格|', '价格', '“价格'],
    ['=FACT（价格|', '价格', '价格'],
    ['=FACT("x"|)', null],
    ['=FACT("x")|', null],
    ['=SUM(a|', null],
    ['=SUM(FACT("x"), b|', null],
    ['=FACT|', null],
    ['FACT(a|', null],
  ])('in %s is for %s', (marked, text, replaced) => {
    const caret = marked.indexOf('|');
    const typed = marked.replace('|', '');
    const query = factQueryAt(typed, caret);
    expect(query?.text ?? null).toBe(text);
    if (query !== null) expect(typed.slice(query.span.start, query.span.end)).toBe(replaced);
  });
});

test.each<[content: string, ids: string[], isAlone: boolean]>([
  ['=SERIES("capex/meta")', ['capex/meta'], true],
  ['＝ series（“x”， “latest”, "ttm"） ', ['x'], true],
  ['=SERIES("x",,"yoy")', ['x'], true],
  ['=SERIES("x")*2+SERIES("y","x")-FACT("z")', ['x', 'y'], false],
  ['=SERIES(x)', [], false],
  ['=FACT("x")', [], false],
])('%s takes the series %j', (content, ids, isAlone) => {
  expect(seriesIdsOf(content)).toEqual(ids);
  expect(isSeriesAlone(content)).toBe(isAlone);
});

test.each<[marked: string, text: string | null]>([
  ['=SERIES(|', ''],
  ['=1+SERIES("meta cap|', 'meta cap'],
  ['=SERIES("meta"|, "ttm")', null],
  ['=SERIES("meta", "lat|', null],
  ['=SERIES(FACT("x|', null],
  ['=FACT(|', null],
])('in %s the search for a series is for %s', (marked, text) => {
  expect(seriesQueryAt(marked.replace('|', ''), marked.indexOf('|'))?.text ?? null).toBe(text);
});
