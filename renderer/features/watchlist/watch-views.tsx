/** Views under a name: columns, figures, order and filter; opened, written over, deleted, which can be undone. */
import type { WatchSpec, WatchView } from '../../../shared/watch-views.ts';
import { ViewList } from '../../charts/view-list.tsx';
import { showNotice, showUndoable } from '../../shell/notices.tsx';
import { useTexts } from '../../texts.ts';
import { dropView, saveView } from './watch-spec.ts';
import { watchlistTexts } from './watchlist-texts.ts';

type WatchViewsProps = { views: readonly WatchView[]; spec: WatchSpec; onOpen: (spec: WatchSpec) => void };

export function WatchViews({ views, spec, onOpen }: WatchViewsProps) {
  const t = useTexts(watchlistTexts);
  const shown = views.find((view) => JSON.stringify(view.spec) === JSON.stringify(spec));
  const save = async (view: WatchView) => {
    if (await saveView(view)) showNotice(watchlistTexts.viewSaved, { title: view.title });
  };
  const remove = async (view: WatchView) => {
    if (await dropView(view.id))
      showUndoable(watchlistTexts.viewDeleted, { title: view.title }, () => void saveView(view));
  };
  return (
    <ViewList
      views={views}
      shown={shown}
      none={t('noViews')}
      isSavable
      onOpen={(view) => onOpen(view.spec)}
      onOverwrite={(view) => void save({ ...view, spec })}
      onDrop={(view) => void remove(view)}
      onSave={(title) => void save({ id: crypto.randomUUID(), title, spec })}
    />
  );
}
