/** Views under a name: opened, written over with what is shown, deleted; deleting can be undone. */
import { memo } from 'react';
import type { ChartSpec, SavedView } from '../../shared/chart-spec.ts';
import { call } from '../api.ts';
import { seriesWereEdited } from '../series/series-store.ts';
import { showFailure, showNotice, showUndoable } from '../shell/notices.tsx';
import { useTexts } from '../texts.ts';
import { chartsTexts } from './charts-texts.ts';
import { useSeriesAnswer } from './use-series-answer.ts';
import { ViewList } from './view-list.tsx';

type SavedViewsProps = { spec: ChartSpec; onOpen: (spec: ChartSpec) => void; onAim: (spec: ChartSpec) => void };

const NONE: readonly SavedView[] = [];

export const SavedViews = memo(function SavedViews({ spec, onOpen, onAim }: SavedViewsProps) {
  const t = useTexts(chartsTexts);
  const { answer = NONE } = useSeriesAnswer('listViews', {});
  const views = answer.filter((view) => view.spec.screen === spec.screen);
  const shown = views.find((view) => sameChart(view.spec, spec));
  return (
    <ViewList
      views={views}
      shown={shown}
      none={t('noViews')}
      isSavable={spec.seriesIds.length > 0}
      onOpen={(view) => onOpen(view.spec)}
      onAim={(view) => onAim(view.spec)}
      onOverwrite={(view) => void saveView({ ...view, spec })}
      onDrop={(view) => void dropView(view)}
      onSave={(title) => void saveView({ id: crypto.randomUUID(), title, spec })}
    />
  );
});

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
