/** The table of a list: groups to be folded, securities to be opened, moved, tagged and removed. */
import { ActionIcon, Button } from '@mantine/core';
import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { inLanguage, sameInBoth } from '../../../shared/language.ts';
import { objectRef } from '../../../shared/object-ref.ts';
import type { WatchSpec } from '../../../shared/watch-views.ts';
import type { WatchListContent } from '../../../shared/watchlist-methods.ts';
import { call } from '../../api.ts';
import { openFact } from '../../facts/open-fact.ts';
import { attemptWatchEdit } from '../../securities/securities-store.ts';
import { goTo } from '../../shell/routes.ts';
import { useLanguage, useTexts } from '../../texts.ts';
import { compareValues, type DataColumn } from '../../ui/data-table/data-columns.ts';
import { DataTable } from '../../ui/data-table/data-table.tsx';
import type { MenuEntry } from '../../ui/data-table/row-menu.tsx';
import type { TableDrag } from '../../ui/data-table/table-drag.ts';
import { Icon } from '../../ui/icon.tsx';
import { AddEntry } from './add-entry.tsx';
import { unfold, useFolded } from './folded.ts';
import { GroupHeading } from './group-heading.tsx';
import { dropOfEntries, dropOfGroup, pathTo, placesAt, stepOfEntry, stepOfGroup } from './moves.ts';
import type { SideForm } from './side-form.ts';
import { TitleForm } from './title-form.tsx';
import { watchColumns } from './watch-columns.tsx';
import type { WatchData } from './watch-data.ts';
import {
  type EntryRow,
  type GroupRow,
  groupKey,
  headingOf,
  passing,
  rowKey,
  type WatchRow,
  watchRows,
} from './watch-rows.ts';
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
  const [naming, setNaming] = useState<{ parentId: string | null } | { groupId: string } | null>(null);
  const isMovable = isOwn && spec.sort === null;
  const columns = useMemo(
    () => watchColumns(spec.columns, spec.figures, { t, language, data, isMovable }),
    [spec.columns, spec.figures, t, language, data, isMovable],
  );
  const rows = useMemo(
    () => (content === undefined ? [] : rowsOf(content, columns, { spec, filter, folded, language, data })),
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
    const count = some.length;
    const { security, entry } = row;
    const { factId } = entry ?? {};
    return [
      { label: t('open'), icon: 'open', run: () => open(row) },
      {
        label: count === 1 ? t('editTags') : t('editTagsOf', { count }),
        icon: 'names',
        run: () => onSide({ form: 'tags', chosen: some.map((each) => each.security) }),
      },
      { label: t('linkFigure'), icon: 'link', run: () => onSide({ form: 'figure', security }) },
      { label: t('editSecurityShort'), icon: 'edit', run: () => onSide({ form: 'security', security }) },
      ...(security.entityId === ''
        ? []
        : [{ label: t('factsAbout'), icon: 'search' as const, run: () => showFacts(security.entityId) }]),
      ...(factId ? [{ label: t('whereSaid'), icon: 'sources' as const, run: () => openFact(factId) }] : []),
      ...(actions === null
        ? []
        : [
            {
              label: count === 1 ? t('remove') : t('removeSeveral', { count }),
              icon: 'trash' as const,
              run: () => void actions.remove(some).then(() => setSelected(NONE)),
            },
          ]),
    ];
  };
  const headingMenu = (row: WatchRow): readonly MenuEntry[] => {
    if (row.kind === 'entry') return [];
    const { id } = row.group;
    const target = objectRef('group', id);
    const about: MenuEntry = {
      label: t('aboutIt'),
      icon: 'lock',
      run: () => onSide({ form: 'about', target, title: row.title, sourceId: list?.sourceId ?? '' }),
    };
    if (actions === null) return [about];
    return [
      about,
      { label: t('addHere'), icon: 'plus', run: () => onGroup(id) },
      { label: t('pasteHere'), icon: 'import', run: () => onSide({ form: 'paste', groupId: id }) },
      { label: t('newGroupIn'), icon: 'rowPlus', run: () => setNaming({ parentId: id }) },
      { label: t('rename'), icon: 'edit', run: () => setNaming({ groupId: id }) },
      { label: t('dissolve'), icon: 'trash', run: () => void actions.dissolve(row) },
    ];
  };
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
      onOpen={(row) => row.kind === 'entry' && open(row)}
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
  naming: { parentId: string | null } | { groupId: string };
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

