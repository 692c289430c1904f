/** What bold and the marks of other settings mean, and the bounds of the size classes. */
import { NumberInput } from '@mantine/core';
import { useTexts } from '../../texts.ts';
import classes from './models.module.css';
import type { ModelsQuery } from './models-query.ts';
import { modelsTexts } from './models-texts.ts';

type LegendProps = Pick<ModelsQuery, 'bounds'> & { change: (changed: Pick<ModelsQuery, 'bounds'>) => void };

export function Legend({ bounds: [low, high], change }: LegendProps) {
  const t = useTexts(modelsTexts);
  const put = (bounds: readonly [number, number]) => {
    if (bounds[0] > 0 && bounds[1] >= bounds[0]) change({ bounds });
  };
  return (
    <footer className={classes.legend}>
      <span>
        <b>88.6</b> {t('legendBest')}
      </span>
      <span>
        <span className={classes.score} data-other>
          <small className={classes.other}>0-shot</small>
          <span className={classes.number}>92.3</span>
        </span>{' '}
        {t('legendOther')}
      </span>
      <span className={classes.bounds}>
        {t('legendClasses')} ≤
        <NumberInput
          key={`low ${low}`}
          className={classes.bound}
          aria-label={t('lowBound')}
          defaultValue={low}
          min={0}
          onBlur={(event) => put([Number(event.currentTarget.value), high])}
        />
        ≤
        <NumberInput
          key={`high ${high}`}
          className={classes.bound}
          aria-label={t('highBound')}
          defaultValue={high}
          min={0}
          onBlur={(event) => put([low, Number(event.currentTarget.value)])}
        />
        {t('class-2', { high })}
      </span>
    </footer>
  );
}
