/**
 * The series that come with the program: `data/series/*.jsonl`, one to a line. Each is a series over the
 * facts of a source: of its subject and metric, with its definition as their setting.
 */
import { z } from 'zod';
import { localTextSchema } from '../../shared/language.ts';
import { type Series, seriesSchema } from '../../shared/series.ts';
import { dropSeries, findSeries, putSeriesRow } from './series.ts';
import { type Db, prepared } from './sqlite.ts';

const fields = seriesSchema.shape;

const seriesFileSchema = z.strictObject({
  id: fields.id,
  subject: fields.subjectId,
  metric: fields.metricId,
  definition: fields.definition.default(''),
  source: z.string(),
  grain: fields.grain,
  unit: fields.unit,
  fiscalYearEnd: fields.fiscalYearEnd.default(12),
  note: localTextSchema,
});

export type BundledSeries = { series: Series; sourceId: string };

/** The series of a file; each line one JSON object. Throws where a line is malformed: the data is the program's own. */
export function readBundledSeries(jsonl: string): BundledSeries[] {
  return jsonl
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const { subject, metric, source, ...rest } = seriesFileSchema.parse(JSON.parse(line));
      const dimensions = { subjectId: subject, metricId: metric, market: '', platform: '', vendor: '' };
      return { series: { origin: 'bundled', ...dimensions, ...rest }, sourceId: source };
    });
}

/** Makes the store's bundled series these; a series of the user's own that has the id of one stays. */
export function renewSeries(db: Db, bundled: readonly BundledSeries[]): void {
  const kept = new Set(bundled.map(({ series }) => series.id));
  for (const row of prepared<{ key: number; id: string }>(
    db,
    "SELECT key, id FROM series WHERE origin = 'bundled'",
  ).all()) {
    if (!kept.has(row.id)) dropSeries(db, row.key);
  }
  for (const { series, sourceId } of bundled) {
    const origin = findSeries(db, series.id)?.series.origin ?? 'bundled';
    if (origin === 'bundled') putSeriesRow(db, series, { sourceId });
  }
}
