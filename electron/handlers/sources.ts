/** Sources and their exhibits: what figures come from. */
import { AppError } from '../../shared/errors.ts';
import type { Exhibit, Source } from '../../shared/facts.ts';
import { message } from '../../shared/messages.ts';
import type { Handlers } from '../dispatch.ts';
import { findExhibit, listExhibits } from '../store/exhibits.ts';
import { factsOfPlace } from '../store/facts.ts';
import { countUses, findSource, listSources } from '../store/sources.ts';
import type { Db } from '../store/sqlite.ts';
import { checkDate } from './check-fact.ts';
import type { Context } from './context.ts';
import { editFacts } from './edit-facts.ts';

type SourceMethod = 'listSources' | 'putSource' | 'setSourceLink' | 'deleteSource' | 'listExhibits' | 'getExhibit';

export function sourceHandlers(context: Context): Pick<Handlers, SourceMethod> {
  const { db } = context.store;
  return {
    listSources: () => listSources(db),
    putSource: ({ source }, caller) => {
      const before = findSource(db, source.id);
      if (before !== undefined) checkOwn(before);
      checkDate(source.date);
      const label = message(before === undefined ? 'fact.editSourceAdded' : 'fact.editSource', { title: source.title });
      return editFacts(context, caller, label, [{ change: 'putSource', source: { ...source, origin: 'own' } }]);
    },
    setSourceLink: ({ sourceId, link }, caller) => {
      const source = getSource(db, sourceId);
      const label = message('fact.editSourceLink', { title: source.title });
      return editFacts(context, caller, label, [
        source.origin === 'own'
          ? { change: 'putSource', source: { ...source, link } }
          : { change: 'putSourceLink', sourceId, link },
      ]);
    },
    deleteSource: ({ sourceId }, caller) => {
      const source = getSource(db, sourceId);
      checkOwn(source);
      const { title } = source;
      const uses = countUses(db, sourceId);
      if (uses.facts + uses.lines + uses.ratings > 0) {
        throw new AppError('invalid-value', message('fact.sourceInUse', { title, ...uses }), uses);
      }
      const label = message('fact.editSourceDeleted', { title });
      return editFacts(context, caller, label, [{ change: 'dropSource', sourceId }]);
    },
    listExhibits: ({ sourceId }) => {
      if (sourceId !== undefined) getSource(db, sourceId);
      return listExhibits(db, sourceId);
    },
    getExhibit: ({ exhibitId }) => {
      const exhibit = getExhibit(db, exhibitId);
      return { exhibit, source: getSource(db, exhibit.sourceId), facts: factsOfPlace(db, exhibitId) };
    },
  };
}

/** Throws AppError 'not-found'. */
export function getSource(db: Db, sourceId: string): Source {
  const source = findSource(db, sourceId);
  if (source === undefined) throw new AppError('not-found', message('fact.sourceNotFound', { sourceId }));
  return source;
}

function checkOwn({ id: sourceId, origin }: Source): void {
  if (origin === 'bundled') throw new AppError('invalid-value', message('fact.sourceBundled', { sourceId }));
}

function getExhibit(db: Db, exhibitId: string): Exhibit {
  const exhibit = findExhibit(db, exhibitId);
  if (exhibit === undefined) throw new AppError('not-found', message('fact.exhibitNotFound', { exhibitId }));
  return exhibit;
}
