/** A text with the words that were searched for marked in it. */
import { useMemo } from 'react';
import { markWords } from '../../shared/search-marks.ts';
import classes from './marked-text.module.css';

export function MarkedText({ text, query }: { text: string; query: string }) {
  const parts = useMemo(() => placed(text, query), [text, query]);
  return parts.map(({ part, isFound, at }) =>
    isFound ? (
      <mark key={at} className={classes.found}>
        {part}
      </mark>
    ) : (
      <span key={at}>{part}</span>
    ),
  );
}

function placed(text: string, query: string) {
  let end = 0;
  return markWords(text, query).map(({ text: part, isFound }) => {
    const at = end;
    end += part.length;
    return { part, isFound, at };
  });
}
