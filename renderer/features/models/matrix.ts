/**
 * The matrix of benchmarks by models, and the guard of its comparisons: a row compares one setting. A
 * model that has a score in another setting only shows that one, marked, and it does not count for the
 * best unless the user said so for that benchmark.
 */
import type { Entity } from '../../../shared/facts.ts';
import type { ModelSummary, Score } from '../../../shared/model-methods.ts';
import type { ModelsQuery } from './models-query.ts';
import { type SizeClass, sizeClassOf } from './size-class.ts';

export type MatrixCell = {
  score: Score;
  isOtherSetting: boolean;
  /** Best of its size class among what the row compares. */
  isBest: boolean;
  /** Further scores of the model in the same setting. */
  agreeing: number;
  disagreeing: number;
  /** Settings in which the model has scores that the row does not show. */
  elsewhere: readonly string[];
};

export type MatrixRow = {
  benchmark: Entity;
  /** The one that the row compares. */
  setting: string;
  /** All in which the shown models have scores, the most common first. */
  settings: readonly { setting: string; count: number }[];
  /** Whether scores of other settings count for the best. */
  isMixed: boolean;
  cells: ReadonlyMap<string, MatrixCell>;
};

export type MatrixInput = {
  columns: readonly string[];
  models: ReadonlyMap<string, ModelSummary>;
  benchmarks: readonly Entity[];
  scores: readonly Score[];
  query: Pick<ModelsQuery, 'settings' | 'mixed' | 'bounds' | 'classes'>;
};

/** A row for each benchmark in which a shown model has a score, in the order given. */
export function matrixOf({ columns, models, benchmarks, scores, query }: MatrixInput): MatrixRow[] {
  const shown = new Set(columns);
  // What the user passed over in a conflict is not used, in whatever setting.
  const usable = scores.filter(({ modelId, conflict }) => shown.has(modelId) && conflict !== 'passed-over');
  const byBenchmark = Map.groupBy(usable, ({ benchmarkId }) => benchmarkId);
  return benchmarks.flatMap((benchmark) => {
    const own = byBenchmark.get(benchmark.id);
    if (own === undefined) return [];
    const settings = settingsOf(own);
    const wanted = query.settings[benchmark.id];
    const setting = settings.some((each) => each.setting === wanted) ? wanted : (settings[0]?.setting ?? '');
    const byModel = Map.groupBy(own, ({ modelId }) => modelId);
    const order = settings.map((each) => each.setting);
    const plain = new Map(columns.flatMap((id) => cellOf(id, byModel.get(id) ?? [], setting, order)));
    const isMixed = query.mixed.includes(benchmark.id);
    const classOf = (modelId: string): SizeClass => {
      const model = models.get(modelId);
      return model === undefined ? 2 : sizeClassOf(model, query);
    };
    const cells = withBest(plain, { better: benchmark.better, isMixed, classOf });
    return { benchmark, setting, settings, isMixed, cells };
  });
}

/** Scores that the row compares with each other: those in its setting, or all where the user said so. */
export function comparedScores({ cells, isMixed }: MatrixRow): Map<string, MatrixCell> {
  return new Map([...cells].filter(([, cell]) => isMixed || !cell.isOtherSetting));
}

/** Each with how many models have a score in it; one that is said goes before one that is not. */
export function settingsOf(scores: readonly Score[]): { setting: string; count: number }[] {
  const counted = [...Map.groupBy(scores, ({ setting }) => setting)].map(([setting, members]) => ({
    setting,
    count: new Set(members.map(({ modelId }) => modelId)).size,
  }));
  return counted.toSorted((a, b) => b.count - a.count || Number(a.setting === '') - Number(b.setting === ''));
}

/** What a setting has that the row's setting has not: `0-shot` of `0-shot, CoT` beside `8-shot, CoT`; '' of one that is not said. */
export function settingDifference(setting: string, ofRow: string): string {
  const known = new Set(partsOf(ofRow));
  const own = partsOf(setting).filter((part) => !known.has(part));
  return own.length > 0 ? own.join(', ') : setting;
}

function partsOf(setting: string): string[] {
  return setting
    .split(/[,，、]/)
    .map((part) => part.trim())
    .filter(Boolean);
}

function cellOf(
  modelId: string,
  scores: readonly Score[],
  setting: string,
  order: readonly string[],
): [string, MatrixCell][] {
  const held = order.filter((each) => scores.some((score) => score.setting === each));
  const shared = (each: string) => partsOf(each).filter((part) => partsOf(setting).includes(part)).length;
  // The nearest: `0-shot, non-CoT` beside `0-shot, CoT`, rather than `5-shot`.
  const [shown] = held.includes(setting) ? [setting] : held.toSorted((a, b) => shared(b) - shared(a));
  if (shown === undefined) return [];
  const alike = scores.filter((score) => score.setting === shown);
  const score = alike.find(({ standing }) => standing === 'used') ?? alike[0];
  const count = (standing: Score['standing']) =>
    alike.filter((each) => each !== score && each.standing === standing).length;
  return [
    [
      modelId,
      {
        score,
        isOtherSetting: shown !== setting,
        isBest: false,
        agreeing: count('agrees'),
        disagreeing: count('disagrees'),
        elsewhere: held.filter((each) => each !== shown),
      },
    ],
  ];
}

type Judgement = { better: Entity['better']; isMixed: boolean; classOf: (modelId: string) => SizeClass };

/** One alone in its class is not the best of anything; a bound (`> 90`) is not ranked. */
function withBest(
  cells: ReadonlyMap<string, MatrixCell>,
  { better, isMixed, classOf }: Judgement,
): Map<string, MatrixCell> {
  const ranked = [...cells].filter(
    ([, { score, isOtherSetting }]) =>
      (isMixed || !isOtherSetting) && (score.qualifier === '=' || score.qualifier === '≈'),
  );
  const best = new Set<MatrixCell>();
  if (better !== '') {
    for (const members of Map.groupBy(ranked, ([modelId]) => classOf(modelId)).values()) {
      const values = members.map(([, { score }]) => score.value);
      const top = better === 'higher' ? Math.max(...values) : Math.min(...values);
      if (members.length > 1) for (const [, cell] of members) if (cell.score.value === top) best.add(cell);
    }
  }
  return new Map([...cells].map(([modelId, cell]) => [modelId, best.has(cell) ? { ...cell, isBest: true } : cell]));
}
