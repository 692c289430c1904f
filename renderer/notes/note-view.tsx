/**
 * The text of a note as it reads: Markdown with tables, checklists, code, formulas, pasted images, links to objects
 * and live figures. Whatever stands in it, nothing runs and nothing is fetched: HTML is shown as text, images other
 * than pasted ones and links that lead elsewhere than to the web are words with a remark.
 */
import { type ComponentProps, createContext, lazy, memo, Suspense, useContext, useMemo } from 'react';
import Markdown, { type Components, type ExtraProps } from 'react-markdown';
import remarkGfm from 'remark-gfm';
import remarkMath from 'remark-math';
import { useTexts } from '../texts.ts';
import { NoteImage } from './note-image.tsx';
import { remarkNotes } from './note-markdown.ts';
import { FigureInText, NoteReferences, ObjectLink } from './note-references.tsx';
import classes from './notes.module.css';
import { notesTexts } from './notes-texts.ts';
import { linkAddress, pastedImage } from './safe-address.ts';

const Maths = lazy(() => import('./maths.tsx'));

// $5 to $8 is an amount, not a formula: formulas stand between two dollar signs.
const REMARK: ComponentProps<typeof Markdown>['remarkPlugins'] = [
  remarkGfm,
  [remarkMath, { singleDollarTextMath: false }],
  remarkNotes,
];

/** Characters up to which a note is drawn beside its text. */
export const SHOWN_UP_TO = 200_000;

type NoteViewProps = {
  text: string;
  /** A box was ticked or cleared: the text with it. Without this boxes stay as they are. */
  onTick?: (text: string) => void;
};

type Ticking = { at: number | undefined; tick: ((at: number) => void) | undefined };
const TickingOf = createContext<Ticking>({ at: undefined, tick: undefined });

export const NoteView = memo(function NoteView({ text, onTick }: NoteViewProps) {
  const ticking = useMemo<Ticking>(
    () => ({ at: undefined, tick: onTick && ((at) => onTick(tickedAt(text, at))) }),
    [text, onTick],
  );
  return (
    <div className={classes.view}>
      <TickingOf.Provider value={ticking}>
        <NoteReferences text={text}>
          <Markdown remarkPlugins={REMARK} components={COMPONENTS} urlTransform={asWritten}>
            {text}
          </Markdown>
        </NoteReferences>
      </TickingOf.Provider>
    </div>
  );
});

/** What becomes of an address is decided where it is drawn: `Anchor` and `Picture`. */
const asWritten = (address: string) => address;

type Of<Tag extends keyof React.JSX.IntrinsicElements> = React.JSX.IntrinsicElements[Tag] & ExtraProps;

function Anchor({ href = '', children }: Of<'a'>) {
  const t = useTexts(notesTexts);
  if (href.startsWith('#')) {
    return (
      <button
        type="button"
        className={classes.link}
        onClick={() => document.getElementById(href.slice(1))?.scrollIntoView()}
      >
        {children}
      </button>
    );
  }
  const address = linkAddress(href);
  if (address === null) {
    return (
      <span className={classes.notOpened} title={t('notOpened', { address: shortened(href) })}>
        {children}
        <span className={classes.remark}> {t('notOpenedMark')}</span>
      </span>
    );
  }
  return (
    <a className={classes.link} href={address} title={address} target="_blank" rel="noopener noreferrer">
      {children}
    </a>
  );
}

function Picture({ src, alt = '' }: Of<'img'>) {
  const t = useTexts(notesTexts);
  const written = typeof src === 'string' ? src : '';
  const imageId = pastedImage(written);
  if (imageId !== null) return <NoteImage imageId={imageId} alt={alt} />;
  return (
    <span className={classes.notShown} title={shortened(written)}>
      {t('notFetched', { image: alt || shortened(written) })}
    </span>
  );
}

function Item({ node, children, className }: Of<'li'>) {
  const { tick } = useContext(TickingOf);
  const at = node?.position?.start.offset;
  const ticking = useMemo(() => ({ at, tick }), [at, tick]);
  return (
    <li className={className}>
      <TickingOf.Provider value={ticking}>{children}</TickingOf.Provider>
    </li>
  );
}

/** The only field that Markdown makes is the box of a checklist. */
function Box({ checked }: Of<'input'>) {
  const t = useTexts(notesTexts);
  const { at, tick } = useContext(TickingOf);
  return (
    <input
      type="checkbox"
      aria-label={t('tick')}
      checked={checked === true}
      disabled={tick === undefined || at === undefined}
      onChange={() => at !== undefined && tick?.(at)}
    />
  );
}

function Code({ className = '', children }: Of<'code'>) {
  if (!className.includes('math-')) return <code>{children}</code>;
  const text = String(children).trim();
  return (
    <Suspense fallback={text}>
      <Maths text={text} isDisplay={className.includes('math-display')} />
    </Suspense>
  );
}

function Table({ children }: Of<'table'>) {
  return (
    <div className={classes.tablePlace}>
      <table>{children}</table>
    </div>
  );
}

const COMPONENTS = {
  a: Anchor,
  img: Picture,
  li: Item,
  input: Box,
  code: Code,
  table: Table,
  'object-link': ObjectLink,
  'live-figure': FigureInText,
} as Components;

/** The text with the box of the list item that begins at `at` turned over. */
export function tickedAt(text: string, at: number): string {
  const box = /^((?:[-*+]|\d{1,9}[.)])\s+)\[([ xX])\]/u.exec(text.slice(at, at + 40));
  if (box === null) return text;
  const [, before, mark] = box;
  const place = at + before.length + 1;
  return `${text.slice(0, place)}${mark === ' ' ? 'x' : ' '}${text.slice(place + 1)}`;
}

function shortened(address: string): string {
  return address.length > 80 ? `${address.slice(0, 79)}…` : address;
}
