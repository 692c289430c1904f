/** When to ask the workbench again: after edits, here or elsewhere, and after it was out of reach. */
import type { WorkbenchEvent } from '../shared/contract.ts';
import { onConnection, onEvent } from './api.ts';

/** Has `ask` called whenever what was answered may be another by now; returns how to stop that. */
export type Follow = (ask: () => void) => () => void;

/** After each of these events. To be made once, outside of components. */
export function following(...events: readonly WorkbenchEvent['event'][]): Follow {
  return together(
    (ask) =>
      onEvent(({ event }) => {
        if (events.includes(event)) ask();
      }),
    (ask) =>
      onConnection((isConnected) => {
        if (isConnected) ask();
      }),
  );
}

/** After whatever any of them follows. */
export function together(...follows: readonly Follow[]): Follow {
  return (ask) => stopping(...follows.map((follow) => follow(ask)));
}

/** Stops all of what is followed. */
export function stopping(...stops: readonly (() => void)[]): () => void {
  return () => {
    for (const stop of stops) stop();
  };
}
