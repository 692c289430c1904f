/**
 * Keys of a screen with a search field over a list: `/` goes to the field; the arrows go through the field and the items
 * (`data-list-item`) as one list; Esc goes back to the field.
 */
import { type RefObject, useEffect } from 'react';

export function useListKeys(screen: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const from = event.target;
      if (screen.current === null || !(from instanceof HTMLElement)) return;
      const stops = [...screen.current.querySelectorAll<HTMLElement>('input[type=search], [data-list-item]')];
      const wanted = stopFor(event, stops, from);
      if (wanted === undefined) return;
      event.preventDefault();
      wanted.focus();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [screen]);
}

function stopFor(event: KeyboardEvent, stops: HTMLElement[], from: HTMLElement): HTMLElement | undefined {
  if (event.ctrlKey || event.metaKey || event.altKey) return undefined;
  const isTyping = from.closest('input, textarea, [contenteditable]') !== null;
  if (event.key === '/' && !isTyping) return stops[0];
  const here = stops.indexOf(from);
  if (here < 0) return undefined;
  if (event.key === 'Escape') return here > 0 ? stops[0] : undefined;
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  return step === undefined ? undefined : stops[here + step];
}
