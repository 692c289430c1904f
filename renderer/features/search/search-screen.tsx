/**
 * Search over everything: results by kind at the left as one types, and at the right the facts that fit,
 * to be narrowed by source, subject, metric and state. All of it stands in the address.
 */
import { Button, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useEffect, useRef, useState } from 'react';
import { ImportButton } from '../../facts/import-button.tsx';
import { openNewFact } from '../../facts/open-fact.ts';
import { useFactsAnswer } from '../../facts/use-facts-answer.ts';
import { useFactsData } from '../../facts/use-facts-data.ts';
import { useFoundNotes } from '../../notes/found-notes.ts';
import { type Route, replaceQuery } from '../../shell/routes.ts';
import { useTexts } from '../../texts.ts';
import { Icon } from '../../ui/icon.tsx';
import { useListKeys } from '../../ui/list-keys.ts';
import { FactsPane } from './facts-pane.tsx';
import { HitList } from './hit-list.tsx';
import classes from './search.module.css';
import { readAddress, type SearchAddress, writeAddress } from './search-address.ts';
import { searchTexts } from './search-texts.ts';

/** Between two strokes of a fast typist: what is typed in one go is asked for once. */
const PAUSE_MS = 90;
const HITS = 60;
const NOTES = 8;

export default function SearchScreen({ route }: { route: Route & { screen: 'search' } }) {
  const t = useTexts(searchTexts);
  const address = readAddress(route.query);
  const screen = useRef<HTMLDivElement>(null);
  const [typed, setTyped] = useTyped(address);
  const found = useFactsAnswer('search', { text: address.text, limit: HITS });
  const notes = useFoundNotes(address.text, NOTES);
  useFactsData();
  useListKeys(screen);

  return (
    <div className={classes.screen} ref={screen}>
      <header className={classes.bar}>
        <h1 className={classes.title}>{t('title')}</h1>
        <TextInput
          className={classes.field}
          type="search"
          autoFocus
          value={typed}
          placeholder={t('field')}
          aria-label={t('field')}
          leftSection={<Icon name="search" size={14} />}
          rightSection={typed === '' ? <kbd className={classes.slash}>/</kbd> : undefined}
          onChange={(event) => setTyped(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'Escape') setTyped('');
          }}
        />
        <div className={classes.space} />
        <ImportButton sourceId={address.sourceId} />
        <Button leftSection={<Icon name="plus" size={14} />} onClick={() => openNewFact()}>
          {t('newFact')}
        </Button>
      </header>
      <div className={classes.split}>
        <section
          className={classes.hits}
          aria-label={t('results')}
          aria-busy={!found.isCurrent && found.failure === null}
        >
          <HitList text={address.text} found={found} notes={notes} onExample={setTyped} />
        </section>
        <FactsPane address={address} onChange={(changed) => show({ ...address, ...changed })} />
      </div>
    </div>
  );
}

/** What stands in the field, and in the address a moment later; what the address says otherwise goes into the field. */
function useTyped(address: SearchAddress): [typed: string, setTyped: (text: string) => void] {
  const [typed, setTyped] = useState(address.text);
  const [settled] = useDebouncedValue(typed, PAUSE_MS);
  const latest = useRef(address);
  const written = useRef(address.text);
  useEffect(() => {
    latest.current = address;
  });
  useEffect(() => {
    if (settled === written.current) return;
    written.current = settled;
    show({ ...latest.current, text: settled });
  }, [settled]);
  useEffect(() => {
    if (address.text === written.current) return;
    written.current = address.text;
    setTyped(address.text);
  }, [address.text]);
  return [typed, setTyped];
}

function show(address: SearchAddress): void {
  replaceQuery(writeAddress(address));
}
