/**
 * Asks the workbench about what is selected, once the selection rests. The last answer stays until
 * the next one is there; `to` says which question it answers. Memoise the question; `ask` is a constant.
 */
import { useEffect, useState } from 'react';
import { showFailure } from '../../../shell/notices.tsx';

/** The panel itself follows only what rests; this spares the calls of a walk through its own links. */
const SETTLED_MS = 40;

export function useAnswer<Question, Answer>(
  question: Question,
  ask: (question: Question) => Promise<Answer>,
): { to: Question; answer: Answer } | undefined {
  const [known, setKnown] = useState<{ to: Question; answer: Answer }>();
  useEffect(() => {
    let isWanted = true;
    const timer = setTimeout(() => {
      ask(question).then(
        (answer) => isWanted && setKnown({ to: question, answer }),
        (failure) => isWanted && showFailure(failure),
      );
    }, SETTLED_MS);
    return () => {
      isWanted = false;
      clearTimeout(timer);
    };
  }, [question, ask]);
  return known;
}
