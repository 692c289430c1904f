/** The sides of a conflict, each with its words; one of them can be chosen, with a note that says why. */
import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { Conflict } from '../../shared/fact-methods.ts';
import type { FactView } from '../../shared/facts.ts';
import { call } from '../api.ts';
import { useSettingText, useTexts } from '../texts.ts';
import { Section } from '../ui/panel-section.tsx';
import type { KnownFact } from './fact-details.tsx';
import { FactFigure } from './fact-figure.tsx';
import classes from './fact-panel.module.css';
import { factTexts } from './fact-texts.ts';
import { attemptEdit } from './facts-store.ts';
import { openFact } from './open-fact.ts';
import { placeText } from './place-text.ts';
import { useFactsData } from './use-facts-data.ts';

export function ConflictSection({ known: { fact, conflict } }: { known: KnownFact }) {
  const t = useTexts(factTexts);
  const [choosing, setChoosing] = useState<string | null>(null);
  if (conflict === null) return null;
  const choose = async (factId: string | null, note: string) => {
    if (await attemptEdit(call('chooseFact', { topic: conflict.topic, factId, note }))) setChoosing(null);
  };
  return (
    <Section title={t(conflict.kind === 'setting' ? 'conflictOfSettings' : 'conflict')}>
      <div className={classes.sides}>
        {conflict.facts.map((side) => (
          <Side
            key={side.id}
            side={side}
            isThis={side.id === fact.id}
            conflict={conflict}
            isChoosing={choosing === side.id}
            onBegin={() => setChoosing(side.id)}
            onChoose={choose}
            onCancel={() => setChoosing(null)}
          />
        ))}
      </div>
    </Section>
  );
}

type SideProps = {
  side: FactView;
  isThis: boolean;
  conflict: Conflict;
  isChoosing: boolean;
  onBegin: () => void;
  onChoose: (factId: string | null, note: string) => Promise<void>;
  onCancel: () => void;
};

function Side({ side, isThis, conflict, isChoosing, onBegin, onChoose, onCancel }: SideProps) {
  const t = useTexts(factTexts);
  const { sources } = useFactsData();
  const settingText = useSettingText();
  const isChosen = conflict.choice?.factId === side.id;
  const source = sources.get(side.sourceId);
  return (
    <div className={classes.side} data-chosen={isChosen || undefined}>
      <div className={classes.sideHead}>
        <span className={classes.sideValue}>
          <FactFigure fact={side} />
        </span>
        {isThis ? (
          <span className={classes.aside}>{t('thisOne')}</span>
        ) : (
          <button type="button" className={classes.link} onClick={() => openFact(side.id)}>
            {t('show')}
          </button>
        )}
      </div>
      {conflict.kind === 'setting' && <p className={classes.aside}>{settingText(side.setting) || t('noSetting')}</p>}
      <p className={classes.aside}>
        {[source?.publisher || side.sourceId, placeText(side)].filter(Boolean).join(' · ')}
      </p>
      {side.wording !== '' && <blockquote className={classes.wording}>{side.wording}</blockquote>}
      {isChosen && conflict.choice?.note && <p>{conflict.choice.note}</p>}
      {isChoosing ? (
        <ChoiceForm onChoose={(note) => onChoose(side.id, note)} onCancel={onCancel} />
      ) : isChosen ? (
        <Button variant="default" size="compact-xs" onClick={() => void onChoose(null, '')}>
          {t('takeChoiceBack')}
        </Button>
      ) : (
        <Button variant="default" size="compact-xs" onClick={onBegin}>
          {t('choose')}
        </Button>
      )}
    </div>
  );
}

type ChoiceFormProps = { onChoose: (note: string) => Promise<void>; onCancel: () => void };

function ChoiceForm({ onChoose, onCancel }: ChoiceFormProps) {
  const t = useTexts(factTexts);
  const [note, setNote] = useState('');
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    void onChoose(note.trim());
  };
  return (
    <form
      onSubmit={onSubmit}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        onCancel();
      }}
    >
      <TextInput
        label={t('choiceNote')}
        placeholder={t('choiceNoteHint')}
        value={note}
        maxLength={10_000}
        autoFocus
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      <div className={classes.actions}>
        <Button type="submit" size="compact-xs">
          {t('choose')}
        </Button>
        <Button variant="default" size="compact-xs" onClick={onCancel}>
          {t('cancel')}
        </Button>
      </div>
    </form>
  );
}
