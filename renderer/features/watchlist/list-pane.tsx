/** The lists at the left: all securities, the user's own, and those of the reports with their source. */
import { ActionIcon, Menu } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { type LocalText, sameInBoth } from '../../../shared/language.ts';
import type { WatchListSummary } from '../../../shared/watchlist-methods.ts';
import { call } from '../../api.ts';
import { readListAhead } from '../../securities/list-contents.ts';
import { attemptWatchEdit } from '../../securities/securities-store.ts';
import { showUndoable } from '../../shell/notices.tsx';
import { useLocalText, useTexts } from '../../texts.ts';
import { Icon } from '../../ui/icon.tsx';
import { useAim } from '../../use-aim.ts';
import { TitleForm } from './title-form.tsx';
import { undoWatchlist } from './undo.ts';
import classes from './watchlist.module.css';
import { watchlistTexts } from './watchlist-texts.ts';

type ListPaneProps = {
  lists: readonly WatchListSummary[];
  /** How many securities there are; null until it is known. */
  count: number | null;
  listId: string;
  onShow: (listId: string) => void;
  /** Shows what is private about the list. */
  onAbout: (list: WatchListSummary) => void;
};

export function ListPane({ lists, count, listId, onShow, onAbout }: ListPaneProps) {
  const t = useTexts(watchlistTexts);
  const [isNaming, setNaming] = useState(false);
  const { aim } = useAim((aimed: string) => void readListAhead(aimed));
  const handlers = { onAim: aim, onShow, onAbout };
  const own = lists.filter(({ origin }) => origin === 'own');
  const bundled = lists.filter(({ origin }) => origin === 'bundled');
  const add = async (title: string) => {
    const made = await attemptWatchEdit(call('putList', { title: sameInBoth(title), note: sameInBoth('') }));
    if (made !== null) onShow(made.listId);
    return made !== null;
  };
  return (
    <nav className={classes.lists} aria-label={t('lists')}>
      <ListButton
        title={t('all')}
        count={count}
        isCurrent={listId === ''}
        onAim={() => aim('')}
        onClick={() => onShow('')}
      />
      <div className={classes.listsHead}>
        <h2 className={classes.listsTitle}>{t('ownLists')}</h2>
        <ActionIcon size={24} aria-label={t('newList')} title={t('newList')} onClick={() => setNaming(true)}>
          <Icon name="plus" size={14} />
        </ActionIcon>
      </div>
      {own.map((list) => (
        <OwnList key={list.id} list={list} isCurrent={list.id === listId} {...handlers} />
      ))}
      {isNaming && <TitleForm label={t('listTitle')} value="" onSubmit={add} onClose={() => setNaming(false)} />}
      {own.length === 0 && !isNaming && <p className={classes.hint}>{t('noOwnLists')}</p>}
      <div className={classes.listsHead}>
        <h2 className={classes.listsTitle}>{t('reportLists')}</h2>
      </div>
      {bundled.map((list) => (
        <ReportList key={list.id} list={list} isCurrent={list.id === listId} {...handlers} />
      ))}
    </nav>
  );
}

type ListProps = Pick<ListPaneProps, 'onShow' | 'onAbout'> & {
  list: WatchListSummary;
  isCurrent: boolean;
  /** The pointer or the focus rests on a list: it may be shown next. */
  onAim: (listId: string) => void;
};

function ReportList({ list, isCurrent, onAim, onShow, onAbout }: ListProps) {
  const local = useLocalText();
  const t = useTexts(watchlistTexts);
  return (
    <ListButton
      title={local(list.title)}
      count={list.entryCount}
      isCurrent={isCurrent}
      onAim={() => onAim(list.id)}
      onClick={() => onShow(list.id)}
      menu={
        <>
          <AboutItem onClick={() => onAbout(list)} />
          <Menu.Item leftSection={<Icon name="copy" size={14} />} onClick={() => void copyList(list, onShow)}>
            {t('copyToOwn')}
          </Menu.Item>
        </>
      }
    />
  );
}

function OwnList({ list, isCurrent, onAim, onShow, onAbout }: ListProps) {
  const t = useTexts(watchlistTexts);
  const local = useLocalText();
  const [isNaming, setNaming] = useState(false);
  const { id: listId, note } = list;
  const title = local(list.title);
  if (isNaming) {
    const rename = async (now: string) =>
      (await attemptWatchEdit(call('putList', { listId, title: sameInBoth(now), note }))) !== null;
    return <TitleForm label={t('listTitle')} value={title} onSubmit={rename} onClose={() => setNaming(false)} />;
  }
  const remove = async () => {
    if ((await attemptWatchEdit(call('deleteList', { listId }))) === null) return;
    showUndoable(watchlistTexts.listDeleted, { title }, () => void undoWatchlist());
    if (isCurrent) onShow('');
  };
  return (
    <ListButton
      title={title}
      count={list.entryCount}
      isCurrent={isCurrent}
      onAim={() => onAim(listId)}
      onClick={() => onShow(listId)}
      menu={
        <>
          <AboutItem onClick={() => onAbout(list)} />
          <Menu.Item leftSection={<Icon name="edit" size={14} />} onClick={() => setNaming(true)}>
            {t('rename')}
          </Menu.Item>
          <Menu.Item leftSection={<Icon name="copy" size={14} />} onClick={() => void copyList(list, onShow)}>
            {t('duplicate')}
          </Menu.Item>
          <Menu.Item leftSection={<Icon name="trash" size={14} />} onClick={() => void remove()}>
            {t('deleteList')}
          </Menu.Item>
        </>
      }
    />
  );
}

function AboutItem({ onClick }: { onClick: () => void }) {
  const t = useTexts(watchlistTexts);
  return (
    <Menu.Item leftSection={<Icon name="lock" size={14} />} onClick={onClick}>
      {t('aboutIt')}
    </Menu.Item>
  );
}

/** A copy is the user's own. */
export async function copyList({ id: listId, title }: { id: string; title: LocalText }, onShow: (id: string) => void) {
  const copy: LocalText = {
    zh: title.zh && `${title.zh}${watchlistTexts.copySuffix.zh}`,
    en: title.en && `${title.en}${watchlistTexts.copySuffix.en}`,
  };
  const made = await attemptWatchEdit(call('duplicateList', { listId, title: copy }));
  if (made !== null) onShow(made.listId);
}

type ListButtonProps = {
  title: string;
  count: number | null;
  isCurrent: boolean;
  onAim: () => void;
  onClick: () => void;
  menu?: ReactNode;
};

function ListButton({ title, count, isCurrent, onAim, onClick, menu }: ListButtonProps) {
  const t = useTexts(watchlistTexts);
  return (
    <div className={classes.listRow} data-current={isCurrent || undefined}>
      <button
        type="button"
        className={classes.list}
        aria-current={isCurrent ? 'page' : undefined}
        title={title}
        onPointerEnter={onAim}
        onFocus={onAim}
        onClick={onClick}
      >
        <span className={classes.listTitle}>{title}</span>
        <span className={classes.count}>{count?.toLocaleString('en-US')}</span>
      </button>
      {menu && (
        <Menu position="bottom-end">
          <Menu.Target>
            <ActionIcon className={classes.listMenu} size={22} aria-label={t('listMenu', { title })}>
              <Icon name="more" size={14} />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>{menu}</Menu.Dropdown>
        </Menu>
      )}
    </div>
  );
}
