/**
 * How much of the reports' numbers the facts cover: the numbers in a text that stand in no wording and no
 * title of an exhibit. What is left are page and telephone numbers, names of models, headings and the like;
 * the count may only fall.
 */
import { describe, expect, it } from 'vitest';
import { exhibits, factsOf } from './bundled-data.ts';
import { asPrinted, findReportText, TEXT_IS_ABSENT, withoutMarkup } from './report-text.ts';

/** By report: how many numbers no fact covers, at most. */
const UNCOVERED: [string, number][] = [
  ['000', 9999],
  ['001', 9999],
  ['002', 9999],
  ['003', 9999],
  ['004', 9999],
];

describe('numbers of the reports', () => {
  it.for(UNCOVERED)('%s: all but %i are covered', ([sourceId, most], { skip }) => {
    const text = findReportText(sourceId);
    if (text === undefined) return skip(TEXT_IS_ABSENT);
    const wordings = factsOf(sourceId).map(({ wording }) => wording);
    const titles = exhibits.filter((exhibit) => exhibit.sourceId === sourceId).map(({ title }) => title.zh);
    const left = uncoveredNumbers(text, [...wordings, ...titles]);
    expect(left.length, left.join('\n')).toBeLessThanOrEqual(most);
  });
});

/** Each with the words around it. */
function uncoveredNumbers(text: string, wordings: readonly string[]): string[] {
  const paper = withoutMarkup(text);
  const places = [...paper.matchAll(/\S/g)].map(({ index }) => index);
  const ink = places.map((at) => paper[at]).join('');
  const isCovered = new Set<number>();
  for (const wording of new Set(wordings.map(asPrinted))) {
    for (let at = ink.indexOf(wording); at >= 0 && wording !== ''; at = ink.indexOf(wording, at + 1)) {
      for (let offset = 0; offset < wording.length; offset++) isCovered.add(places[at + offset]);
    }
  }
  return [...paper.matchAll(/\d[\d,.]*/g)]
    .filter(({ index }) => !isCovered.has(index))
    .map(({ index, 0: number }) => {
      const line = paper.slice(0, index).split('\n').length;
      const around = paper.slice(Math.max(0, index - 30), index + number.length + 20).replace(/\s+/g, ' ');
      return `${line}: ${number} in "${around}"`;
    });
}
