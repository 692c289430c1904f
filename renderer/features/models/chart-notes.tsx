/** Below a chart: what it leaves out, and the sources of what it shows. */
import { useFactsData } from '../../facts/use-facts-data.ts';
import { useTexts } from '../../texts.ts';
import { citationOf } from '../../ui/citation.ts';
import classes from './models.module.css';
import { modelsTexts } from './models-texts.ts';

type ChartNotesProps = {
  notes: readonly string[];
  sourceIds: Iterable<string>;
  /** Where the colours of open and closed models are drawn with. */
  hasColours?: boolean;
};

export function ChartNotes({ notes, sourceIds, hasColours = false }: ChartNotesProps) {
  const t = useTexts(modelsTexts);
  const { sources } = useFactsData();
  const cited = [...new Set(sourceIds)].flatMap((id) => sources.get(id) ?? []).map(citationOf);
  return (
    <footer className={classes.notes}>
      {hasColours &&
        (['open', 'closed', 'notSaid'] as const).map((openness) => (
          <span key={openness} className={classes.swatch} data-openness={openness}>
            {t(openness)}
          </span>
        ))}
      {notes.map((note) => (
        <span key={note}>{note}</span>
      ))}
      {cited.length > 0 && <span className={classes.cited}>{t('sources', { sources: cited.join('; ') })}</span>}
    </footer>
  );
}

/** A note that names models; none where there are none to name. */
export function useNaming(): (
  key: 'noScore' | 'noParameters' | 'noPrice' | 'freeModels' | 'leftOut' | 'radarLeftOut',
  names: readonly string[],
) => string[] {
  const t = useTexts(modelsTexts);
  return (key, names) => (names.length === 0 ? [] : [t(key, { names: names.join(t('listSeparator')) })]);
}
