/** Where a line's figures were read: document, place and wording, each added, changed and removed in place. */
import { ActionIcon, Button } from '@mantine/core';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { Source } from '../../../../shared/facts.ts';
import type { Line, SourceRef } from '../../../../shared/sheet.ts';
import { placeText } from '../../../facts/place-text.ts';
import { useFactsData } from '../../../facts/use-facts-data.ts';
import { useTexts } from '../../../texts.ts';
import { citationOf } from '../../../ui/citation.ts';
import { Icon } from '../../../ui/icon.tsx';
import { Section } from '../../../ui/panel-section.tsx';
import { attempt, updateLine } from '../sheet-actions.ts';
import { useSheetStore } from '../sheet-store.ts';
import { draftOf, NO_CITATION } from './cited-source.ts';
import { panelTexts } from './panel-texts.ts';
import classes from './side-panel.module.css';
import { SourceForm } from './source-form.tsx';

/** Which citation is being edited: its place in the list, or one that is to be added. */
type Edited = number | 'new' | null;

export function SourcesSection({ line: shown }: { line: Line }) {
  const t = useTexts(panelTexts);
  // The panel follows edits a little later; one edit after the other needs the line as it is.
  const line = useSheetStore(({ data }) => data?.lines.get(shown.id)) ?? shown;
  const { sources } = useFactsData();
  const known = useMemo(() => [...sources.values()], [sources]);
  const [edited, setEdited] = useState<Edited>(null);
  /** Where the focus goes once the list is drawn. */
  const [focusNext, setFocusNext] = useState<number | null>(null);
  const section = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (focusNext === null) return;
    focusButton(section.current, focusNext);
    setFocusNext(null);
  }, [focusNext]);

  const end = line.sources.length;
  const close = (which: Edited, byKey: boolean) => {
    setEdited((now) => (now === which ? null : now));
    if (byKey) setFocusNext(which === 'new' ? Infinity : (which ?? 0));
  };
  const remove = async (at: number) => {
    await attempt(updateLine(line.id, { sources: line.sources.toSpliced(at, 1) }));
    setFocusNext(at);
  };
  const save = (at: number, cited: SourceRef) => updateLine(line.id, { sources: line.sources.toSpliced(at, 1, cited) });

  return (
    <Section title={t('sources')}>
      <div ref={section} className={classes.sources}>
        {end > 0 && (
          <ol className={classes.sources}>
            {line.sources.map((cited, at) => (
              <li key={keyOf(line.sources, at)} className={classes.citation}>
                {edited === at ? (
                  <SourceForm
                    known={known}
                    initial={draftOf(cited, known)}
                    first="place"
                    onSave={(changed) => save(at, changed)}
                    onClose={(byKey) => close(at, byKey)}
                  />
                ) : (
                  <Citation
                    cited={cited}
                    number={at + 1}
                    source={known.find((source) => source.id === cited.sourceId)}
                    onEdit={() => setEdited(at)}
                    onRemove={() => void remove(at)}
                  />
                )}
              </li>
            ))}
          </ol>
        )}
        {edited === 'new' ? (
          <SourceForm
            known={known}
            initial={NO_CITATION}
            first="document"
            onSave={(cited) => save(end, cited)}
            onClose={(byKey) => close('new', byKey)}
          />
        ) : (
          <>
            {end === 0 && <p className={classes.aside}>{t('noSources')}</p>}
            <Button
              variant="default"
              className={classes.addSource}
              leftSection={<Icon name="plus" size={12} />}
              data-source-button
              onClick={() => setEdited('new')}
            >
              {t('addSource')}
            </Button>
          </>
        )}
      </div>
    </Section>
  );
}

/** The same citation can stand there twice. */
function keyOf(sources: readonly SourceRef[], at: number): string {
  const texts = sources.slice(0, at + 1).map((cited) => JSON.stringify(cited));
  return `${texts.filter((text) => text === texts[at]).length} ${texts[at]}`;
}

/** The button that stands for the citation at `at`, or the one to add another. */
function focusButton(section: HTMLElement | null, at: number): void {
  const buttons = section?.querySelectorAll<HTMLElement>('[data-source-button]');
  buttons?.item(Math.min(at, buttons.length - 1)).focus();
}

type CitationProps = {
  cited: SourceRef;
  number: number;
  source: Source | undefined;
  onEdit: () => void;
  onRemove: () => void;
};

function Citation({ cited, number, source, onEdit, onRemove }: CitationProps) {
  const t = useTexts(panelTexts);
  return (
    <>
      {cited.wording !== '' && <blockquote className={classes.wording}>{cited.wording}</blockquote>}
      <div className={classes.place}>{placeText(cited)}</div>
      <div className={classes.aside}>{source ? citationOf(source) : cited.sourceId}</div>
      <div className={classes.citationButtons}>
        <ActionIcon size={22} aria-label={t('editSource', { number })} data-source-button onClick={onEdit}>
          <Icon name="edit" size={13} />
        </ActionIcon>
        <ActionIcon size={22} aria-label={t('removeSource', { number })} onClick={onRemove}>
          <Icon name="trash" size={13} />
        </ActionIcon>
      </div>
    </>
  );
}
