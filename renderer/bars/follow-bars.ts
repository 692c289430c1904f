/** What changes prices: for useAnswer. */
import { onConnection, onEvent } from '../api.ts';

export function followBars(ask: () => void): () => void {
  const stops = [
    onEvent(({ event }) => {
      if (event === 'barsEdited') ask();
    }),
    onConnection((isConnected) => {
      if (isConnected) ask();
    }),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}
