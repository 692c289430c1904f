/** Views under a name: opened, written over with what is shown, deleted; deleting can be undone. */
import { ActionIcon, Button, TextInput } from '@mantine/core';
import { memo, useState } from 'react';
import type { ChartSpec, SavedView } from '../../shared/chart-spec.ts';
import { call } from '../api.ts';
import { showFailure, showNotice, showUndoable } from '../shell/notices.tsx';
import { useTexts } from '../texts.ts';
import { Icon } from '../ui/icon.tsx';
import classes from './charts.module.css';
import { chartsTexts } from './charts-texts.ts';
import { PopoverButton } from './popover-button.tsx';
import { seriesWereEdited, useSeriesAnswer } from './use-series-answer.ts';

type SavedViewsProps = { spec: ChartSpec; onOpen: (spec: ChartSpec) => void };

const NONE: readonly SavedView[] = [];

export const SavedViews = memo(function SavedViews({ spec, onOpen }: SavedViewsProps) {
  const t = useTexts(chartsTexts);
  const { answer = NONE } = useSeriesAnswer('listViews', {});
  const views = answer.filter((view) => view.spec.screen === spec.screen);
  const shown = views.find((view) => sameChart(view.spec, spec));
  return (
    <PopoverButton label={shown?.title ?? t('views')}>
      {(close) => (
        <div className={classes.form}>
          {views.length === 0 && <p className={classes.hint}>{t('noViews')}</p>}
          <ul>
            {views.map((view) => (
              <li key={view.id} className={classes.entry}>
                <button
                  type="button"
                  className={classes.entryName}
                  aria-current={view === shown || undefined}
                  onClick={() => {
                    onOpen(view.spec);
                    close();
                  }}
                >
                  {view.title}
                </button>
                <ActionIcon
                  size={24}
                  disabled={view === shown || spec.seriesIds.length === 0}
                  aria-label={t('overwriteView', { title: view.title })}
                  title={t('overwriteView', { title: view.title })}
                  onClick={() => void saveView({ ...view, spec })}
                >
                  <Icon name="edit" size={14} />
                </ActionIcon>
                <ActionIcon
                  size={24}
                  aria-label={t('deleteView', { title: view.title })}
                  title={t('deleteView', { title: view.title })}
                  onClick={() => void dropView(view)}
                >
                  <Icon name="trash" size={14} />
                </ActionIcon>
              </li>
            ))}
          </ul>
          <NewView
            isDisabled={spec.seriesIds.length === 0}
            onSave={(title) => void saveView({ id: crypto.randomUUID(), title, spec })}
          />
        </div>
      )}
    </PopoverButton>
  );
});

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

async function saveView(view: SavedView): Promise<void> {
  try {
    await call('putView', { view });
    seriesWereEdited();
    showNotice(chartsTexts.viewSaved, { title: view.title });
  } catch (failure) {
    showFailure(failure);
  }
}

async function dropView(view: SavedView): Promise<void> {
  try {
    await call('deleteView', { viewId: view.id });
    seriesWereEdited();
    showUndoable(chartsTexts.viewDeleted, { title: view.title }, () => void saveView(view));
  } catch (failure) {
    showFailure(failure);
  }
}

/** The language is the reader's, not the chart's. */
function sameChart(one: ChartSpec, other: ChartSpec): boolean {
  return JSON.stringify({ ...one, language: '' }) === JSON.stringify({ ...other, language: '' });
}
