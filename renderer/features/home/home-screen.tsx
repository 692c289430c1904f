/**
 * Home: the user's sheets and the templates to start from, with one search over both.
 *
 * `/` goes to the search; arrows move along the results from there; Enter opens.
 */
import { Alert, Button, Loader, TextInput } from '@mantine/core';
import { useDeferredValue, useEffect, useRef, useState } from 'react';
import { failureText } from '../../shell/notices.tsx';
import { useLanguage, useTexts } from '../../texts.ts';
import { Failed } from '../../ui/failed.tsx';
import { Icon } from '../../ui/icon.tsx';
import { useListKeys } from '../../ui/list-keys.ts';
import classes from './home-screen.module.css';
import { chooseImportFile, loadHome, newSheet, useHome } from './home-store.ts';
import { homeTexts } from './home-texts.ts';
import { findSheets, findTemplates } from './search-home.ts';
import { SheetList } from './sheet-list.tsx';
import { TemplateList } from './template-list.tsx';

export function HomeScreen() {
  const t = useTexts(homeTexts);
  const [query, setQuery] = useState('');
  const screen = useRef<HTMLDivElement>(null);
  useListKeys(screen);
  useEffect(() => void loadHome(), []);

  return (
    <div className={classes.screen} ref={screen}>
      <header className={classes.bar}>
        <h1 className={classes.title}>{t('title')}</h1>
        <TextInput
          className={classes.search}
          type="search"
          value={query}
          placeholder={t('search')}
          aria-label={t('search')}
          leftSection={<Icon name="search" size={14} />}
          rightSection={query === '' ? <kbd className={classes.slash}>/</kbd> : undefined}
          onChange={(event) => setQuery(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'Escape') setQuery('');
          }}
        />
        <Button variant="default" leftSection={<Icon name="import" size={14} />} onClick={chooseImportFile}>
          {t('importSheet')}
        </Button>
        <Button leftSection={<Icon name="plus" size={14} />} onClick={() => void newSheet()}>
          {t('newSheet')}
        </Button>
      </header>
      <div className={classes.body}>
        <ImportFailure />
        <Lists query={query} onClear={() => setQuery('')} />
      </div>
    </div>
  );
}

function Lists({ query, onClear }: { query: string; onClear: () => void }) {
  const t = useTexts(homeTexts);
  const { status, failure, sheets, templates, sources } = useHome();
  const wanted = useDeferredValue(query).trim();

  if (status === 'loading') {
    return (
      <div className={classes.centre} role="status" aria-label={t('loading')}>
        <Loader size="sm" />
      </div>
    );
  }
  if (status === 'failed') {
    return <Failed className={classes.centre} failure={failure} onRetry={() => void loadHome()} />;
  }

  const foundSheets = findSheets(sheets, wanted);
  const foundTemplates = findTemplates(templates, sources, wanted);
  if (wanted !== '' && foundSheets.length === 0 && foundTemplates.length === 0) {
    return (
      <div className={classes.centre} role="status">
        <p>{t('nothingFound', { query: wanted })}</p>
        <Button variant="default" onClick={onClear}>
          {t('clearSearch')}
        </Button>
      </div>
    );
  }
  return (
    <>
      {(wanted === '' || foundSheets.length > 0) && (
        <section aria-label={t('sheets')}>
          <h2 className={classes.heading}>{t('sheets')}</h2>
          {sheets.length === 0 ? <EmptySheets /> : <SheetList sheets={foundSheets} />}
        </section>
      )}
      {(wanted === '' || foundTemplates.length > 0) && (
        <section aria-label={t('templates')}>
          <h2 className={classes.heading}>
            {t('templates')}
            <span className={classes.hint}>{t('templatesHint')}</span>
          </h2>
          {templates.length === 0 ? (
            <p className={classes.hint}>{t('noTemplates')}</p>
          ) : (
            <TemplateList templates={foundTemplates} sources={sources} />
          )}
        </section>
      )}
    </>
  );
}

function EmptySheets() {
  const t = useTexts(homeTexts);
  return (
    <div className={classes.empty}>
      <strong>{t('emptyTitle')}</strong>
      <p>{t('emptyBody')}</p>
    </div>
  );
}

function ImportFailure() {
  const t = useTexts(homeTexts);
  useLanguage(); // failureText speaks the current language; this asks for a new rendering when it changes.
  const refused = useHome((state) => state.importFailure);
  if (refused === null) return null;
  return (
    <Alert
      className={classes.refused}
      color="red"
      role="alert"
      icon={<Icon name="warning" />}
      withCloseButton
      closeButtonLabel={t('dismiss')}
      onClose={() => useHome.setState({ importFailure: null })}
    >
      {t('importFailed', { file: refused.file, reason: failureText(refused.failure) })}
    </Alert>
  );
}
