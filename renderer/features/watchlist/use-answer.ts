/** The answer of a method whose input stays the same for long: asked for at first, when the input changes, and on the events that may change it. */
import { useEffect, useState } from 'react';
import type { Input, Method, Output, WorkbenchEvent } from '../../../shared/contract.ts';
import { call, onEvent } from '../../api.ts';
import { showFailure } from '../../shell/notices.tsx';

type EventName = WorkbenchEvent['event'];

/** Undefined until it is there; `input: null` does not ask. `on` is a constant. A failure is shown as a notice. */
export function useAnswer<M extends Method>(
  method: M,
  input: Input<M> | null,
  on: readonly EventName[],
): Output<M> | undefined {
  const [known, setKnown] = useState<{ question: string; answer: Output<M> }>();
  const question = JSON.stringify(input);
  useEffect(() => {
    if (question === 'null') return;
    let lastAsked = 0;
    const ask = () => {
      lastAsked += 1;
      const asked = lastAsked;
      call<M>(method, JSON.parse(question)).then(
        (answer) => asked === lastAsked && setKnown({ question, answer }),
        (failure) => asked === lastAsked && showFailure(failure),
      );
    };
    ask();
    const stop = onEvent(({ event }) => {
      if (on.includes(event)) ask();
    });
    return () => {
      stop();
      lastAsked = -1;
    };
  }, [method, question, on]);
  return known?.answer;
}
