/** The watchlist: lists at the left, the securities of one of them with the columns that the analyst chose, a form at the right where one is asked for. */
import { ActionIcon, Button, TextInput } from '@mantine/core';
import { useCallback, useMemo, useState } from 'react';
import { localDay } from '../../../shared/local-day.ts';
import { formatMessage } from '../../../shared/messages.ts';
import { objectRef } from '../../../shared/object-ref.ts';
import type { SecurityView } from '../../../shared/securities.ts';
import type { WatchListSummary } from '../../../shared/watchlist-methods.ts';
import { openBarImport, useBarFileDrop } from '../../bars/open-bar-import.ts';
import { useWatchLists } from '../../securities/use-securities.ts';
import { goTo, replaceQuery } from '../../shell/routes.ts';
import { useLanguage, useLocalText, useTexts } from '../../texts.ts';
import { Failed } from '../../ui/failed.tsx';
import { Icon } from '../../ui/icon.tsx';
import { AboutPane } from './about-pane.tsx';
import { ColumnForm } from './column-form.tsx';
import { FigureForm } from './figure-form.tsx';
import { FilterForm } from './filter-form.tsx';
import { copyList, ListPane } from './list-pane.tsx';
import { PasteForm } from './paste-form.tsx';
import { SecurityForm } from './security-form.tsx';
import type { SideForm } from './side-form.ts';
import { TagForm } from './tag-form.tsx';
import { redoWatchlist, undoWatchlist } from './undo.ts';
import { useListContent } from './use-list-content.ts';
import { useWatchData } from './watch-data.ts';
import { changeSpec, useWatchSpec } from './watch-spec.ts';
import { WatchTable } from './watch-table.tsx';
import { WatchViews } from './watch-views.tsx';
import classes from './watchlist.module.css';
import { parseQuery, printQuery, type WatchQuery } from './watchlist-query.ts';
import { watchlistTexts } from './watchlist-texts.ts';

const NO_SECURITIES: readonly SecurityView[] = [];

