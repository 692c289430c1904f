/** What series are called in a chart: by their subject, and by what else tells them from others of the same subject. */
import { inBoth, textOf } from '../both-languages.ts';
import type { Entity } from '../facts.ts';
import { type LocalText, sameInBoth } from '../language.ts';
import { message } from '../messages.ts';
import type { Series } from '../series.ts';
import { dimensionText } from './dimension-words.ts';

export type Dimension = 'metricId' | 'market' | 'platform' | 'vendor' | 'definition';

const DIMENSIONS: readonly Dimension[] = ['metricId', 'market', 'platform', 'vendor', 'definition'];

export class EntityNames {
  readonly #names: ReadonlyMap<string, LocalText>;

  constructor(entities: readonly Entity[]) {
    this.#names = new Map(entities.map(({ id, name }) => [id, name]));
  }

  /** Its id where nothing is known of it. */
  of(entityId: string): LocalText {
    return this.#names.get(entityId) ?? sameInBoth(entityId);
  }
}

/** Names in the order of the series; what `said` already (the title of its panel) is left out. */
export function seriesNames(
  series: readonly Series[],
  names: EntityNames,
  said: readonly Dimension[] = [],
): LocalText[] {
  const bySubject = Map.groupBy(series, ({ subjectId }) => subjectId);
  return series.map((each) => {
    const alike = bySubject.get(each.subjectId) ?? [];
    const differing = DIMENSIONS.filter(
      (dimension) => !said.includes(dimension) && alike.some((other) => other[dimension] !== each[dimension]),
    );
    const more = differing.flatMap((dimension) => {
      const text = dimensionOf(each, dimension, names);
      return text.zh === '' ? [] : [text];
    });
    return named(names.of(each.subjectId), more);
  });
}

export function dimensionOf(series: Series, dimension: Dimension, names: EntityNames): LocalText {
  return dimension === 'metricId' ? names.of(series.metricId) : dimensionText(series[dimension]);
}

/** `ChatGPT（海外，点点数据）`. */
function named(name: LocalText, more: readonly LocalText[]): LocalText {
  if (more.length === 0) return name;
  const list = listed(more, { zh: '，', en: ', ' });
  return textOf(message('chart.named', { ...inBoth('name', name), ...inBoth('more', list) }));
}

export function listed(texts: readonly LocalText[], between: LocalText): LocalText {
  return {
    zh: texts.map(({ zh, en }) => zh || en).join(between.zh),
    en: texts.map(({ zh, en }) => en || zh).join(between.en),
  };
}
