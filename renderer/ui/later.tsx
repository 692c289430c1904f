/** What the rest of a screen does not wait for: rendered once that `isReady`, and in pieces between which it can change. */
import { type ReactNode, useDeferredValue, useRef } from 'react';

export function Later({ isReady, children }: { isReady: boolean; children: ReactNode }) {
  const wasReady = useRef(false);
  wasReady.current ||= isReady;
  return useDeferredValue(wasReady.current, false) && children;
}
