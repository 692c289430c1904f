/**
 * Answers asked for before what shows them is rendered: where a click is at hand (the pointer rests on what opens
 * a chart) or just happened. The next one who asks the same takes the answer; one is kept, until it is taken, another
 * is asked for, or an edit makes it old.
 *
 *     askAhead('getChartInputs', question, followSeriesEdits);
 *     takeAhead('getChartInputs', question) ?? call('getChartInputs', question)
 */
import type { Input, Method, Output } from '../shared/contract.ts';
import { call } from './api.ts';
import type { Follow } from './follow.ts';

type Ahead = { question: string; answer: Promise<unknown>; isAnswered: boolean; stop: () => void };

let ahead: Ahead | null = null;

export function askAhead<M extends Method>(method: M, input: Input<M>, follow: Follow): void {
  const question = questionOf(method, input);
  if (ahead?.question === question) return;
  forget();
  const asked: Ahead = { question, answer: call(method, input), isAnswered: false, stop: follow(forget) };
  ahead = asked;
  asked.answer.then(
    () => {
      asked.isAnswered = true;
    },
    // Who took it hears what it threw; nobody else is to find it.
    () => ahead === asked && forget(),
  );
}

/** Whether the workbench is still busy with one: more would make who needs an answer wait. */
export function isAsking(): boolean {
  return ahead !== null && !ahead.isAnswered;
}

/** Null where nobody asked that. */
export function takeAhead<M extends Method>(method: M, input: Input<M>): Promise<Output<M>> | null {
  if (ahead?.question !== questionOf(method, input)) return null;
  const { answer } = ahead;
  forget();
  return answer as Promise<Output<M>>;
}

function forget(): void {
  ahead?.stop();
  ahead = null;
}

function questionOf(method: Method, input: unknown): string {
  return `${method} ${JSON.stringify(input)}`;
}
