/** The rows of the matrix as the table has them: headings of groups, properties of the models, scores. */
import type { Figure, ModelSummary } from '../../../shared/model-methods.ts';
import { type Group, groupBenchmarks } from './benchmark-groups.ts';
import type { MatrixRow } from './matrix.ts';
import type { ModelsData } from './use-models.ts';

const PROPERTIES = ['parameters', 'contextLength', 'openness', 'releaseDate'] as const;
export type Property = (typeof PROPERTIES)[number];

export type TableRow =
  | { kind: 'heading'; group: Group; label: string }
  | { kind: 'size' }
  | { kind: 'property'; property: Property; models: ReadonlyMap<string, ModelSummary> }
  | { kind: 'scores'; row: MatrixRow };

type Say = (key: `group-${Group}`) => string;

/** Properties that no shown model has are left out. */
export function tableRows(
  { models }: Pick<ModelsData, 'models'>,
  columns: readonly string[],
  rows: readonly MatrixRow[],
  say: Say,
): TableRow[] {
  if (columns.length === 0 || rows.length === 0) return [];
  const known = PROPERTIES.map((property): TableRow & { kind: 'property' } => ({ kind: 'property', property, models }));
  const properties = known.filter((row) => columns.some((modelId) => propertyOf(row, modelId) !== null));
  const byId = new Map(rows.map((row) => [row.benchmark.id, row]));
  const groups = groupBenchmarks(rows.map(({ benchmark }) => benchmark));
  return [
    { kind: 'size' },
    ...properties,
    ...groups.flatMap(({ group, benchmarks }): TableRow[] => [
      { kind: 'heading', group, label: say(`group-${group}`) },
      ...benchmarks.flatMap(({ id }): TableRow[] => {
        const row = byId.get(id);
        return row === undefined ? [] : [{ kind: 'scores', row }];
      }),
    ]),
  ];
}

export function rowKey(row: TableRow): string {
  if (row.kind === 'heading') return `heading ${row.group}`;
  if (row.kind === 'size') return 'size';
  return row.kind === 'property' ? `property ${row.property}` : row.row.benchmark.id;
}

export function headingOf(row: TableRow): string | null {
  return row.kind === 'heading' ? row.label : null;
}

type PropertyRow = Extract<TableRow, { kind: 'property' }>;

/** A figure, or the word for openness; null where no source says it. */
export function propertyOf({ property, models }: PropertyRow, modelId: string): Figure | 'open' | 'closed' | null {
  const model = models.get(modelId);
  if (model === undefined) return null;
  return property === 'openness' ? model.openness || null : model[property];
}

export function figureOfProperty({ property, models }: PropertyRow, modelId: string): { factId: string } | null {
  const model = models.get(modelId);
  if (model === undefined) return null;
  if (property !== 'openness') return model[property];
  return model.opennessFactId === null ? null : { factId: model.opennessFactId };
}
