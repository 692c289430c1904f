/** Score against the number of parameters. */
import { useMemo } from 'react';
import { figureText } from '../../facts/figure-text.ts';
import { useNameOf } from '../../facts/use-facts-data.ts';
import { useLanguage, useTexts } from '../../texts.ts';
import { scoreText } from './cell-text.ts';
import { useNaming } from './chart-notes.tsx';
import { colourOf } from './chart-parts.ts';
import { comparedScores } from './matrix.ts';
import { modelsTexts } from './models-texts.ts';
import type { Point } from './scatter-chart.ts';
import { ScatterView } from './scatter-view.tsx';
import type { RowViewProps } from './view-props.ts';

const BILLION = 1e9;

export function SizeView({ data: { models }, columns, row }: RowViewProps) {
  const t = useTexts(modelsTexts);
  const language = useLanguage();
  const nameOf = useNameOf();
  const naming = useNaming();
  const compared = useMemo(() => comparedScores(row), [row]);
  const points = useMemo(
    () =>
      columns.flatMap((id): Point[] => {
        const cell = compared.get(id);
        const model = models.get(id);
        const size = model?.parameters;
        if (cell === undefined || size?.value == null || size.value <= 0) return [];
        return [
          {
            name: nameOf(id),
            factId: cell.score.factId,
            x: size.value / BILLION,
            y: cell.score.value,
            about: `${nameOf(id)}\n${scoreText(cell.score, 0)} · ${figureText(size, language)}`,
            isHollow: size.qualifier !== '=',
            colour: (colours) => colourOf(model?.openness, colours),
          },
        ];
      }),
    [columns, compared, models, nameOf, language],
  );
  const scored = columns.filter((id) => compared.has(id));
  const notes = [
    ...(points.some(({ isHollow }) => isHollow) ? [t('approximate')] : []),
    ...naming('noParameters', scored.filter((id) => models.get(id)?.parameters?.value == null).map(nameOf)),
    ...naming('leftOut', columns.filter((id) => row.cells.has(id) && !compared.has(id)).map(nameOf)),
  ];
  return (
    <ScatterView
      row={row}
      label={t('sizeLabel', { benchmark: nameOf(row.benchmark.id) })}
      xAxis={t('parametersAxis')}
      points={points}
      empty={t('noPoints')}
      notes={notes}
      sourceIds={scored.flatMap((id) => compared.get(id)?.score.sourceId ?? [])}
    />
  );
}
