/** One conflict: why it is one, its sides next to each other, the note of the choice, and which sheets it reaches. */
import { Button, TextInput } from '@mantine/core';
import { type FormEvent, type RefObject, useState } from 'react';
import type { Conflict } from '../../../shared/fact-methods.ts';
import { useNameOf } from '../../facts/use-facts-data.ts';
import { goTo } from '../../shell/routes.ts';
import { useLocalText, useSettingText, useTexts } from '../../texts.ts';
import { RelativeTime } from '../../ui/relative-time.tsx';
import { ConflictSide } from './conflict-side.tsx';
import { isOpen, sidesOf } from './conflict-sides.ts';
import { aboutText, spreadText } from './conflict-words.ts';
import classes from './conflicts.module.css';
import { conflictsTexts } from './conflicts-texts.ts';
import { useUses } from './use-uses.ts';

type ConflictDetailProps = {
  conflict: Conflict;
  /** As typed and not yet kept. */
  note: string;
  noteField: RefObject<HTMLInputElement | null>;
  onNote: (note: string) => void;
  onChoose: (factId: string | null) => void;
  /** Others of the list of the same kind, about the same metric. */
  alike: number;
  onPickAlike: () => void;
};

export function ConflictDetail(props: ConflictDetailProps) {
  const { conflict, note, noteField, onNote, onChoose, alike, onPickAlike } = props;
  const t = useTexts(conflictsTexts);
  const settingText = useSettingText();
  const nameOf = useNameOf();
  const { kind, choice, facts } = conflict;
  const [first] = facts;
  const [subject, metric] = aboutText(conflict, nameOf);
  const isDecided = !isOpen(conflict);
  const spread = spreadText(conflict);
  const isBounded = kind === 'value' && conflict.spread === 0;
  const keepNote = (event: FormEvent) => {
    event.preventDefault();
    if (choice !== null && isDecided) onChoose(choice.factId);
  };
  return (
    <div className={classes.detail}>
      <header className={classes.about}>
        <h2 className={classes.subject}>{subject}</h2>
        <p className={classes.topic}>
          <span>{metric}</span>
          <span>{kind === 'setting' ? t('severalSettings') : settingText(first.setting) || t('noSetting')}</span>
          <span>{first.date || t('noDate')}</span>
          {spread !== '' && (
            <span className={classes.apart} title={t('spreadHint')}>
              {t('spreadOf', { spread })}
            </span>
          )}
          {isBounded && <span className={classes.apart}>{t('boundsExclude')}</span>}
        </p>
        <p className={classes.why}>
          {t(`why-${kind}`)} {t(`does-${kind}`)}
        </p>
        {alike > 0 && (
          <p className={classes.why}>
            {t('alike', { count: alike, metric })}{' '}
            <button type="button" className={classes.link} onClick={onPickAlike}>
              {t('decideAlike')}
            </button>
          </p>
        )}
      </header>
      <div className={classes.sides}>
        {sidesOf(conflict).map((side, at) => (
          <ConflictSide
            key={side.key}
            conflict={conflict}
            side={side}
            number={at + 1}
            isDecided={isDecided}
            onChoose={onChoose}
          />
        ))}
      </div>
      <form className={classes.note} onSubmit={keepNote}>
        <TextInput
          ref={noteField}
          className={classes.noteField}
          label={t('note')}
          placeholder={t(isDecided ? 'noteHint' : 'noteFirst')}
          value={note}
          maxLength={10_000}
          onChange={(event) => onNote(event.currentTarget.value)}
        />
        {isDecided && choice !== null && note.trim() !== choice.note && (
          <Button type="submit" variant="default">
            {t('saveNote')}
          </Button>
        )}
        {isDecided && choice !== null && (
          <span className={classes.when}>
            ✓ {t('chosen')} <RelativeTime iso={choice.at} />
          </span>
        )}
      </form>
      <Affected factIds={facts.map(({ id }) => id)} />
    </div>
  );
}

function Affected({ factIds }: { factIds: readonly string[] }) {
  const t = useTexts(conflictsTexts);
  const local = useLocalText();
  const uses = useUses(factIds);
  return (
    <section className={classes.affected} aria-label={t('affected')}>
      <h3 className={classes.heading}>{t('affected')}</h3>
      {uses?.length === 0 && <p className={classes.aside}>{t('notUsed')}</p>}
      <ul>
        {uses?.map(({ sheetId, sheetTitle, lineId, lineLabel }) => (
          <li key={`${sheetId} ${lineId}`}>
            <button type="button" className={classes.link} onClick={() => goTo({ screen: 'sheet', sheetId })}>
              {local(sheetTitle)}
            </button>{' '}
            <span className={classes.aside}>{local(lineLabel)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The note of a conflict: as kept, until it is typed anew. */
export function useNote(conflict: Conflict | undefined): [note: string, setNote: (note: string) => void] {
  const [typed, setTyped] = useState<{ topic: string; kept: string; note: string } | null>(null);
  const topic = conflict?.topic ?? '';
  const kept = conflict?.choice?.note ?? '';
  const note = typed !== null && typed.topic === topic && typed.kept === kept ? typed.note : kept;
  return [note, (next) => setTyped({ topic, kept, note: next })];
}
