/** What is offered at the rows of a list, at a security and at a group. */
import { objectRef } from '../../../shared/object-ref.ts';
import { openFact } from '../../facts/open-fact.ts';
import { goTo } from '../../shell/routes.ts';
import type { useTexts } from '../../texts.ts';
import type { MenuEntry } from '../../ui/data-table/row-menu.tsx';
import type { ListActions } from './list-actions.ts';
import type { SideForm } from './side-form.ts';
import type { EntryRow, GroupRow } from './watch-rows.ts';
import type { watchlistTexts } from './watchlist-texts.ts';

type Offered = {
  onSide: (side: SideForm) => void;
  t: ReturnType<typeof useTexts<typeof watchlistTexts>>;
};

type OfEntry = Offered & {
  /** The rows that it is done to. */
  chosen: readonly EntryRow[];
  /** Null of a list that is not the user's own. */
  remove: (() => void) | null;
};

export function entryMenu(row: EntryRow, { chosen, remove, onSide, t }: OfEntry): readonly MenuEntry[] {
  const count = chosen.length;
  const { security, entry } = row;
  const { entityId } = security;
  const { factId } = entry ?? {};
  const menu: MenuEntry[] = [
    { label: t('open'), icon: 'open', run: () => openSecurity(row) },
    {
      label: count === 1 ? t('editTags') : t('editTagsOf', { count }),
      icon: 'names',
      run: () => onSide({ form: 'tags', chosen: chosen.map((each) => each.security) }),
    },
    { label: t('linkFigure'), icon: 'link', run: () => onSide({ form: 'figure', security }) },
    { label: t('editSecurityShort'), icon: 'edit', run: () => onSide({ form: 'security', security }) },
  ];
  if (entityId !== '') menu.push({ label: t('factsAbout'), icon: 'search', run: () => showFacts(entityId) });
  if (factId) menu.push({ label: t('whereSaid'), icon: 'sources', run: () => openFact(factId) });
  if (remove !== null) {
    menu.push({ label: count === 1 ? t('remove') : t('removeSeveral', { count }), icon: 'trash', run: remove });
  }
  return menu;
}

/** What is being given a name: a new group, or one that there is. */
export type Naming = { parentId: string | null } | { groupId: string };

type OfGroup = Offered & {
  sourceId: string;
  /** Null of a list that is not the user's own. */
  actions: ListActions | null;
  onGroup: (groupId: string) => void;
  onName: (naming: Naming) => void;
};

export function groupMenu(
  row: GroupRow,
  { sourceId, actions, onSide, onGroup, onName, t }: OfGroup,
): readonly MenuEntry[] {
  const { id } = row.group;
  const target = objectRef('group', id);
  const about: MenuEntry = {
    label: t('aboutIt'),
    icon: 'lock',
    run: () => onSide({ form: 'about', target, title: row.title, sourceId }),
  };
  if (actions === null) return [about];
  return [
    about,
    { label: t('addHere'), icon: 'plus', run: () => onGroup(id) },
    { label: t('pasteHere'), icon: 'import', run: () => onSide({ form: 'paste', groupId: id }) },
    { label: t('newGroupIn'), icon: 'rowPlus', run: () => onName({ parentId: id }) },
    { label: t('rename'), icon: 'edit', run: () => onName({ groupId: id }) },
    { label: t('dissolve'), icon: 'trash', run: () => void actions.dissolve(row) },
  ];
}

export function openSecurity({ security }: EntryRow): void {
  goTo({ screen: 'security', securityId: security.id });
}

function showFacts(entityId: string): void {
  goTo({ screen: 'search', query: new URLSearchParams({ subject: entityId }).toString() });
}
