/** Facts out, as CSV or an Excel workbook, in the columns in which the import takes them. */
import { FACT_COLUMN_FIELDS, FACT_COLUMNS, type FactColumnField } from '../../shared/fact-columns.ts';
import type { ParsedFactFilter } from '../../shared/fact-methods.ts';
import type { Entity, FactView } from '../../shared/facts.ts';
import { inLanguage, type Language } from '../../shared/language.ts';
import { formatMessage, message } from '../../shared/messages.ts';
import type { Table } from '../../shared/table.ts';
import type { Handlers } from '../dispatch.ts';
import { runJob } from '../jobs/run-job.ts';
import { findEntitiesNamed, findEntity } from '../store/entities.ts';
import { findFacts } from '../store/facts.ts';
import type { Db } from '../store/sqlite.ts';
import type { Context } from './context.ts';
import type { ExportJobs } from './export-jobs.ts';

const PAGE = 10_000;
/** As many as the import takes at once. */
const MOST_FACTS = 199_000;

export function exportFactsHandlers(context: Context, jobs: ExportJobs): Pick<Handlers, 'exportFacts'> {
  const { db } = context.store;
  return {
    exportFacts: ({ filter, format, path, language, jobId }) => {
      const table = tableOfFacts(db, filter, language);
      const title = formatMessage(message('excel.facts'), language);
      return jobs.run({ jobId, path, title, ending: format }, (target, options) =>
        format === 'csv'
          ? runJob('export-csv', { table, path: target }, options)
          : runJob('export-table', { table, facts: [], sources: [], path: target, language }, options),
      );
    },
  };
}

function tableOfFacts(db: Db, filter: ParsedFactFilter, language: Language): Table {
  const names = new NamesOfEntities(db, language);
  const rows: Table['rows'] = [];
  for (let offset = 0; offset < MOST_FACTS; offset += PAGE) {
    const { facts } = findFacts(db, filter, offset, Math.min(PAGE, MOST_FACTS - offset));
    for (const fact of facts) {
      const cells = cellsOf(fact, names);
      rows.push(FACT_COLUMN_FIELDS.map((field) => ({ ...PLAIN, value: cells[field] })));
    }
    if (facts.length < PAGE) break;
  }
  const columns = FACT_COLUMN_FIELDS.map((field) => ({ heading: FACT_COLUMNS[field].heading[language], unit: '' }));
  const { zh, en } = {
    zh: formatMessage(message('excel.facts'), 'zh'),
    en: formatMessage(message('excel.facts'), 'en'),
  };
  return { title: { zh, en }, columns, rows };
}

const PLAIN = { unit: '', factId: null, remark: '', isBold: false };

function cellsOf(fact: FactView, names: NamesOfEntities): Record<FactColumnField, number | string> {
  const { correction, qualifier } = fact;
  return {
    id: fact.id,
    subject: names.of(fact.subjectId),
    metric: names.of(fact.metricId),
    setting: fact.setting,
    value: fact.value ?? '',
    text: fact.text,
    // A blank one would be read as the unit of the metric.
    unit: fact.value !== null && fact.unit === '' ? '1' : fact.unit,
    qualifier: qualifier === '=' ? '' : qualifier,
    date: fact.date,
    source: fact.sourceId,
    place: fact.place,
    wording: fact.wording,
    printed: fact.printed,
    confidence: fact.confidence,
    corrected: correction?.value ?? '',
    correctedText: correction?.text ?? '',
    reason: correction?.reason.zh ?? '',
    reasonEn: correction?.reason.en ?? '',
    note: fact.note.zh,
    noteEn: fact.note.en,
    subjectKind: names.kindOf(fact.subjectId),
    metricKind: names.kindOf(fact.metricId),
    retired: fact.isRetired ? 'yes' : '',
  };
}

/** An entity by its name where that means it alone, else by its id. */
class NamesOfEntities {
  readonly #db: Db;
  readonly #language: Language;
  readonly #known = new Map<string, { name: string; entity: Entity | undefined }>();

  constructor(db: Db, language: Language) {
    this.#db = db;
    this.#language = language;
  }

  of(entityId: string): string {
    return this.#find(entityId).name;
  }

  kindOf(entityId: string): string {
    return this.#find(entityId).entity?.kind ?? '';
  }

  #find(entityId: string): { name: string; entity: Entity | undefined } {
    let known = this.#known.get(entityId);
    if (known === undefined) {
      const entity = findEntity(this.#db, entityId);
      const name = entity === undefined ? '' : inLanguage(entity.name, this.#language);
      known = { name: name !== '' && this.#means(name, entityId) ? name : entityId, entity };
      this.#known.set(entityId, known);
    }
    return known;
  }

  #means(name: string, entityId: string): boolean {
    const isOtherId = name !== entityId && findEntity(this.#db, name) !== undefined;
    return !isOtherId && findEntitiesNamed(this.#db, name).every(({ id }) => id === entityId);
  }
}
