/** The table of a list: groups to be folded, securities to be opened, moved, tagged and removed. */
import { ActionIcon, Button } from '@mantine/core';
import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { inLanguage, sameInBoth } from '../../../shared/language.ts';
import type { WatchSpec } from '../../../shared/watch-views.ts';
import type { WatchListContent } from '../../../shared/watchlist-methods.ts';
import { call } from '../../api.ts';
import { attemptWatchEdit } from '../../securities/securities-store.ts';
import { useLanguage, useTexts } from '../../texts.ts';
import { DataTable } from '../../ui/data-table/data-table.tsx';
import type { MenuEntry } from '../../ui/data-table/row-menu.tsx';
import type { TableDrag } from '../../ui/data-table/table-drag.ts';
import { Icon } from '../../ui/icon.tsx';
import { AddEntry } from './add-entry.tsx';
import { unfold, useFolded } from './folded.ts';
import { GroupHeading } from './group-heading.tsx';
import { listActions } from './list-actions.ts';
import { pathTo } from './moves.ts';
import { entryMenu, groupMenu, type Naming, openSecurity } from './row-menus.ts';
import { shownRows } from './shown-rows.ts';
import type { SideForm } from './side-form.ts';
import { TitleForm } from './title-form.tsx';
import { watchColumns } from './watch-columns.tsx';
import type { WatchData } from './watch-data.ts';
import { type EntryRow, groupKey, headingOf, rowKey, type WatchRow } from './watch-rows.ts';
import { changeSpec, type ShownSpec } from './watch-spec.ts';
import classes from './watchlist.module.css';
import { countFilters } from './watchlist-query.ts';
import { watchlistTexts } from './watchlist-texts.ts';

type WatchTableProps = {
  content: WatchListContent | undefined;
  isLoading: boolean;
  data: WatchData;
  spec: ShownSpec;
  filter: WatchSpec['filter'];
  /** Where new entries go. */
  groupId: string;
  /** The group that an address leads to; '' where it leads to none. */
  shownGroup: string;
  onGroup: (groupId: string) => void;
  onSide: (side: SideForm) => void;
  onClearFilter: () => void;
  toolbar: ReactNode;
};

const NONE: ReadonlySet<string> = new Set();

