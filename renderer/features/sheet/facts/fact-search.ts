/**
 * Searching for facts as one types: the last search that rests for a moment is sent, an answer that
 * comes too late is dropped, and what was found stays until there is something else.
 */
import { useEffect, useState } from 'react';
import type { Output } from '../../../../shared/contract.ts';
import type { FactView } from '../../../../shared/facts.ts';
import type { LocalText } from '../../../../shared/language.ts';
import { call } from '../../../api.ts';
import { showFailure } from '../../../shell/notices.tsx';

export type FoundFact = { fact: FactView; title: LocalText };
export type FactSearch = { text: string; found: FoundFact[]; isComplete: boolean };

const REST_MS = 80;

export async function searchFacts(text: string, limit: number): Promise<FactSearch> {
  const { hits, isComplete }: Output<'search'> = await call('search', { text, kinds: ['fact'], limit });
  const found = hits.flatMap(({ fact, title }) => (fact === null ? [] : [{ fact, title }]));
  return { text, found, isComplete };
}

/** Runs `search` for the last text asked for, once typing rests. Returns how to ask. */
export function afterRest(search: (text: string) => void): (text: string) => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  return (text) => {
    clearTimeout(timer);
    timer = setTimeout(() => search(text), REST_MS);
  };
}

/** What is found for a text; undefined until there is a first answer, and for no text. */
export function useFactSearch(text: string, limit: number): FactSearch | undefined {
  const [known, setKnown] = useState<FactSearch>();
  useEffect(() => {
    if (text.trim() === '') {
      setKnown(undefined);
      return;
    }
    let isWanted = true;
    const timer = setTimeout(() => {
      searchFacts(text, limit).then(
        (answer) => isWanted && setKnown(answer),
        (failure) => isWanted && showFailure(failure),
      );
    }, REST_MS);
    return () => {
      isWanted = false;
      clearTimeout(timer);
    };
  }, [text, limit]);
  return known;
}
