/** Below a chart: what it leaves out, and the sources of what it shows. */
import { useFactsData } from '../../facts/use-facts-data.ts';
import { useTexts } from '../../texts.ts';
import { citationOf } from '../../ui/citation.ts';
import classes from './models.module.css';
import { modelsTexts } from './models-texts.ts';

export function ChartNotes({ notes, sourceIds }: { notes: readonly string[]; sourceIds: Iterable<string> }) {
  const t = useTexts(modelsTexts);
  const { sources } = useFactsData();
  const cited = [...new Set(sourceIds)].flatMap((id) => sources.get(id) ?? []).map(citationOf);
  return (
    <footer className={classes.notes}>
      {notes.map((note) => (
        <p key={note}>{note}</p>
      ))}
      {cited.length > 0 && <p className={classes.cited}>{t('sources', { sources: cited.join('; ') })}</p>}
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
