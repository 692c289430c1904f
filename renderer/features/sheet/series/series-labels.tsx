/** The series of a formula in words, beside their ids: name, range, and whether the numbers are made up. */
import { seriesIdsOf } from '../../../../shared/formula/facts.ts';
import { useSeries } from '../../../series/series-store.ts';
import { useLanguage } from '../../../texts.ts';
import classes from '../facts/facts.module.css';
import { seriesLabel } from './known-series.ts';

export function SeriesLabels({ content }: { content: string }) {
  const language = useLanguage();
  useSeries();
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
