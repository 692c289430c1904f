/** Several conflicts decided at once: what each source says in each, and a button for each source. */
import { Button, TextInput } from '@mantine/core';
import type { RefObject } from 'react';
import type { Conflict } from '../../../shared/fact-methods.ts';
import { useFactsData, useNameOf } from '../../facts/use-facts-data.ts';
import { useLanguage, useTexts } from '../../texts.ts';
import { aboutText, sideText } from './conflict-words.ts';
import classes from './conflicts.module.css';
import { conflictsTexts } from './conflicts-texts.ts';
import type { SourceSides } from './sides-of-sources.ts';

type ConflictBatchProps = {
  conflicts: readonly Conflict[];
  sources: readonly SourceSides[];
  note: string;
  noteField: RefObject<HTMLInputElement | null>;
  onNote: (note: string) => void;
  onChoose: (source: SourceSides) => void;
  onClear: () => void;
};

export function ConflictBatch({ conflicts, sources, note, noteField, onNote, onChoose, onClear }: ConflictBatchProps) {
  const t = useTexts(conflictsTexts);
  const language = useLanguage();
  const nameOf = useNameOf();
  const { sources: known } = useFactsData();
  const publisherOf = (sourceId: string) => known.get(sourceId)?.publisher || known.get(sourceId)?.title || '';
  return (
    <div className={classes.detail}>
      <header className={classes.batchHead}>
        <h2 className={classes.subject}>{t('batch', { count: conflicts.length })}</h2>
        <Button variant="default" onClick={onClear}>
          {t('clearBatch')}
        </Button>
      </header>
      <p className={classes.why}>{t('batchHint')}</p>
      <div className={classes.batchScroller}>
        <table className={classes.batch}>
          <thead>
            <tr>
              <th scope="col">{t('subject')}</th>
              {sources.map((source, at) => (
                <th key={source.sourceId} scope="col">
                  <span className={classes.publisher} title={known.get(source.sourceId)?.title}>
                    <span className={classes.number} aria-hidden="true">
                      {at + 1}
                    </span>{' '}
                    {source.sourceId} {publisherOf(source.sourceId)}
                  </span>
                  <Button size="xs" onClick={() => onChoose(source)}>
                    {t('chooseSource', { count: source.choices.length })}
                  </Button>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {conflicts.map((conflict) => (
              <tr key={conflict.topic}>
                <th scope="row">{aboutText(conflict, nameOf).join(' · ')}</th>
                {sources.map(({ sourceId, sides }) => {
                  const side = sides.get(conflict.topic);
                  return (
                    <td key={sourceId} data-chosen={side?.isChosen || undefined}>
                      {side && `${side.isChosen ? '✓ ' : ''}${sideText(conflict, side, language)}`}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div className={classes.note}>
        <TextInput
          ref={noteField}
          className={classes.noteField}
          label={t('note')}
          placeholder={t('batchNoteHint')}
          value={note}
          maxLength={10_000}
          onChange={(event) => onNote(event.currentTarget.value)}
        />
      </div>
    </div>
  );
}
