/** Where a computed cell comes from in the end: the union of the sources of all that it was computed from. */
import type { TracedSources } from '../../shared/contract.ts';
import { CONFIDENCES } from '../../shared/facts.ts';
import { sameInBoth } from '../../shared/language.ts';
import { labelOfSeries } from '../../shared/line-of-series.ts';
import { labelAt, periodsOf } from '../../shared/periods.ts';
import type { CellAddress } from '../../shared/values.ts';
import type { Handlers } from '../dispatch.ts';
import { findEntity } from '../store/entities.ts';
import { findStoredFact } from '../store/fact-rows.ts';
import { findFigure } from '../store/figures.ts';
import { readObservations } from '../store/read-observations.ts';
import { findSeries } from '../store/series.ts';
import { findSource } from '../store/sources.ts';
import type { Db } from '../store/sqlite.ts';
import { checkPeriod, getLine, getScenario } from './cells.ts';
import type { Context } from './context.ts';
import type { OpenSheet } from './open-sheets.ts';
import { refOf } from './sheet-series.ts';

type TracedSource = TracedSources['sources'][number];
type TracedFact = TracedSource['facts'][number];
type Traced =
  | { sourceId: string; fact: TracedFact }
  | { sourceId: string; series: TracedSource['series'][number] }
  | { sourceId: string; citation: TracedSource['citations'][number] };

/** What one answer lists of a kind; a cell over more has no place to show them. */
const MOST_LISTED = 500;

export function traceSourcesHandlers({ sheets, store }: Context): Pick<Handlers, 'traceSources'> {
  return {
    traceSources: ({ sheetId, cell }) => {
      const open = sheets.get(sheetId);
      getScenario(open.index, cell.scenarioId);
      checkPeriod(getLine(open.index, cell.lineId), new Set(periodsOf(open.index.sheet.timeAxis)), cell.period);
      return traceSources(store.db, open, cell);
    },
  };
}

function traceSources(db: Db, { index, model }: OpenSheet, cell: CellAddress): TracedSources {
  const { inputs, factIds, series } = model.origins(cell);
  const taken = [...series].map(([seriesId, ordinals]) => tracedSeries(db, seriesId, ordinals));
  const lines = [...new Set(inputs.map(({ lineId }) => lineId))].map((lineId) => getLine(index, lineId));
  const allFactIds = new Set([...factIds, ...taken.flatMap((one) => one.factIds)]);
  const facts = [...allFactIds].slice(0, MOST_LISTED).flatMap((factId) => tracedFact(db, factId));
  const citations = lines.flatMap(({ id: lineId, sources }) =>
    sources.map(({ sourceId, place, wording }) => ({ sourceId, citation: { lineId, place, wording } })),
  );
  const sources = groupBySource(db, [
    ...facts,
    ...taken.flatMap((one) => one.imported).slice(0, MOST_LISTED),
    ...citations.slice(0, MOST_LISTED),
  ]);
  const dates = sources.flatMap(({ source, facts: ofSource, citations: cited }) => [
    ...ofSource.map(({ date }) => date || (source?.date ?? '')),
    ...(cited.length > 0 ? [source?.date ?? ''] : []),
  ]);
  const ranks = facts.map(({ fact }) => CONFIDENCES.indexOf(fact.confidence));
  return {
    sources,
    confidence: ranks.length === 0 ? null : CONFIDENCES[Math.max(...ranks)],
    oldestDate: oldestOf(dates),
    unsourcedLineIds: lines
      .filter((line) => line.sources.length === 0)
      .slice(0, MOST_LISTED)
      .map(({ id }) => id),
  };
}

/** Nothing of a fact that the store does not know, or that is out of use: the cell says so itself. */
function tracedFact(db: Db, factId: string): { sourceId: string; fact: TracedFact }[] {
  const figure = findFigure(db, factId);
  const stored = figure && findStoredFact(db, figure.factId);
  if (figure === undefined || stored === undefined || figure.isRetired) return [];
  const { sourceId, place, wording, unit, date, qualifier, confidence, value, text } = figure;
  const { setting, subjectId, metricId } = stored.fact;
  const [subject, metric] = [subjectId, metricId].map((id) => findEntity(db, id)?.name ?? sameInBoth(id));
  const usedFactId = figure.factId;
  const said = { place, wording, setting, qualifier, date, confidence, unit, value, text };
  return [{ sourceId, fact: { ...said, factId, usedFactId, subject, metric } }];
}

/** The facts that values taken of a series are, and for each import the run of periods that came with it. */
function tracedSeries(
  db: Db,
  seriesId: string,
  ordinals: ReadonlySet<number>,
): { factIds: string[]; imported: { sourceId: string; series: TracedSource['series'][number] }[] } {
  const stored = findSeries(db, seriesId);
  if (stored === undefined || ordinals.size === 0) return { factIds: [], imported: [] };
  const { series } = stored;
  const sorted = [...ordinals].sort((a, b) => a - b);
  const range = { first: sorted[0], last: sorted[sorted.length - 1] };
  const observations = readObservations(db, stored, range, undefined);
  const [subject, metric] = [series.subjectId, series.metricId].map((id) => findEntity(db, id)?.name ?? sameInBoth(id));
  const factIds: string[] = [];
  const byImport = new Map<number, number[]>();
  observations.ordinals.forEach((ordinal, at) => {
    const origin = ordinals.has(ordinal) ? observations.origins.findLast((run) => run.at <= at) : undefined;
    if (origin?.factId) factIds.push(origin.factId);
    if (!origin?.importId) return;
    byImport.set(origin.importId, [...(byImport.get(origin.importId) ?? []), ordinal]);
  });
  const imported = [...byImport].map(([importId, of]) => {
    const { sourceId, place } = refOf(db, series, { importId, factId: null });
    const [first, last] = [of[0], of[of.length - 1]].map((ordinal) => labelAt(series.grain, ordinal));
    const name = labelOfSeries(series, subject, metric);
    const isDemonstration = series.origin === 'demonstration';
    return { sourceId, series: { seriesId, name, first, last, knownFrom: place, isDemonstration } };
  });
  return { factIds, imported };
}

function groupBySource(db: Db, traced: readonly Traced[]): TracedSource[] {
  return [...Map.groupBy(traced, ({ sourceId }) => sourceId)].map(([sourceId, ofSource]) => ({
    sourceId,
    source: findSource(db, sourceId) ?? null,
    facts: ofSource.flatMap((one) => ('fact' in one ? [one.fact] : [])),
    series: ofSource.flatMap((one) => ('series' in one ? [one.series] : [])),
    citations: ofSource.flatMap((one) => ('citation' in one ? [one.citation] : [])),
  }));
}

/** A whole year is as old as its beginning. */
function oldestOf(dates: readonly string[]): string {
  const begin = (date: string) =>
    date.replace(/Q([1-4])$/, (_, quarter) => `-${String(quarter * 3 - 2).padStart(2, '0')}`);
  const [oldest] = dates.filter((date) => date !== '').sort((a, b) => (begin(a) < begin(b) ? -1 : 1));
  return oldest ?? '';
}
