/**
 * The facts and series that come with the program, read from their files without a store: for templates, which can
 * be calculated before anything was ever opened. Read when the first one is asked for.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Entity, Fact, Source } from '../../shared/facts.ts';
import { type BundledSeries, readBundledSeries } from './bundled-series.ts';
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
    reports ??= reportsIn(join(dataFolder, 'reports'));
    return reports;
  };
  return {
    findFact: (factId) => readReports().facts.get(factId),
    findEntity: (entityId) => {
      entities ??= entitiesIn(join(dataFolder, 'entities'));
      return entities.get(entityId);
    },
    sources: () => readReports().sources,
    factsOf: (sourceId) => [...readReports().facts.values()].filter((fact) => fact.sourceId === sourceId),
    findSeries: (seriesId) => {
      series ??= seriesIn(join(dataFolder, 'series'));
      return series.get(seriesId);
    },
  };
}

function reportsIn(folder: string) {
  const reports = filesIn(folder, '.json').map(expandReport);
  return {
    facts: new Map(reports.flatMap(({ facts }) => facts).map((fact) => [fact.id, fact])),
    sources: reports.map(({ source }) => source),
  };
}

function entitiesIn(folder: string): ReadonlyMap<string, Entity> {
  return new Map(
    filesIn(folder, '.jsonl')
      .flatMap(readEntities)
      .map((entity) => [entity.id, entity]),
  );
}

function seriesIn(folder: string): ReadonlyMap<string, BundledSeries> {
  const all = filesIn(folder, '.jsonl').flatMap(readBundledSeries);
  return new Map(all.map((bundled) => [bundled.series.id, bundled]));
}

function filesIn(folder: string, ending: string): string[] {
  const names = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith(ending)) : [];
  return names.sort().map((name) => readFileSync(join(folder, name), 'utf8'));
}
