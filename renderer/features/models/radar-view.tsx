/** Several benchmarks of a few models as a radar. */
import { useMemo } from 'react';
import { useNameOf } from '../../facts/use-facts-data.ts';
import { useTexts } from '../../texts.ts';
import { Chart, type ChartColours } from '../../ui/chart.tsx';
import { ChartNotes, useNaming } from './chart-notes.tsx';
import { withToggled } from './column-order.ts';
import classes from './models.module.css';
import { modelsTexts } from './models-texts.ts';
import { radarAxes, usualModels } from './radar.ts';
import { radarChart } from './radar-chart.ts';
import type { ViewProps } from './view-props.ts';

const USUAL_MODELS = 4;
const MOST_MODELS = 6;
const FEWEST_AXES = 3;

export function RadarView({ columns, rows, query, change }: ViewProps) {
  const t = useTexts(modelsTexts);
  const nameOf = useNameOf();
  const naming = useNaming();
  const picked = useMemo(
    () => columns.filter((id) => query.picked?.includes(id) ?? usualModels(rows, columns, USUAL_MODELS).includes(id)),
    [columns, rows, query.picked],
  );
  const { axes, leftOut } = useMemo(() => radarAxes(rows, picked), [rows, picked]);
  const option = useMemo(
    () => (colours: ChartColours) =>
      radarChart({
        axes: axes.map(({ benchmark }) => nameOf(benchmark.id)),
        models: picked.map((id) => ({
          name: nameOf(id),
          values: axes.flatMap(({ cells }) => cells.get(id)?.score.value ?? []),
        })),
        colours,
      }),
    [axes, picked, nameOf],
  );
  const notes = [
    t('radarAxes'),
    ...naming(
      'radarLeftOut',
      leftOut.map(({ benchmark }) => nameOf(benchmark.id)),
    ),
  ];
  const sourceIds = axes.flatMap(({ cells }) => picked.flatMap((id) => cells.get(id)?.score.sourceId ?? []));
  return (
    <>
      <header className={classes.paneHead}>
        <fieldset className={classes.chips} aria-label={t('radarModels')}>
          {columns.map((id) => (
            <button
              key={id}
              type="button"
              className={classes.chip}
              aria-pressed={picked.includes(id)}
              disabled={!picked.includes(id) && picked.length >= MOST_MODELS}
              onClick={() => change({ picked: withToggled(picked, id) })}
            >
              {picked.includes(id) && (
                <span className={classes.dot} style={{ background: `var(--pl-series-${picked.indexOf(id) + 1})` }} />
              )}
              {nameOf(id)}
            </button>
          ))}
        </fieldset>
      </header>
      <div className={classes.paneBody}>
        {axes.length < FEWEST_AXES || picked.length === 0 ? (
          <p className={classes.emptyView}>{t('radarFew', { count: picked.length === 0 ? 0 : axes.length })}</p>
        ) : (
          <Chart className={classes.radar} label={t('radarLabel', { count: axes.length })} option={option} />
        )}
      </div>
      <ChartNotes notes={notes} sourceIds={sourceIds} />
    </>
  );
}
