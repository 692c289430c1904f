/** One benchmark over the models shown, as bars. */
import { useCallback, useMemo } from 'react';
import { FACT_SIGNS } from '../../facts/fact-marks.tsx';
import { factTexts } from '../../facts/fact-texts.ts';
import { openFact } from '../../facts/open-fact.ts';
import { useNameOf } from '../../facts/use-facts-data.ts';
import { useSettingText, useTexts } from '../../texts.ts';
import { Chart, type ChartColours } from '../../ui/chart.tsx';
import { type Bar, barChart } from './bar-chart.ts';
import { decimalsOf, scoreText } from './cell-text.ts';
import { ChartNotes, useNaming } from './chart-notes.tsx';
import { colourOf } from './chart-parts.ts';
import { settingDifference } from './matrix.ts';
import { marksOfScore } from './model-cell.tsx';
import classes from './models.module.css';
import { modelsTexts } from './models-texts.ts';
import type { RowViewProps } from './view-props.ts';

/** What a bar can be marked with, explained below where one is. */
const MARKS = ['conflict', 'chosen', 'corrected'] as const;
const BAR_HEIGHT = 22;
const MOST_BAR_HEIGHT = 36;
const AXIS_HEIGHT = 56;

export function BarView({ data: { models }, columns, row }: RowViewProps) {
  const t = useTexts(modelsTexts);
  const ofFact = useTexts(factTexts);
  const nameOf = useNameOf();
  const settingText = useSettingText();
  const naming = useNaming();
  const name = nameOf(row.benchmark.id);
  const bars = useMemo(() => {
    const better = row.benchmark.better === 'lower' ? 1 : -1;
    const held = columns.flatMap((id) => {
      const cell = row.cells.get(id);
      return cell === undefined ? [] : [{ id, cell }];
    });
    return held
      .toSorted((a, b) => better * (a.cell.score.value - b.cell.score.value))
      .map(({ id, cell: { score, isOtherSetting, isBest } }): Bar => {
        const number = scoreText(score, decimalsOf(row));
        const signs = marksOfScore(score).map((mark) => FACT_SIGNS[mark]);
        const setting = score.setting === '' ? t('unsaid') : settingText(settingDifference(score.setting, row.setting));
        return {
          name: nameOf(id),
          factId: score.factId,
          value: score.value,
          label: [isOtherSetting ? t('inSetting', { name: number, setting }) : number, ...signs].join(' '),
          marks: marksOfScore(score),
          isHollow: isOtherSetting,
          isBold: isBest,
          colour: (colours) => colourOf(models.get(id)?.openness, colours),
        };
      });
  }, [columns, row, models, nameOf, settingText, t]);
  const option = useMemo(
    () => (colours: ChartColours) =>
      barChart({ bars, axis: row.benchmark.unit === '' ? name : `${name} (${row.benchmark.unit})`, colours }),
    [bars, row, name],
  );
  const open = useCallback(({ dataIndex }: { dataIndex: number }) => openFact(bars[dataIndex].factId), [bars]);
  const notes = [
    ...(bars.some(({ isHollow }) => isHollow) ? [t('hatched')] : []),
    ...MARKS.filter((mark) => bars.some(({ marks }) => marks.includes(mark))).map(
      (mark) => `${FACT_SIGNS[mark]} ${ofFact(`mark-${mark}-hint`)}`,
    ),
    ...naming('noScore', columns.filter((id) => !row.cells.has(id)).map(nameOf)),
  ];
  return (
    <>
      <div className={classes.paneBody}>
        <div
          className={classes.chartBox}
          style={{
            minHeight: bars.length * BAR_HEIGHT + AXIS_HEIGHT,
            maxHeight: bars.length * MOST_BAR_HEIGHT + AXIS_HEIGHT,
          }}
        >
          <Chart className={classes.chart} label={t('barLabel', { benchmark: name })} option={option} onPick={open} />
        </div>
      </div>
      <ChartNotes hasColours notes={notes} sourceIds={[...row.cells.values()].map(({ score }) => score.sourceId)} />
    </>
  );
}
