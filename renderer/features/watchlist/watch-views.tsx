/** Views under a name: columns, figures, order and filter; opened, written over, deleted, which can be undone. */
import { ActionIcon, Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { WatchSpec, WatchView } from '../../../shared/watch-views.ts';
import { PopoverButton } from '../../charts/popover-button.tsx';
import { showNotice, showUndoable } from '../../shell/notices.tsx';
import { useTexts } from '../../texts.ts';
import { Icon } from '../../ui/icon.tsx';
import { dropView, saveView } from './watch-spec.ts';
import classes from './watchlist.module.css';
import { watchlistTexts } from './watchlist-texts.ts';

type WatchViewsProps = { views: readonly WatchView[]; spec: WatchSpec; onOpen: (spec: WatchSpec) => void };

export function WatchViews({ views, spec, onOpen }: WatchViewsProps) {
  const t = useTexts(watchlistTexts);
  const [title, setTitle] = useState('');
  const shown = views.find((view) => JSON.stringify(view.spec) === JSON.stringify(spec));
  const save = async (view: WatchView) => {
    if (await saveView(view)) showNotice(watchlistTexts.viewSaved, { title: view.title });
  };
  const remove = async (view: WatchView) => {
    if (await dropView(view.id))
      showUndoable(watchlistTexts.viewDeleted, { title: view.title }, () => void saveView(view));
  };
  return (
    <PopoverButton label={shown?.title ?? t('views')}>
      {(close) => (
        <div className={classes.form}>
          {views.length === 0 && <p className={classes.hint}>{t('noViews')}</p>}
          <ul>
            {views.map((view) => (
              <li key={view.id} className={classes.columnEntry}>
                <button
                  type="button"
                  className={classes.viewName}
                  aria-current={view === shown || undefined}
                  onClick={() => {
                    onOpen(view.spec);
                    close();
                  }}
                >
                  {view.title}
                </button>
                <ActionIcon
                  size={22}
                  disabled={view === shown}
                  aria-label={t('overwriteView', { title: view.title })}
                  title={t('overwriteView', { title: view.title })}
                  onClick={() => void save({ ...view, spec })}
                >
                  <Icon name="edit" size={12} />
                </ActionIcon>
                <ActionIcon
                  size={22}
                  aria-label={t('deleteView', { title: view.title })}
                  title={t('deleteView', { title: view.title })}
                  onClick={() => void remove(view)}
                >
                  <Icon name="trash" size={12} />
                </ActionIcon>
              </li>
            ))}
          </ul>
          <form
            className={classes.oneLine}
            onSubmit={(event) => {
              event.preventDefault();
              if (title.trim() === '') return;
              void save({ id: crypto.randomUUID(), title: title.trim(), spec });
              setTitle('');
            }}
          >
            <TextInput
              aria-label={t('viewTitle')}
              placeholder={t('viewTitle')}
              maxLength={200}
              value={title}
              onChange={(event) => setTitle(event.currentTarget.value)}
            />
            <Button type="submit" variant="default" disabled={title.trim() === ''}>
              {t('saveView')}
            </Button>
          </form>
        </div>
      )}
    </PopoverButton>
  );
}
