/**
 * Where a vendor went over to another method: a series of the same thing by the same vendor goes on under
 * another definition. The line before and the line after do not compare, and a mark says so between them.
 */
import { inBoth, textOf } from '../both-languages.ts';
import { type LocalText, sameInBoth } from '../language.ts';
import { message } from '../messages.ts';
import type { Axis } from './axis.ts';
import type { Source } from './columns.ts';
import { dimensionText } from './dimension-words.ts';
import type { DrawnEvent } from './drawn.ts';
import type { EntityNames } from './series-names.ts';

type Scene = { axis: Axis; sources: readonly Source[]; names: EntityNames };

/** As events of the chart, in order of time; two definitions that run side by side to the end are no break. */
export function methodBreaks({ axis, sources, names }: Scene): DrawnEvent[] {
  const ofVendor = Map.groupBy(
    sources.filter(({ input }) => input.points.ordinals.length > 0),
    ({ input: { series } }) =>
      JSON.stringify([series.subjectId, series.metricId, series.market, series.platform, series.vendor]),
  );
  return [...ofVendor.values()].flatMap((group) => {
    const inOrder = group.toSorted((one, other) => firstOf(one) - firstOf(other));
    return inOrder.slice(1).flatMap((next, before): DrawnEvent[] => {
      const former = inOrder[before];
      const at = firstOf(next) - axis.first;
      const isBreak = firstOf(former) < firstOf(next) && lastOf(former) < lastOf(next);
      if (!isBreak || at < 0 || firstOf(next) > axis.last) return [];
      const { series } = next.input;
      const title = message('chart.methodBreak', {
        ...inBoth('name', namedWithVendor(names.of(series.subjectId), series.vendor)),
        ...inBoth('former', definitionOf(former)),
        ...inBoth('next', definitionOf(next)),
      });
      return [{ eventId: `break ${series.id}`, at, title: textOf(title), subjectId: series.subjectId, factId: null }];
    });
  });
}

function firstOf({ input: { points } }: Source): number {
  return points.ordinals[0];
}

function lastOf({ input: { points } }: Source): number {
  return points.ordinals.at(-1) ?? points.ordinals[0];
}

function definitionOf({ input: { series } }: Source): LocalText {
  return series.definition === '' ? textOf(message('chart.noDefinition')) : dimensionText(series.definition);
}

function namedWithVendor(name: LocalText, vendor: string): LocalText {
  if (vendor === '') return name;
  return textOf(message('chart.named', { ...inBoth('name', name), ...inBoth('more', sameInBoth(vendor)) }));
}
