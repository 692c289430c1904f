/** Headings of vendors' files looked up in lists of words, however they are spaced, capitalised and punctuated. */
import { foldText } from '../../shared/formula/characters.ts';

/** In lower case, without blanks and signs between words. */
export function keyOfHeading(heading: string): string {
  return foldText(heading.normalize('NFKC'))
    .toLowerCase()
    .replace(/[\s_*./\\:：\-–—'"’#]+/g, '');
}

/** By key, of lists with blanks between their words. */
export function byWord<T extends string>(lists: Partial<Record<T, string>>): ReadonlyMap<string, T> {
  const names = Object.keys(lists) as T[];
  return new Map(names.flatMap((name) => (lists[name] ?? '').split(' ').map((word) => [word, name] as const)));
}
