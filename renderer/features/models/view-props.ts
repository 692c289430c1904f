/** What every view beside the matrix is given. */
import type { MatrixRow } from './matrix.ts';
import type { ModelsQuery } from './models-query.ts';
import type { ModelsData } from './use-models.ts';

export type ViewProps = {
  data: ModelsData;
  columns: readonly string[];
  rows: readonly MatrixRow[];
  query: ModelsQuery;
  change: (changed: Partial<ModelsQuery>) => void;
};

/** One row of the matrix as a chart. */
export type RowViewProps = Pick<ViewProps, 'data' | 'columns'> & { row: MatrixRow };
