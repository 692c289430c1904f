/** What differs between two texts, by words (Chinese ones too), or by lines where they are long. */
import { type ChangeObject, diffLines, diffWordsWithSpace } from 'diff';

/** `at` tells one part from another. */
export type Difference = { at: number; text: string; is: 'same' | 'added' | 'removed' };

const BY_WORDS_UP_TO = 60_000;
const TIMEOUT_MS = 1500;

/** Null where they differ too much to be compared in reasonable time. */
export function compareTexts(former: string, now: string): Difference[] | null {
  const isShort = former.length + now.length <= BY_WORDS_UP_TO;
  const options = { timeout: TIMEOUT_MS };
  const parts: ChangeObject<string>[] | undefined = isShort
    ? diffWordsWithSpace(former, now, { ...options, intlSegmenter: new Intl.Segmenter('zh', { granularity: 'word' }) })
    : diffLines(former, now, options);
  return (
    parts?.map(({ value, added, removed }, at) => ({
      at,
      text: value,
      is: added ? 'added' : removed ? 'removed' : 'same',
    })) ?? null
  );
}
