/** The series that sheets take, from the bundled files, for what is calculated without a store: templates and `eval`. */
import { type Fact, figureOf } from '../../shared/facts.ts';
import type { BundledFacts } from '../store/bundled-facts.ts';
import type { BundledSeries } from '../store/bundled-series.ts';
import { type FactObservation, observationsOfFigures } from '../store/series-facts.ts';
import { engineSeriesOf, type SeriesOfSheets } from './sheet-series.ts';
import { nameOf } from './unstored-facts.ts';

/** The bundled series as their facts come. */
export function unstoredSeries(bundled: BundledFacts): SeriesOfSheets {
  return {
    find: (seriesId) => {
      const found = bundled.findSeries(seriesId);
      return found && engineSeriesOf(found, pointsOf(observationsOf(bundled, found)));
    },
    describe: (seriesIds) =>
      seriesIds.flatMap((seriesId) => {
        const found = bundled.findSeries(seriesId);
        if (found === undefined) return [];
        const { series } = found;
        const observations = observationsOf(bundled, found);
        return [
          {
            series,
            held: engineSeriesOf(found, pointsOf(observations)),
            subject: nameOf(series.subjectId, bundled.findEntity(series.subjectId)),
            metric: nameOf(series.metricId, bundled.findEntity(series.metricId)),
            qualifiers: observations.map(({ qualifier }, at) => ({ at, qualifier })),
            origins: observations.map(({ factId }, at) => ({ at, ref: refOfFact(bundled.findFact(factId)) })),
          },
        ];
      }),
  };
}

function observationsOf(bundled: BundledFacts, { series, sourceId }: BundledSeries): FactObservation[] {
  const figures = bundled
    .factsOf(sourceId)
    .filter(
      ({ subjectId, metricId, setting }) =>
        subjectId === series.subjectId && metricId === series.metricId && setting === series.definition,
    )
    .map((fact) => ({
      date: fact.date,
      figure: { factId: fact.id, value: figureOf(fact).value, unit: fact.unit, qualifier: fact.qualifier },
    }));
  return observationsOfFigures(series, figures);
}

function pointsOf(observations: readonly FactObservation[]) {
  return {
    ordinals: observations.map(({ ordinal }) => ordinal),
    values: observations.map(({ value }) => value),
  };
}

function refOfFact(fact: Fact | undefined) {
  return { sourceId: fact?.sourceId ?? '', place: fact?.place ?? '', wording: fact?.wording ?? '' };
}
