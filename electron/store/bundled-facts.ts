/**
 * The facts and series that come with the program, read from their files without a store: for templates, which can
 * be calculated before anything was ever opened. Read when the first one is asked for.
 */
import type { Entity, Fact, Source } from '../../shared/facts.ts';
import { type BundledSeries, readBundledSeries } from './bundled-series.ts';
import { readDataFiles } from './data-files.ts';
import { expandReport, readEntities } from './report-file.ts';

export type BundledFacts = {
  findFact: (factId: string) => Fact | undefined;
  findEntity: (entityId: string) => Entity | undefined;
  sources: () => Source[];
  /** In the order of the file. */
  factsOf: (sourceId: string) => Fact[];
  findSeries: (seriesId: string) => BundledSeries | undefined;
};

export function bundledFacts(dataFolder: string): BundledFacts {
  let reports: { facts: ReadonlyMap<string, Fact>; sources: Source[] } | undefined;
  let entities: ReadonlyMap<string, Entity> | undefined;
  let series: ReadonlyMap<string, BundledSeries> | undefined;
  const readReports = () => {
    reports ??= reportsIn(dataFolder);
    return reports;
  };
  return {
    findFact: (factId) => readReports().facts.get(factId),
    findEntity: (entityId) => {
      entities ??= entitiesIn(dataFolder);
      return entities.get(entityId);
    },
    sources: () => readReports().sources,
    factsOf: (sourceId) => [...readReports().facts.values()].filter((fact) => fact.sourceId === sourceId),
    findSeries: (seriesId) => {
      series ??= seriesIn(dataFolder);
      return series.get(seriesId);
    },
  };
}

function reportsIn(dataFolder: string) {
  const reports = readDataFiles(dataFolder, 'reports', '.json').map(({ text }) => expandReport(text));
  return {
    facts: new Map(reports.flatMap(({ facts }) => facts).map((fact) => [fact.id, fact])),
    sources: reports.map(({ source }) => source),
  };
}

function entitiesIn(dataFolder: string): ReadonlyMap<string, Entity> {
  return new Map(
    readDataFiles(dataFolder, 'entities', '.jsonl')
      .flatMap(({ text }) => readEntities(text))
      .map((entity) => [entity.id, entity]),
  );
}

function seriesIn(dataFolder: string): ReadonlyMap<string, BundledSeries> {
  const all = readDataFiles(dataFolder, 'series', '.jsonl').flatMap(({ text }) => readBundledSeries(text));
  return new Map(all.map((bundled) => [bundled.series.id, bundled]));
}
