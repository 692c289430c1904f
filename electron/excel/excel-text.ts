/**
 * What Excel takes as text in cells, and as names of sheets and cells.
 */
import { foldText } from '../../shared/formula/characters.ts';
import { nameKey } from '../../shared/formula/names.ts';

const MAX_CELL_TEXT = 32_767;
const MAX_SHEET_NAME = 31;
const MAX_DEFINED_NAME = 255;

const NOT_IN_XML = /[^\t\n\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

/** Text as a cell can hold it: no control characters, no halves of characters, no longer than Excel allows. */
export function cellText(text: string): string {
  const clean = text.toWellFormed().replace(/\r\n?/g, '\n').replace(NOT_IN_XML, '\ufffd');
  return clean.length <= MAX_CELL_TEXT ? clean : `${clean.slice(0, MAX_CELL_TEXT - 2).toWellFormed()}…`;
}

/** Columns that the widest line of `text` takes: a Chinese character counts two. */
export function textWidth(text: string): number {
  let widest = 0;
  for (const line of text.split('\n')) {
    let width = 0;
    for (const character of line)
      width +=
        /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]/.test(
          character,
        ) || character.length > 1
          ? 2
          : 1;
    widest = Math.max(widest, width);
  }
  return widest;
}

/** `title` as the name of a sheet that is none of `taken` yet. An apostrophe becomes a curly one, which needs no quoting. */
export function sheetName(title: string, taken: readonly string[], fallback: string): string {
  const clean = cellText(title)
    .replace(/[[\]:*?/\\\s\ufffd]+/g, ' ')
    .replaceAll("'", '’')
    .trim();
  const stem = clip(clean, MAX_SHEET_NAME) || fallback;
  const reserved = [...taken, 'History'].map((name) => name.toLowerCase());
  for (let count = 1; ; count++) {
    const suffix = count === 1 ? '' : ` ${count}`;
    const name = clip(stem, MAX_SHEET_NAME - suffix.length) + suffix;
    if (!reserved.includes(name.toLowerCase())) return name;
  }
}

function clip(text: string, length: number): string {
  const clipped = text.slice(0, length);
  return (clipped.isWellFormed() ? clipped : clipped.slice(0, -1)).trim();
}

/** Excel reads these as addresses of cells (`A1`, `FY24`, `R1C1`, `R`), or keeps them to itself (`_xl…`). */
const ADDRESS_OR_RESERVED = /^([a-z]{1,3}\d+|r\d*|c\d*|r\d*c\d*|_xl.*)$/i;

/**
 * Defined names for the names of lines, in order: the name itself, with `_` before it where Excel takes it for
 * something else, and with `_2`, `_3`… behind it where two lines would get the same.
 */
export function definedNames(names: readonly string[]): string[] {
  const taken = new Set<string>();
  return names.map((name) => {
    const folded = foldText(name.normalize('NFC')).replace(/[^\p{L}\p{Nd}_]|[\u{10000}-\u{10ffff}]/gu, '_');
    const stem = (ADDRESS_OR_RESERVED.test(folded) || !/^[\p{L}_]/u.test(folded) ? `_${folded}` : folded).slice(
      0,
      MAX_DEFINED_NAME - 8,
    );
    let unique = stem;
    for (let count = 2; taken.has(nameKey(unique)); count++) unique = `${stem}_${count}`;
    taken.add(nameKey(unique));
    return unique;
  });
}
