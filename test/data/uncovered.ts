/**
 * The numbers of a report that no fact covers: a help to see what was overlooked.
 *
 * A number counts as covered where it stands in the wording of a fact, in what is shown of an exhibit, in the
 * name of something (GPT-4), or is the number of a heading, an item or a line of the table of contents.
 */
import { entities, exhibits, factsOf } from './bundled-data.ts';
import { asPrinted, withoutMarkup } from './report-text.ts';

const OUTLINE = /^.*\.{5}.*$|^\s*(?:#+\s*)?[■·*-]?\s*\d[\d.]*\.?\s*\)?(?=\s|[^\d\s,%])|[（(]?\d[)）]/gm;

/** Each with its line and the words around it. */
export function uncoveredNumbers(sourceId: string, text: string): string[] {
  const paper = withoutMarkup(text);
  const isCovered = coverage(paper, wordsShown(sourceId));
  for (const { index, 0: outline } of paper.matchAll(OUTLINE)) isCovered.fill(true, index, index + outline.length);
  return [...paper.matchAll(/\d[\d,.]*/g)]
    .filter(({ index }) => !isCovered[index])
    .map(({ index, 0: number }) => {
      const line = paper.slice(0, index).split('\n').length;
      const around = paper.slice(Math.max(0, index - 20), index + number.length + 12).replace(/\s+/g, ' ');
      return `${line}: ${number} in "${around}"`;
    });
}

function wordsShown(sourceId: string): string[] {
  const shown = exhibits
    .filter((exhibit) => exhibit.sourceId === sourceId)
    .flatMap(({ id, title, columns, attribution }) => [id.replace(/^.*\//, ''), title.zh, attribution, ...columns]);
  const names = entities.flatMap(({ name, aliases }) => [name.zh, name.en, ...aliases]);
  return [...shown, ...names.filter((name) => name.length > 2), ...factsOf(sourceId).map(({ wording }) => wording)];
}

/** By position of `paper`: whether one of the words stands there, whatever its white space and capitals. */
function coverage(paper: string, words: readonly string[]): boolean[] {
  const places = [...paper.matchAll(/\S/g)].map(({ index }) => index);
  const ink = places.map((at) => paper[at].toLowerCase()).join('');
  const isCovered = new Array<boolean>(paper.length).fill(false);
  for (const word of new Set(words.map((said) => asPrinted(said).toLowerCase()))) {
    if (!/\d/.test(word)) continue;
    for (let at = ink.indexOf(word); at >= 0; at = ink.indexOf(word, at + 1)) {
      for (const place of places.slice(at, at + word.length)) isCovered[place] = true;
    }
  }
  return isCovered;
}
