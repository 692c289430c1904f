/** The conflicts as a table on its way out, a row for every fact: for the clipboard and for Excel. */
import { useMemo } from 'react';
import type { Conflict } from '../../../shared/fact-methods.ts';
import { type FactView, figureOf } from '../../../shared/facts.ts';
import { settingIn } from '../../../shared/setting-words.ts';
import { exportedFigure } from '../../facts/fact-table.tsx';
import { placeText } from '../../facts/place-text.ts';
import { useNameOf } from '../../facts/use-facts-data.ts';
import { useLanguage, useTexts } from '../../texts.ts';
import type { DataColumn } from '../../ui/data-table/data-columns.ts';
import type { TableOutput } from '../../ui/data-table/table-output.ts';
import { spreadText } from './conflict-words.ts';
import { conflictsTexts } from './conflicts-texts.ts';

type Row = { conflict: Conflict; fact: FactView };

export function useConflictTable(conflicts: readonly Conflict[]): TableOutput<Row> {
  const t = useTexts(conflictsTexts);
  const nameOf = useNameOf();
  const language = useLanguage();
  return useMemo(() => {
    const column = (id: keyof typeof conflictsTexts, value: (row: Row) => number | string | null): DataColumn<Row> => ({
      id,
      heading: t(id),
      width: 100,
      value,
    });
    const columns: DataColumn<Row>[] = [
      column('kind', ({ conflict }) => t(`kind-${conflict.kind}`)),
      column('subject', ({ fact }) => nameOf(fact.subjectId)),
      column('metric', ({ fact }) => nameOf(fact.metricId)),
      column('setting', ({ fact }) => settingIn(fact.setting, language)),
      column('date', ({ fact }) => fact.date),
      {
        ...column('figure', ({ fact }) => figureOf(fact).value ?? figureOf(fact).text),
        exported: ({ fact }) => exportedFigure(fact, '', language),
      },
      column('spread', ({ conflict }) => spreadText(conflict)),
      column('wording', ({ fact }) => fact.wording),
      column('source', ({ fact }) => fact.sourceId),
      column('place', ({ fact }) => placeText(fact)),
      column('choice', ({ conflict, fact }) => (conflict.choice?.factId === fact.id ? t('chosen') : '')),
      column('note', ({ conflict, fact }) => (conflict.choice?.factId === fact.id ? conflict.choice.note : '')),
    ];
    const rows = conflicts.flatMap((conflict) => conflict.facts.map((fact) => ({ conflict, fact })));
    return { columns, rows, headingOf: () => null };
  }, [conflicts, t, nameOf, language]);
}
