/** The one input that has the focus of the grid; `focusGrid` gives it back after a menu or a button. */
import type { RefObject } from 'react';

let gridInput: RefObject<HTMLTextAreaElement | null> | null = null;

export function registerGridInput(input: RefObject<HTMLTextAreaElement | null>): () => void {
  gridInput = input;
  return () => {
    if (gridInput === input) gridInput = null;
  };
}

export function focusGrid(): void {
  gridInput?.current?.focus({ preventScroll: true });
}
