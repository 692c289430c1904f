/** Where a line's figures were read: exhibit and wording, with the document they are in; and the note. */
import { useEffect } from 'react';
import { create } from 'zustand';
import type { Source } from '../../../../shared/contract.ts';
import { inLanguage } from '../../../../shared/language.ts';
import type { Line, SourceRef } from '../../../../shared/sheet.ts';
import { call } from '../../../api.ts';
import { showFailure } from '../../../shell/notices.tsx';
import { useLanguage, useTexts } from '../../../texts.ts';
import { InlineEdit } from '../../../ui/inline-edit.tsx';
import { updateLine } from '../sheet-actions.ts';
import { panelTexts } from './panel-texts.ts';
import { placeInSource } from './place-in-source.ts';
import { Section } from './section.tsx';
import classes from './side-panel.module.css';

/** The documents that the store knows; they do not change while the program runs. */
const useSources = create<{ sources: readonly Source[] }>(() => ({ sources: [] }));

export function SourcesSection({ line }: { line: Line }) {
  const t = useTexts(panelTexts);
  const sources = useSources((state) => state.sources);
  useEffect(() => {
    if (useSources.getState().sources.length > 0) return;
    call('listSources', {}).then((known) => useSources.setState({ sources: known }), showFailure);
  }, []);
  return (
    <Section title={t('sources')}>
      {line.sources.length === 0 ? (
        <p className={classes.aside}>{t('noSources')}</p>
      ) : (
        <ul className={classes.sources}>
          {line.sources.map((cited) => (
            <Citation
              key={`${cited.sourceId} ${cited.place} ${cited.wording}`}
              cited={cited}
              source={sources.find((source) => source.id === cited.sourceId)}
            />
          ))}
        </ul>
      )}
    </Section>
  );
}

function Citation({ cited, source }: { cited: SourceRef; source: Source | undefined }) {
  return (
    <li className={classes.citation}>
      {cited.wording !== '' && <blockquote className={classes.wording}>{cited.wording}</blockquote>}
      <div className={classes.place}>{placeInSource(cited)}</div>
      <div className={classes.aside}>
        {source ? [source.publisher, source.title, source.date].filter(Boolean).join('，') : cited.sourceId}
      </div>
    </li>
  );
}

export function NoteSection({ line }: { line: Line }) {
  const t = useTexts(panelTexts);
  const language = useLanguage();
  return (
    <Section title={t('note')}>
      <InlineEdit
        label={t('note')}
        value={inLanguage(line.note, language)}
        placeholder={t('addNote')}
        multiline
        onCommit={(text) => updateLine(line.id, { note: { ...line.note, [language]: text } })}
      />
    </Section>
  );
}
