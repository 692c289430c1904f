/**
 * Links to objects and live figures in a note: what they are called and what they show is asked for once for the
 * whole text, and again when facts, series, sheets or notes change.
 */
import { Tooltip } from '@mantine/core';
import { createContext, type ReactNode, useContext, useMemo } from 'react';
import type { LiveFigure } from '../../shared/live-figures.ts';
import { figuresOf, linksOf } from '../../shared/note-text.ts';
import type { ObjectDescription } from '../../shared/notes.ts';
import { parseObjectRef } from '../../shared/object-ref.ts';
import { figureText } from '../facts/figure-text.ts';
import { following } from '../follow.ts';
import { useLanguage, useLocalText, useMessageText, useTexts } from '../texts.ts';
import { useAnswer } from '../use-answer.ts';
import { visible } from './note-markdown.ts';
import classes from './notes.module.css';
import { notesTexts } from './notes-texts.ts';
import { openFigure, openObject } from './open-object.ts';

type References = { objects: ReadonlyMap<string, ObjectDescription>; figures: ReadonlyMap<string, LiveFigure> };

const NONE: References = { objects: new Map(), figures: new Map() };
const ReferencesOfNote = createContext(NONE);

const followData = following(
  'factsEdited',
  'seriesEdited',
  'sheetEdited',
  'sheetRecalculated',
  'sheetsListed',
  'watchlistEdited',
  'notesEdited',
);

export function NoteReferences({ text, children }: { text: string; children: ReactNode }) {
  const refs = useMemo(() => linksOf(text), [text]);
  const figureRefs = useMemo(() => figuresOf(text), [text]);
  const objects = useAnswer('describeObjects', refs.length === 0 ? null : { refs }, followData).answer;
  const figures = useAnswer('getFigures', figureRefs.length === 0 ? null : { refs: figureRefs }, followData).answer;
  const known = useMemo(
    () => ({
      objects: new Map(objects?.map((object) => [object.ref, object])),
      figures: new Map(figures?.map((figure) => [figure.ref, figure])),
    }),
    [objects, figures],
  );
  return <ReferencesOfNote.Provider value={known}>{children}</ReferencesOfNote.Provider>;
}

/** `label` is what the note calls it; its own title otherwise. */
export function ObjectLink({ objectRef, label }: { objectRef: string; label: string }) {
  const t = useTexts(notesTexts);
  const local = useLocalText();
  const object = useContext(ReferencesOfNote).objects.get(objectRef);
  const title = object === undefined ? '' : local(object.title);
  const shown = visible(label || title || (object?.state === 'there' ? t('untitled') : objectRef));
  if (object?.state === 'gone') {
    return (
      <span className={classes.gone} title={t('goneObject', { ref: objectRef })}>
        {shown}
      </span>
    );
  }
  const kind = parseObjectRef(objectRef)?.kind ?? 'note';
  return (
    <button
      type="button"
      className={classes.link}
      title={[t(`kind-${kind}`), title].filter(Boolean).join(' · ')}
      onClick={() => openObject(objectRef)}
    >
      {shown}
    </button>
  );
}

export function FigureInText({ figureRef }: { figureRef: string }) {
  const t = useTexts(notesTexts);
  const language = useLanguage();
  const local = useLocalText();
  const messageText = useMessageText();
  const figure = useContext(ReferencesOfNote).figures.get(figureRef);
  if (figure === undefined) {
    return (
      <span className={classes.figure} aria-busy="true" title={figureRef}>
        …
      </span>
    );
  }
  if (figure.state !== 'ok') {
    const why = figure.message === null ? t('goneObject', { ref: figureRef }) : messageText(figure.message);
    return (
      <span className={classes.gone} title={why}>
        {`{{${visible(figureRef)}}}`}
      </span>
    );
  }
  const source = [local(figure.sourceTitle), figure.place, figure.isDemonstration ? t('demonstration') : '']
    .filter((part) => part !== '')
    .join(' · ');
  const about = (
    <>
      <span className={classes.aboutLine}>{[local(figure.name), figure.date].filter(Boolean).join(' · ')}</span>
      <span className={classes.aboutLine}>{figureText(figure, language)}</span>
      {source !== '' && <span className={classes.figureSource}>{source}</span>}
    </>
  );
  return (
    <Tooltip
      label={about}
      multiline
      maw={420}
      events={{ hover: true, focus: true, touch: true }}
      // A figure stands in running text, where no block may.
      renderRoot={(props) => <span {...props} />}
    >
      <button type="button" className={classes.figure} onClick={() => openFigure(figureRef)}>
        {figureText(figure, language, { compact: true }) || '—'}
        {figure.isDemonstration && <sup>{t('demonstrationMark')}</sup>}
      </button>
    </Tooltip>
  );
}
