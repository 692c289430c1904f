/**
 * What the pointer or the focus has come to rest on may be pressed next, and can be prepared for; what it only passes
 * by is not.
 *
 *     const { aim, stop } = useAim((listId: string) => void readListAhead(listId));
 *     <button onPointerEnter={() => aim(id)} onFocus={() => aim(id)}>
 */
import { useCallback, useEffect, useRef } from 'react';

/** So long a pointer stays where a hand is going to press. */
const REST_MS = 50;

/** Both are always the same functions; `stop` forgets what is not prepared for yet. */
export function useAim<T>(prepare: (aimed: T) => void): { aim: (aimed: T) => void; stop: () => void } {
  const latest = useRef(prepare);
  latest.current = prepare;
  const resting = useRef<ReturnType<typeof setTimeout>>(undefined);
  const stop = useCallback(() => clearTimeout(resting.current), []);
  const aim = useCallback(
    (aimed: T) => {
      stop();
      resting.current = setTimeout(() => latest.current(aimed), REST_MS);
    },
    [stop],
  );
  useEffect(() => stop, [stop]);
  return { aim, stop };
}
