/** Tables of screens as Excel workbooks, with the sources of every cell. */
import { inLanguage, type LocalText, sameInBoth } from '../../shared/language.ts';
import type { Table } from '../../shared/table.ts';
import type { Handlers } from '../dispatch.ts';
import type { TableFact } from '../excel/table-sources-sheet.ts';
import { runJob } from '../jobs/run-job.ts';
import { findEntity } from '../store/entities.ts';
import { findStoredFact } from '../store/fact-rows.ts';
import { listSources } from '../store/sources.ts';
import type { Db } from '../store/sqlite.ts';
import type { Context } from './context.ts';
import type { ExportJobs } from './export-jobs.ts';

export function exportTableHandlers(context: Context, jobs: ExportJobs): Pick<Handlers, 'exportTable'> {
  const { db } = context.store;
  return {
    exportTable: ({ table, path, language, jobId }) => {
      const facts = factsOfTable(db, table);
      const sources = listSources(db);
      return jobs.run({ jobId, path, title: inLanguage(table.title, language) }, (target, options) =>
        runJob('export-table', { table, facts, sources, path: target, language }, options),
      );
    },
  };
}

/** Every fact that a cell names, once, in the order of the cells; one that is gone by now is left out. */
function factsOfTable(db: Db, { rows }: Table): TableFact[] {
  const named = new Set<string>();
  for (const cells of rows) for (const { factId } of cells) if (factId !== null) named.add(factId);
  return describeFacts(db, named);
}

/** With all that a sheet of sources says of them; one that the store does not know is left out. */
export function describeFacts(db: Db, factIds: Iterable<string>): TableFact[] {
  const names = new Map<string, LocalText>();
  const nameOf = (entityId: string) => {
    const known = names.get(entityId) ?? findEntity(db, entityId)?.name ?? sameInBoth(entityId);
    names.set(entityId, known);
    return known;
  };
  return [...factIds].flatMap((factId) => {
    const stored = findStoredFact(db, factId);
    if (stored === undefined) return [];
    const { fact, isRetired } = stored;
    return [{ fact, isRetired, subject: nameOf(fact.subjectId), metric: nameOf(fact.metricId) }];
  });
}
