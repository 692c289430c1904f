/** A formula, `$$x^2$$`. KaTeX is read when the first one is shown; it draws without scripts, links or images. */
import { useEffect, useRef } from 'react';
import classes from './notes.module.css';

/** A formula with a thousand macros or a box of a mile is none. */
const LIMITS = { trust: false, strict: 'ignore', throwOnError: false, maxSize: 20, maxExpand: 200 } as const;

export default function Maths({ text, isDisplay }: { text: string; isDisplay: boolean }) {
  const place = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    let isWanted = true;
    void drawn().then((katex) => {
      if (isWanted && place.current !== null) katex.render(text, place.current, { ...LIMITS, displayMode: isDisplay });
    });
    return () => {
      isWanted = false;
    };
  }, [text, isDisplay]);
  return (
    <span ref={place} className={isDisplay ? classes.mathsDisplay : undefined}>
      {text}
    </span>
  );
}

async function drawn() {
  const [{ default: katex }] = await Promise.all([import('katex'), import('katex/dist/katex.min.css')]);
  return katex;
}
