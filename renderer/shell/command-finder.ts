/**
 * What the palette finds beside commands: things of which there are too many to list, asked for as one
 * types. A feature offers how to find them: `useCommandFinder(findThings)`, while it is mounted.
 */
import { useEffect, useState } from 'react';
import { create } from 'zustand';
import type { Command } from './commands.ts';

export type CommandFinder = (text: string) => Promise<readonly Command[]>;

const useFinder = create<{ find: CommandFinder | null }>(() => ({ find: null }));

/** Between two strokes of a fast typist. */
const PAUSE_MS = 90;
const NOTHING: readonly Command[] = [];

/** `find` must not change from one rendering to the next. It deals with its own failures. */
export function useCommandFinder(find: CommandFinder): void {
  useEffect(() => {
    useFinder.setState({ find });
    return () => useFinder.setState({ find: null });
  }, [find]);
}

/** What is found for `text`; what was found before stays until then, and an answer that comes too late is dropped. */
export function useFoundCommands(text: string): { found: readonly Command[]; isFinding: boolean } {
  const find = useFinder((state) => state.find);
  const wanted = text.trim();
  const [known, setKnown] = useState({ text: '', found: NOTHING });
  useEffect(() => {
    if (find === null || wanted === '') {
      setKnown({ text: '', found: NOTHING });
      return;
    }
    let isWanted = true;
    const timer = setTimeout(() => {
      void find(wanted).then((found) => {
        if (isWanted) setKnown({ text: wanted, found });
      });
    }, PAUSE_MS);
    return () => {
      isWanted = false;
      clearTimeout(timer);
    };
  }, [find, wanted]);
  return { found: wanted === '' ? NOTHING : known.found, isFinding: find !== null && known.text !== wanted };
}
