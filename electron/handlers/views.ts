/** Saved views of charts. */
import { AppError } from '../../shared/errors.ts';
import { message } from '../../shared/messages.ts';
import type { Handlers } from '../dispatch.ts';
import { dropView, listViews, putView } from '../store/views.ts';
import type { Context } from './context.ts';

export function viewHandlers({ store, emit }: Context): Pick<Handlers, 'listViews' | 'putView' | 'deleteView'> {
  const { db } = store;
  return {
    listViews: () => listViews(db),
    putView: ({ view }, caller) => {
      putView(db, view);
      emit({ event: 'chartsEdited' }, caller);
      return view;
    },
    deleteView: ({ viewId }, caller) => {
      if (!dropView(db, viewId)) throw new AppError('not-found', message('series.viewNotFound'));
      emit({ event: 'chartsEdited' }, caller);
      return {};
    },
  };
}