type Shown = Pick<WatchTableProps, 'spec' | 'filter' | 'data'> & {
  folded: ReadonlySet<string>;
  language: 'zh' | 'en';
};

function rowsOf(content: WatchListContent, columns: readonly DataColumn<WatchRow>[], shown: Shown): WatchRow[] {
  const { spec, filter, folded, language, data } = shown;
  const column = columns.find(({ id }) => id === spec.sort?.column);
  const { bySecurity, gradeOf } = data.ratings;
  const grades = new Set(filter.grades);
  const passes = passing(filter);
  const hasGrade = (securityId: string) =>
    grades.size === 0 ||
    (bySecurity.get(securityId) ?? []).some((rating) => grades.has(inLanguage(gradeOf(rating), language)));
  return watchRows(content, {
    language,
    folded,
    isShown: (security) => passes(security) && hasGrade(security.id),
    isNarrowed: filter.text.trim() !== '' || countFilters(filter) > 0,
    compare: column === undefined ? null : byColumn(column, spec.sort?.isDescending ?? false),
  });
}

/** What has no value comes last, whichever way it is sorted. */
function byColumn({ value }: DataColumn<WatchRow>, isDescending: boolean): (a: EntryRow, b: EntryRow) => number {
  const known = new Map<EntryRow, number | string | null>();
  const shownOf = (row: EntryRow) => {
    let found = known.get(row);
    if (found === undefined) {
      found = value(row);
      known.set(row, found);
    }
    return found;
  };
  return (a, b) => {
    const [one, other] = [shownOf(a), shownOf(b)];
    if (one === null || other === null) return Number(one === null) - Number(other === null);
    return (isDescending ? -1 : 1) * compareValues(one, other);
  };
}

function open({ security }: EntryRow): void {
  goTo({ screen: 'security', securityId: security.id });
}

function showFacts(entityId: string): void {
  goTo({ screen: 'search', query: new URLSearchParams({ subject: entityId }).toString() });
}

/** What can be done with an own list. */
function listActions(content: WatchListContent, listId: string) {
  const keysOf = (rows: readonly EntryRow[]) =>
    rows.map(({ entry, security }) => ({ groupId: entry?.groupId ?? '', securityId: security.id }));
  const move = (rows: readonly EntryRow[], to: { groupId: string; afterId: string | null }) =>
    attemptWatchEdit(call('moveEntries', { listId, entries: keysOf(rows), groupId: to.groupId, afterId: to.afterId }));
  const moveGroup = ({ groupId, parentId, afterId }: ReturnType<typeof dropOfGroup>) =>
    attemptWatchEdit(call('moveGroup', { groupId, parentId, afterId }));
  return {
    remove: (rows: readonly EntryRow[]) => attemptWatchEdit(call('removeEntries', { listId, entries: keysOf(rows) })),
    dissolve: ({ group }: GroupRow) => attemptWatchEdit(call('deleteGroup', { groupId: group.id })),
    drag: (chosen: (row: EntryRow) => EntryRow[]): TableDrag<WatchRow> => ({
      placesAt: (dragged, target) => placesAt(content, dragged, target),
      drop: (dragged, target, place) => {
        if (dragged.kind === 'entry') {
          const moving = chosen(dragged);
          void move(moving, dropOfEntries(content, moving, target, place));
        } else if (target.kind === 'group') {
          void moveGroup(dropOfGroup(content, dragged, target, place));
        }
      },
      step: (row, key) => {
        if (row.kind === 'group') {
          const to = stepOfGroup(content, row, key);
          if (to !== null) void moveGroup(to);
          return to?.key ?? null;
        }
        const to = stepOfEntry(content, row, key);
        if (to !== null) void move([row], to);
        return to?.key ?? null;
      },
    }),
  };
}