export function WatchTable(props: WatchTableProps) {
  const { content, isLoading, data, spec, filter, groupId, shownGroup, onGroup, onSide, onClearFilter, toolbar } =
    props;
  const t = useTexts(watchlistTexts);
  const language = useLanguage();
  const list = content?.list ?? null;
  const listId = list?.id ?? '';
  const isOwn = list?.origin === 'own';
  const [folded, toggleFold] = useFolded(listId);
  useUnfolding(content, shownGroup);
  const [selected, setSelected] = useState(NONE);
  const [naming, setNaming] = useState<Naming | null>(null);
  const isMovable = isOwn && spec.sort === null;
  const columns = useMemo(
    () => watchColumns(spec.columns, spec.figures, { t, language, data, isMovable }),
    [spec.columns, spec.figures, t, language, data, isMovable],
  );
  const rows = useMemo(
    () => (content === undefined ? [] : shownRows(content, columns, { spec, filter, folded, language, data })),
    [content, columns, spec, filter, folded, language, data],
  );
  const headingCell = useCallback(
    (row: WatchRow) => (row.kind === 'group' ? <GroupHeading row={row} isMovable={isMovable} /> : null),
    [isMovable],
  );
  const chosen = (row: EntryRow): EntryRow[] => {
    const all = rows.filter((each): each is EntryRow => each.kind === 'entry' && selected.has(each.key));
    return all.some(({ key }) => key === row.key) ? all : [row];
  };
  const actions = isOwn && content !== undefined ? listActions(content, listId) : null;
  const drag: TableDrag<WatchRow> | undefined = actions === null || !isMovable ? undefined : actions.drag(chosen);

  const rowMenu = (row: WatchRow): readonly MenuEntry[] => {
    if (row.kind === 'group') return [];
    const some = chosen(row);
    const remove = actions && (() => void actions.remove(some).then(() => setSelected(NONE)));
    return entryMenu(row, { chosen: some, remove, onSide, t });
  };
  const headingMenu = (row: WatchRow): readonly MenuEntry[] =>
    row.kind === 'entry'
      ? []
      : groupMenu(row, { sourceId: list?.sourceId ?? '', actions, onSide, onGroup, onName: setNaming, t });
  const isNarrowed = filter.text.trim() !== '' || countFilters(filter) > 0;
  return (
    <DataTable<WatchRow>
      subject={listId}
      label={list === null ? t('all') : inLanguage(list.title, language)}
      title={list?.title ?? watchlistTexts.all}
      rows={rows}
      columns={columns}
      rowKey={rowKey}
      headingOf={headingOf}
      headingCell={headingCell}
      isExpanded={(row) => row.kind === 'group' && row.isOpen}
      onHeading={(row) => row.kind === 'group' && toggleFold(row.group.id)}
      onOpen={(row) => row.kind === 'entry' && openSecurity(row)}
      rowMenu={rowMenu}
      headingMenu={headingMenu}
      selected={selected}
      target={shownGroup === '' ? null : groupKey(shownGroup)}
      onSelect={setSelected}
      order={{ sort: spec.sort, onSort: (sort) => changeSpec({ sort }) }}
      drag={drag}
      isLoading={isLoading}
      toolbar={
        <>
          {toolbar}
          {isOwn && content !== undefined && (
            <>
              <AddEntry key={listId} listId={listId} groups={content.groups} groupId={groupId} onGroup={onGroup} />
              {naming === null ? (
                <ActionIcon
                  size={28}
                  aria-label={t('newGroup')}
                  title={t('newGroup')}
                  onClick={() => setNaming({ parentId: null })}
                >
                  <Icon name="headingPlus" />
                </ActionIcon>
              ) : (
                <GroupForm content={content} listId={listId} naming={naming} onClose={() => setNaming(null)} />
              )}
            </>
          )}
          {selected.size > 0 && (
            <span className={classes.hint} role="status">
              {t('chosen', { count: selected.size })}
            </span>
          )}
        </>
      }
      empty={
        isNarrowed && (content?.securities.length ?? 0) > 0 ? (
          <>
            <p>{t('nothingFits')}</p>
            <Button variant="default" onClick={onClearFilter}>
              {t('clearFilters')}
            </Button>
          </>
        ) : (
          <p>{isOwn ? t('emptyOwn') : t('empty')}</p>
        )
      }
    />
  );
}

/** What is folded away over the group is shown, once: folded again it stays so. */
function useUnfolding(content: WatchListContent | undefined, shownGroup: string): void {
  const unfolded = useRef('');
  useEffect(() => {
    if (shownGroup === '') unfolded.current = '';
    if (!content?.list || unfolded.current === shownGroup) return;
    const path = pathTo(content.groups, shownGroup);
    if (path.length === 0) return;
    unfolded.current = shownGroup;
    unfold(content.list.id, path);
  }, [content, shownGroup]);
}

type GroupFormProps = {
  content: WatchListContent;
  listId: string;
  naming: Naming;
  onClose: () => void;
};

function GroupForm({ content, listId, naming, onClose }: GroupFormProps) {
  const t = useTexts(watchlistTexts);
  const language = useLanguage();
  const group = 'groupId' in naming ? content.groups.find(({ id }) => id === naming.groupId) : undefined;
  const submit = async (text: string) => {
    const title = sameInBoth(text);
    return (await attemptWatchEdit(call('putGroup', { listId, ...naming, title }))) !== null;
  };
  return (
    <TitleForm
      label={t('groupTitle')}
      value={group === undefined ? '' : inLanguage(group.title, language)}
      onSubmit={submit}
      onClose={onClose}
    />
  );
}
