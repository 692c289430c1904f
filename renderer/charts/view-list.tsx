/** Views under a name, below a button of the bar: opened, written over with what is shown, deleted, and a new one saved. */
import { ActionIcon, Button, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTexts } from '../texts.ts';
import { Icon } from '../ui/icon.tsx';
import { PopoverButton } from '../ui/popover-button.tsx';
import classes from './charts.module.css';
import { chartsTexts } from './charts-texts.ts';

type View = { id: string; title: string };

type ViewListProps<V extends View> = {
  views: readonly V[];
  /** The view that is shown as it was saved. */
  shown: V | undefined;
  /** Said where there is none. */
  none: ReactNode;
  /** Whether what is shown can be saved. */
  isSavable: boolean;
  onOpen: (view: V) => void;
  /** The pointer or the focus is on a view: it may be opened next. */
  onAim?: (view: V) => void;
  onOverwrite: (view: V) => void;
  onDrop: (view: V) => void;
  onSave: (title: string) => void;
};

export function ViewList<V extends View>(props: ViewListProps<V>) {
  const t = useTexts(chartsTexts);
  const { views, shown, none, isSavable, onOpen, onAim, onOverwrite, onDrop, onSave } = props;
  return (
    <PopoverButton label={shown?.title ?? t('views')} icon="panel">
      {(close) => (
        <div className={classes.form}>
          {views.length === 0 && <p className={classes.hint}>{none}</p>}
          <ul>
            {views.map((view) => (
              <li key={view.id} className={classes.entry}>
                <button
                  type="button"
                  className={classes.entryName}
                  aria-current={view === shown || undefined}
                  onPointerEnter={() => onAim?.(view)}
                  onFocus={() => onAim?.(view)}
                  onClick={() => {
                    onOpen(view);
                    close();
                  }}
                >
                  {view.title}
                </button>
                <ActionIcon
                  size={24}
                  disabled={view === shown || !isSavable}
                  aria-label={t('overwriteView', { title: view.title })}
                  title={t('overwriteView', { title: view.title })}
                  onClick={() => onOverwrite(view)}
                >
                  <Icon name="edit" size={14} />
                </ActionIcon>
                <ActionIcon
                  size={24}
                  aria-label={t('deleteView', { title: view.title })}
                  title={t('deleteView', { title: view.title })}
                  onClick={() => onDrop(view)}
                >
                  <Icon name="trash" size={14} />
                </ActionIcon>
              </li>
            ))}
          </ul>
          <NewView isDisabled={!isSavable} onSave={onSave} />
        </div>
      )}
    </PopoverButton>
  );
}

function NewView({ isDisabled, onSave }: { isDisabled: boolean; onSave: (title: string) => void }) {
  const t = useTexts(chartsTexts);
  const [title, setTitle] = useState('');
  return (
    <form
      className={classes.oneLine}
      onSubmit={(event) => {
        event.preventDefault();
        if (title.trim() === '') return;
        onSave(title.trim());
        setTitle('');
      }}
    >
      <TextInput
        aria-label={t('viewTitle')}
        placeholder={t('viewTitle')}
        maxLength={200}
        value={title}
        disabled={isDisabled}
        onChange={(event) => setTitle(event.currentTarget.value)}
      />
      <Button type="submit" disabled={isDisabled || title.trim() === ''}>
        {t('saveView')}
      </Button>
    </form>
  );
}
