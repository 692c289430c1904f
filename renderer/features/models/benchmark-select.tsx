/** The field that chooses the benchmark of a view; typing narrows it. */
import { Select } from '@mantine/core';
import { useNameOf } from '../../facts/use-facts-data.ts';
import { useTexts } from '../../texts.ts';
import type { MatrixRow } from './matrix.ts';
import classes from './models.module.css';
import { modelsTexts } from './models-texts.ts';

type BenchmarkSelectProps = {
  rows: readonly Pick<MatrixRow, 'benchmark'>[];
  value: string;
  onChange: (benchmarkId: string) => void;
};

export function BenchmarkSelect({ rows, value, onChange }: BenchmarkSelectProps) {
  const t = useTexts(modelsTexts);
  const nameOf = useNameOf();
  return (
    <Select
      className={classes.selectBenchmark}
      aria-label={t('benchmark')}
      searchable
      data={rows.map(({ benchmark: { id } }) => ({ value: id, label: nameOf(id) }))}
      value={value}
      onChange={(chosen) => chosen !== null && onChange(chosen)}
    />
  );
}
