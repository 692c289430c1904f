/** The bundled series against the bundled facts: each fact of theirs is in one of them, and each says what it means. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { dataFolder } from '../../electron/paths.ts';
import { readBundledSeries } from '../../electron/store/bundled-series.ts';
import { isPeriodLabel } from '../../shared/periods.ts';
import { factsOf } from './bundled-data.ts';

const folder = join(dataFolder, 'series');
const bundled = readdirSync(folder).flatMap((file) => readBundledSeries(readFileSync(join(folder, file), 'utf8')));

describe('bundled series', () => {
  it('have between them every fact of their sources, each in a period of theirs', () => {
    for (const sourceId of new Set(bundled.map((each) => each.sourceId))) {
      const facts = factsOf(sourceId);
      expect(facts.length).toBeGreaterThan(0);
      for (const { id, subjectId, metricId, setting, date, unit } of facts) {
        const ofFact = bundled.filter(
          ({ series }) =>
            series.subjectId === subjectId && series.metricId === metricId && series.definition === setting,
        );
        expect(
          ofFact.map(({ series }) => isPeriodLabel(series.grain, date) && series.unit === unit),
          id,
        ).toEqual([true]);
      }
    }
  });

  it.each(bundled.map(({ series }) => [series.id, series] as const))(
    '%s says what it means in both languages',
    (_, series) => {
      expect([series.note.zh, series.note.en, series.definition]).not.toContain('');
      const ofItsOwn = factsOf('capex-quarterly').filter(
        ({ subjectId, setting }) => subjectId === series.subjectId && setting === series.definition,
      );
      expect(ofItsOwn.length).toBeGreaterThan(0);
    },
  );
});
