/**
 * A companyfacts file as a user saved it from the SEC: capital expenditure, revenue, cash flow and depreciation
 * of one company by quarters, each filing known from its day.
 */
import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import { z } from 'zod';
import { AppError } from '../../../shared/errors.ts';
import type { Entity } from '../../../shared/facts.ts';
import { type LocalText, sameInBoth } from '../../../shared/language.ts';
import { formatMessage, message } from '../../../shared/messages.ts';
import { labelAt } from '../../../shared/periods.ts';
import type { ImportOutcome } from '../../../shared/series-import.ts';
import { findEntitiesNamed, findEntity, putEntity } from '../../store/entities.ts';
import { firstFree, idOf } from '../../store/free-ids.ts';
import { mergeObservations } from '../../store/observations.ts';
import { connectWriter } from '../../store/open-store.ts';
import { ensureSeries } from '../../store/series.ts';
import { addSeriesImport, dropSeriesImport, finishSeriesImport } from '../../store/series-imports.ts';
import { type Db, inTransaction } from '../../store/sqlite.ts';
import { BadRows } from '../bad-rows.ts';
import { TableFile } from '../table-file.ts';
import { type FiledFigure, fiscalYearEndOf, grainOfQuarters, quartersFiled } from './quarters-filed.ts';

export type CompanyFactsOrder = {
  path: string;
  mode: 'dry-run' | 'all-or-nothing';
  /** File of the store. */
  store: string;
  /** ISO 8601, UTC. */
  at: string;
};

/** What is taken, with the definition under which it becomes a series: two concepts are never put into one. */
const CONCEPTS: Readonly<Record<string, { metric: string; definition: string }>> = {
  PaymentsToAcquirePropertyPlantAndEquipment: { metric: 'capital-expenditure', definition: 'purchases of P&E' },
  PaymentsToAcquireProductiveAssets: { metric: 'capital-expenditure', definition: 'purchases of productive assets' },
  Revenues: { metric: 'revenue', definition: '' },
  RevenueFromContractWithCustomerExcludingAssessedTax: { metric: 'revenue', definition: 'contracts with customers' },
  SalesRevenueNet: { metric: 'revenue', definition: 'net sales' },
  NetCashProvidedByUsedInOperatingActivities: { metric: 'operating-cash-flow', definition: '' },
  DepreciationDepletionAndAmortization: {
    metric: 'depreciation',
    definition: 'depreciation, depletion and amortisation',
  },
  DepreciationAmortizationAndAccretionNet: {
    metric: 'depreciation',
    definition: 'depreciation, amortisation and accretion',
  },
  DepreciationAndAmortization: { metric: 'depreciation', definition: 'depreciation and amortisation' },
  Depreciation: { metric: 'depreciation', definition: 'depreciation' },
};

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const figureSchema = z.object({ start: day, end: day, val: z.number(), accn: z.string().max(40), filed: day });
const fileSchema = z.object({
  cik: z.union([z.number(), z.string()]),
  entityName: z.string().min(1).max(200),
  facts: z.object({
    'us-gaap': z.record(z.string(), z.object({ units: z.record(z.string(), z.array(z.unknown())) })),
  }),
});

type Taken = { concept: string; unit: string; figures: FiledFigure[] };

/** Thrown to take a dry run back. */
class DryRun extends Error {}

/** Throws AppError 'invalid-file' where the file is no companyfacts file. */
export function importCompanyFacts({ path, mode, store, at }: CompanyFactsOrder): ImportOutcome {
  const { file, sha256 } = readFile(path);
  const bad = new BadRows();
  const taken = takeFigures(file, bad);
  if (taken.length === 0)
    throw new AppError('invalid-file', message('import.noFiledFigures', { name: file.entityName }));
  const outcome: ImportOutcome = {
    importId: null,
    rowCount: taken.reduce((sum, { figures }) => sum + figures.length, bad.count),
    added: 0,
    restated: 0,
    unchanged: 0,
    skipped: 0,
    badRows: bad.inOrder(),
    badRowCount: bad.count,
    seriesIds: [],
    newNames: [],
  };
  if (mode === 'all-or-nothing' && bad.count > 0) return outcome;
  const db = connectWriter(store);
  try {
    inTransaction(db, () => {
      write(db, { file, taken, outcome, sha256, at, fileName: basename(path) });
      if (mode === 'dry-run') throw new DryRun();
    });
  } catch (error) {
    if (!(error instanceof DryRun)) throw error;
    outcome.importId = null;
  } finally {
    db.close();
  }
  return outcome;
}

type CompanyFacts = z.infer<typeof fileSchema>;

function readFile(path: string): { file: CompanyFacts; sha256: string } {
  const opened = new TableFile(path);
  try {
    const bytes = opened.whole();
    opened.finish();
    const parsed = fileSchema.safeParse(parseJson(new TextDecoder().decode(bytes)));
    if (!parsed.success) throw new AppError('invalid-file', message('import.noCompanyFacts'));
    return { file: parsed.data, sha256: createHash('sha256').update(bytes).digest('hex') };
  } finally {
    opened.close();
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new AppError('invalid-file', message('import.noCompanyFacts'));
  }
}

/** Figures of a day (balances) are none of these concepts; what is malformed is counted as bad. */
function takeFigures(file: CompanyFacts, bad: BadRows): Taken[] {
  let row = 0;
  return Object.keys(CONCEPTS).flatMap((concept) => {
    const units = Object.entries(file.facts['us-gaap'][concept]?.units ?? {});
    return units.map(([unit, entries]) => {
      const figures: FiledFigure[] = [];
      for (const entry of entries) {
        row += 1;
        const read = figureSchema.safeParse(entry);
        if (read.success) {
          const { start, end, val, accn, filed } = read.data;
          figures.push({ start, end, value: val, filing: accn, filed });
        } else {
          bad.add(row, concept, JSON.stringify(entry).slice(0, 200), message('import.badFiledFigure'));
        }
      }
      return { concept, unit, figures };
    });
  });
}

