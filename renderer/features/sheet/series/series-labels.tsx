/** The series of a formula in words, beside their ids: name, range, and whether the numbers are made up. */
import { seriesIdsOf } from '../../../../shared/formula/facts.ts';
import { useLanguage } from '../../../texts.ts';
import classes from '../facts/facts.module.css';
import { seriesLabel, useKnownSeries } from './known-series.ts';

export function SeriesLabels({ content }: { content: string }) {
  const language = useLanguage();
  useKnownSeries();
  const seriesIds = seriesIdsOf(content);
  if (seriesIds.length === 0) return null;
  return (
    <ul className={classes.labels}>
      {seriesIds.map((seriesId) => (
        <li key={seriesId} title={seriesId} className={classes.seriesLabel}>
          {seriesLabel(seriesId, language)}
        </li>
      ))}
    </ul>
  );
}