export default function WatchlistScreen({ route }: { route: { query?: string } }) {
  const t = useTexts(watchlistTexts);
  const local = useLocalText();
  const query = useMemo(() => parseQuery(route.query ?? ''), [route.query]);
  const { listId, filter } = query;
  const change = useCallback(
    (changed: Partial<WatchQuery>) => replaceQuery(printQuery({ ...query, ...changed })),
    [query],
  );
  const { lists, count } = useWatchLists();
  const { content, failure, retry } = useListContent(listId);
  const { spec, views } = useWatchSpec();
  const data = useWatchData(spec, content, localDay(new Date().toISOString()));
  const [side, setSide] = useState<SideForm | null>(null);
  const [groupId, setGroupId] = useState('');

  useBarFileDrop();

  const show = (id: string) => {
    setSide(null);
    setGroupId('');
    goTo({ screen: 'watchlist', query: printQuery({ listId: id, groupId: '', filter: { ...filter, text: '' } }) });
  };
  const showAbout = ({ id, title, sourceId }: WatchListSummary) =>
    setSide({ form: 'about', target: objectRef('list', id), title: local(title), sourceId });
  const list = content?.list ?? null;
  const isOwn = list?.origin === 'own';
  const close = () => setSide(null);
  const groupTitle = (id: string) => {
    const group = content?.groups.find((each) => each.id === id);
    return local(group?.title ?? list?.title ?? { zh: '', en: '' });
  };
  return (
    <div className={classes.screen}>
      <header className={classes.head}>
        <h1 className={classes.title}>{list === null ? t('all') : local(list.title)}</h1>
        {list !== null && <ListSource sourceId={list.sourceId} />}
        <div className={classes.space} />
        <UndoButtons />
        <Button variant="default" onClick={() => goTo({ screen: 'scorecard' })}>
          {t('scorecard')}
        </Button>
        <Button variant="default" onClick={() => goTo({ screen: 'theses' })}>
          {t('ledger')}
        </Button>
        <Button variant="default" leftSection={<Icon name="import" size={14} />} onClick={() => openBarImport(null)}>
          {t('importPrices')}
        </Button>
        {list !== null && !isOwn && (
          <Button
            variant="default"
            leftSection={<Icon name="copy" size={14} />}
            onClick={() => void copyList(list, show)}
          >
            {t('copyToOwn')}
          </Button>
        )}
        {isOwn && (
          <Button
            variant="default"
            leftSection={<Icon name="rowPlus" size={14} />}
            onClick={() => setSide({ form: 'paste', groupId })}
          >
            {t('paste')}
          </Button>
        )}
      </header>
      <div className={classes.split}>
        <ListPane lists={lists} count={count} listId={listId} onShow={show} onAbout={showAbout} />
        <div className={classes.main}>
          {list !== null && local(list.note) !== '' && <p className={classes.about}>{local(list.note)}</p>}
          {content === undefined && failure !== null ? (
            <Failed className={classes.state} failure={failure} onRetry={retry} />
          ) : (
            <WatchTable
              content={content}
              isLoading={content === undefined}
              data={data}
              spec={spec}
              filter={filter}
              groupId={groupId}
              shownGroup={query.groupId}
              onGroup={setGroupId}
              onSide={setSide}
              onClearFilter={() => change({ filter: parseQuery('').filter })}
              toolbar={
                <>
                  <TextInput
                    className={classes.search}
                    type="search"
                    aria-label={t('find')}
                    placeholder={t('findShort')}
                    value={filter.text}
                    onChange={(event) => change({ filter: { ...filter, text: event.currentTarget.value } })}
                  />
                  <FilterForm
                    securities={content?.securities ?? NO_SECURITIES}
                    data={data}
                    filter={filter}
                    onChange={(now) => change({ filter: now })}
                  />
                  <ColumnForm spec={spec} data={data} />
                  <WatchViews
                    views={views}
                    spec={{ ...spec, filter: { ...filter, text: '' } }}
                    onOpen={({ filter: kept, ...opened }) => {
                      changeSpec(opened);
                      change({ filter: kept });
                    }}
                  />
                </>
              }
            />
          )}
        </div>
        {side?.form === 'paste' && list !== null && (
          <PasteForm listId={list.id} groupId={side.groupId} groupTitle={groupTitle(side.groupId)} onClose={close} />
        )}
        {side?.form === 'about' && <AboutPane key={side.target} about={side} onClose={close} />}
        {side?.form === 'tags' && <TagForm key={keyOf(side.chosen)} chosen={side.chosen} onClose={close} />}
        {side?.form === 'security' && <SecurityForm key={side.security.id} security={side.security} onClose={close} />}
        {side?.form === 'figure' && (
          <FigureForm key={side.security.id} security={side.security} spec={spec} data={data} onClose={close} />
        )}
      </div>
    </div>
  );
}

function keyOf(chosen: readonly SecurityView[]): string {
  return chosen.map(({ id }) => id).join();
}

/** The report that the list stands in. */
function ListSource({ sourceId }: { sourceId: string }) {
  const t = useTexts(watchlistTexts);
  if (sourceId === '') return null;
  return (
    <button type="button" className={classes.source} onClick={() => goTo({ screen: 'sources', sourceId })}>
      {t('fromReport', { sourceId })}
    </button>
  );
}

function UndoButtons() {
  const t = useTexts(watchlistTexts);
  const language = useLanguage();
  const { state } = useWatchLists();
  const labelled = (key: 'undo' | 'redo') => {
    const label = state?.[key];
    return label ? `${t(key)} ${formatMessage(label, language)}` : t(key);
  };
  return (
    <>
      <ActionIcon
        size={28}
        aria-label={labelled('undo')}
        title={labelled('undo')}
        disabled={!state?.undo}
        onClick={() => void undoWatchlist()}
      >
        <Icon name="undo" />
      </ActionIcon>
      <ActionIcon
        size={28}
        aria-label={labelled('redo')}
        title={labelled('redo')}
        disabled={!state?.redo}
        onClick={() => void redoWatchlist()}
      >
        <Icon name="redo" />
      </ActionIcon>
    </>
  );
}