type Writing = {
  file: CompanyFacts;
  taken: readonly Taken[];
  outcome: ImportOutcome;
  sha256: string;
  at: string;
  fileName: string;
};

function write(db: Db, { file, taken, outcome, sha256, at, fileName }: Writing): void {
  const today = at.slice(0, 10);
  const vendor = 'SEC';
  const fileId = addSeriesImport(db, { kind: 'file', at, knownFrom: today, fileName, sha256, vendor });
  const subjectId = companyOf(db, file, outcome);
  const filings = new Map<string, number>();
  const filingOf = (reference: string, knownFrom: string) => {
    const known = filings.get(reference);
    if (known !== undefined) return known;
    const made = { kind: 'filing', partOf: fileId, at, knownFrom, fileName, reference, vendor } as const;
    const id = addSeriesImport(db, made);
    filings.set(reference, id);
    return id;
  };
  const fiscalYearEnd = fiscalYearEndOf(taken.flatMap(({ figures }) => figures));
  const grain = grainOfQuarters(fiscalYearEnd);
  const counts = new Map<number, { rowCount: number; added: number; restated: number; unchanged: number }>();
  for (const { concept, unit, figures } of taken) {
    const { metric, definition } = CONCEPTS[concept];
    const filed = quartersFiled(figures, fiscalYearEnd);
    if (filed.length === 0) continue;
    const derived = new Set(
      filed.flatMap(({ quarters }) =>
        [...quarters].flatMap(([ordinal, { isDerived }]) => (isDerived ? [ordinal] : [])),
      ),
    );
    const note = noteOf(
      concept,
      [...derived].toSorted((a, b) => a - b).map((ordinal) => labelAt(grain, ordinal)),
    );
    const dimensions = {
      subjectId,
      metricId: metric,
      market: '',
      platform: '',
      vendor: '',
      definition,
      grain,
    } as const;
    const { key, id } = ensureSeries(db, { ...dimensions, origin: 'own', unit, fiscalYearEnd, note }, fileId);
    outcome.seriesIds.push(id);
    for (const { filing, filed: knownFrom, quarters } of filed) {
      const importId = filingOf(filing, knownFrom);
      const inOrder = [...quarters].toSorted(([a], [b]) => a - b);
      const merged = mergeObservations(
        db,
        { seriesKey: key, importId },
        { ordinals: inOrder.map(([ordinal]) => ordinal), values: inOrder.map(([, { value }]) => value) },
      );
      const sum = counts.get(importId) ?? { rowCount: 0, added: 0, restated: 0, unchanged: 0 };
      sum.rowCount += inOrder.length;
      for (const what of ['added', 'restated', 'unchanged'] as const) {
        sum[what] += merged[what];
        outcome[what] += merged[what];
      }
      counts.set(importId, sum);
    }
  }
  for (const [importId, sum] of counts) finishSeriesImport(db, importId, sum);
  if (outcome.added + outcome.restated > 0) {
    const { rowCount, added, restated, unchanged } = outcome;
    finishSeriesImport(db, fileId, { rowCount, added, restated, unchanged });
    outcome.importId = fileId;
  } else {
    for (const id of [...filings.values(), fileId]) dropSeriesImport(db, id);
  }
}

/** By the SEC's number, which stays where names change. */
const COMPANIES: Readonly<Record<string, string>> = {
  '1326801': 'meta',
  '789019': 'microsoft',
  '1652044': 'google',
  '1288776': 'google',
  '1018724': 'amazon',
  '1045810': 'nvidia',
  '320193': 'apple',
  '1318605': 'tesla',
};

/** The name without what says only that it is a company. */
const LEGAL_FORM =
  /[,.]|\b(inc|corp|corporation|co|company|ltd|limited|plc|holdings?|group|platforms|com|nv|sa|ag)\b|\/.*$/gi;

function companyOf(db: Db, { cik, entityName }: CompanyFacts, outcome: ImportOutcome): string {
  const known = COMPANIES[String(Number(cik))];
  if (known !== undefined && findEntity(db, known) !== undefined) return known;
  const short = entityName.replace(LEGAL_FORM, ' ').replace(/\s+/g, ' ').trim();
  for (const name of [entityName, short]) {
    const found = findEntitiesNamed(db, name).filter(({ kind }) => kind === 'organisation');
    if (found.length === 1) return found[0].id;
  }
  const name = short === '' ? entityName : short;
  const id = firstFree(idOf(name), (taken) => findEntity(db, taken) !== undefined);
  const entity: Entity = {
    id,
    origin: 'own',
    kind: 'organisation',
    name: sameInBoth(name),
    aliases: [],
    organisationId: '',
    unit: '',
    better: '',
  };
  putEntity(db, entity);
  outcome.newNames.push(name);
  return id;
}

/** Which concept it is, and which quarters were filed only as part of a longer span. */
function noteOf(concept: string, derived: readonly string[]): LocalText {
  const said =
    derived.length === 0
      ? message('import.filedConcept', { concept })
      : message('import.filedConceptDerived', {
          concept,
          first: derived[0],
          last: derived.at(-1) ?? '',
          count: derived.length,
        });
  return { zh: formatMessage(said, 'zh'), en: formatMessage(said, 'en') };
}
