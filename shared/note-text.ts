/**
 * What stands in the text of a note beside plain Markdown: its title, links to objects, live figures, images.
 *
 *     [[security:688111.SH]]  [[note:ID|as it is called here]]      an object (object-ref.ts)
 *     {{fact:004/6/…}}  {{series:ID|yoy}}  {{sheet:SHEET/LINE}}     a live figure (live-figures.ts)
 *     ![a chart](image:ID)                                          a pasted image
 */
import { figureRefSchema } from './live-figures.ts';
import { parseObjectRef } from './object-ref.ts';

export const LINK = /\[\[([^[\]|\n]{1,500})(?:\|([^[\]\n]{0,500}))?\]\]/gu;
export const FIGURE = /\{\{((?:fact|series|sheet):[^{}\n]{1,500})\}\}/gu;
const IMAGE = /\(image:([0-9a-f-]{36})\)/gu;
/** Nobody looks for these. */
const PRIVATE_ID = /(?:image|note):[0-9a-f-]{36}/gu;

const TITLE_AT_MOST = 200;
const EXCERPT_AT_MOST = 160;
/** A title further down is none. */
const BEGINNING = 4000;
/** Marks before the words of a line: headings, quotes, list items, boxes to tick, rows of tables. */
const LINE_MARKS = /^(?:\s|#{1,6}(?=\s)|>|[-*+](?=\s)|\d{1,9}[.)](?=\s)|\[[ xX]\](?=\s)|\|)+/u;
/** Lines without words: fences, rules, rows between the heading and the body of a table. */
const NO_WORDS = /^[\s|:*_=`~-]*$|^\s*(?:```|~~~)/u;
/** Marks that turn the direction of text, and control characters: a title must not rearrange the list it stands in. */
const UNSEEN = /[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

/** The first heading or line with words, without its marks; '' of a text without any. */
export function titleOf(text: string): string {
  const { value = '' } = linesWithWords(text).next();
  return shortened(value, TITLE_AT_MOST);
}

/** What comes after the title, in one line. */
export function excerptOf(text: string): string {
  const lines = linesWithWords(text);
  lines.next();
  let words = '';
  for (const line of lines) {
    words = words === '' ? line : `${words} ${line}`;
    if (words.length > EXCERPT_AT_MOST) break;
  }
  return shortened(words, EXCERPT_AT_MOST);
}

/** References of all links in the text, each once, in its order. */
export function linksOf(text: string): string[] {
  const refs = [...text.matchAll(LINK)].map(([, ref]) => ref.trim());
  return [...new Set(refs.filter((ref) => parseObjectRef(ref) !== null))];
}

/** References of all live figures in the text, each once, in its order. */
export function figuresOf(text: string): string[] {
  const refs = [...text.matchAll(FIGURE)].map(([, ref]) => ref.trim());
  return [...new Set(refs.filter((ref) => figureRefSchema.safeParse(ref).success))];
}

/** Ids of all pasted images in the text, each once. */
export function imagesOf(text: string): string[] {
  return [...new Set([...text.matchAll(IMAGE)].map(([, id]) => id))];
}

/** The text without what is no word of its writer's. */
export function wordsOf(text: string): string {
  return text.replace(PRIVATE_ID, '');
}

/** What comes after the line of the title. */
export function bodyOf(text: string): string {
  for (const { line, end } of linesOf(text)) {
    if (plainWords(line) !== '') return text.slice(end + 1);
  }
  return text;
}

function* linesWithWords(text: string): Generator<string, undefined> {
  for (const { line } of linesOf(text)) {
    const words = plainWords(line);
    if (words !== '') yield words;
  }
}

/** Those of the beginning, each with where it ends. */
function* linesOf(text: string): Generator<{ line: string; end: number }> {
  const beginning = text.slice(0, BEGINNING);
  for (let from = 0; from < beginning.length; ) {
    const at = beginning.indexOf('\n', from);
    const end = at < 0 ? beginning.length : at;
    yield { line: beginning.slice(from, end), end };
    from = end + 1;
  }
}

/** A line of Markdown as it reads. */
function plainWords(line: string): string {
  if (NO_WORDS.test(line)) return '';
  return line
    .replace(LINE_MARKS, '')
    .replace(/!\[([^[\]]{0,500})\]\([^()]{0,2000}\)/gu, '$1')
    .replace(LINK, (_, _ref: string, label?: string) => label || '…')
    .replace(/\[([^[\]]{1,500})\]\([^()]{0,2000}\)/gu, '$1')
    .replace(FIGURE, '…')
    .replace(/(\*\*|__|~~|`)(?=\S)(.*?\S)\1/gu, '$2')
    .replace(/\s*#+\s*$/u, '')
    .replace(UNSEEN, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
}

function shortened(text: string, atMost: number): string {
  const characters = [...text.slice(0, atMost * 2)];
  return characters.length <= atMost ? text : `${characters.slice(0, atMost - 1).join('')}…`;
}
