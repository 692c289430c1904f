/** A list of facts as a table: what each is about, its figure, its place and the words it was read from; Enter opens it. */
import { type ReactNode, useMemo } from 'react';
import { type FactView, figureOf } from '../../shared/facts.ts';
import type { Language, LocalText } from '../../shared/language.ts';
import { factFormula } from '../../shared/line-of-fact.ts';
import { settingIn } from '../../shared/setting-words.ts';
import type { TableCell } from '../../shared/table.ts';
import { call } from '../api.ts';
import { showNotice } from '../shell/notices.tsx';
import { useLanguage, useTexts } from '../texts.ts';
import type { DataColumn } from '../ui/data-table/data-columns.ts';
import { DataTable } from '../ui/data-table/data-table.tsx';
import type { MenuEntry } from '../ui/data-table/row-menu.tsx';
import { FactFigure } from './fact-figure.tsx';
import { type FactMark, FactMarks, marksOf } from './fact-marks.tsx';
import { factTexts } from './fact-texts.ts';
import { attemptEdit } from './facts-store.ts';
import { figureText } from './figure-text.ts';
import { openFact, useOpenFactId } from './open-fact.ts';
import { fullPlaceText, placeText } from './place-text.ts';
import { useNameOf } from './use-facts-data.ts';

type FactTableProps = {
  label: string;
  title: LocalText;
  facts: readonly FactView[];
  /** What all rows share, the place or the source, is not said in each. */
  oneOf?: 'place' | 'source';
  menu?: readonly MenuEntry[];
  toolbar?: ReactNode;
  empty?: ReactNode;
  isLoading?: boolean;
  failure?: unknown;
  onRetry?: () => void;
  isFitting?: boolean;
};

export function FactTable({ facts, oneOf, ...table }: FactTableProps) {
  const columns = useFactColumns(oneOf);
  const rowMenu = useFactMenu();
  const openId = useOpenFactId();
  const selected = useMemo(() => new Set(openId === null ? [] : [openId]), [openId]);
  return (
    <DataTable
      {...table}
      rows={facts}
      columns={columns}
      rowKey={keyOf}
      selected={selected}
      onOpen={({ id }) => openFact(id)}
      rowMenu={rowMenu}
    />
  );
}

const keyOf = ({ id }: FactView) => id;

function useFactColumns(oneOf: FactTableProps['oneOf']): readonly DataColumn<FactView>[] {
  const t = useTexts(factTexts);
  const language = useLanguage();
  const nameOf = useNameOf();
  return useMemo(() => {
    const used = (fact: FactView) => ({ ...fact, ...figureOf(fact) });
    const wordsOf = (fact: FactView) =>
      marksOf(fact)
        .map((mark: FactMark) => t(`mark-${mark}`))
        .join(', ');
    const columns: DataColumn<FactView>[] = [
      { id: 'subject', heading: t('subject'), width: 170, value: (fact) => nameOf(fact.subjectId) },
      { id: 'metric', heading: t('metric'), width: 140, value: (fact) => nameOf(fact.metricId) },
      {
        id: 'figure',
        heading: t('figure'),
        width: 170,
        align: 'right',
        value: (fact) => used(fact).value ?? used(fact).text,
        cell: (fact) => (
          <>
            {/* Not even asked for where there are none: a table has many cells. */}
            {marksOf(fact).length > 0 && <FactMarks marks={marksOf(fact)} />} <FactFigure fact={fact} compact />
          </>
        ),
        title: (fact) => [figureText(used(fact), language), wordsOf(fact)].filter(Boolean).join(' — '),
        exported: (fact) => exportedFigure(fact, wordsOf(fact), language),
      },
      { id: 'setting', heading: t('setting'), width: 130, value: ({ setting }) => settingIn(setting, language) },
      { id: 'date', heading: t('date'), width: 176, value: ({ date }) => date },
      { id: 'wording', heading: t('wording'), width: 420, value: ({ wording }) => wording },
    ];
    const value = oneOf === 'source' ? placeText : fullPlaceText;
    if (oneOf !== 'place') columns.splice(5, 0, { id: 'place', heading: t('place'), width: 140, value });
    return columns;
  }, [t, language, nameOf, oneOf]);
}

/** The figure that is used, for a workbook: with its unit, its fact, and what is marked on screen. */
export function exportedFigure(fact: FactView, marks: string, language: Language): Partial<TableCell> {
  return {
    unit: fact.unit,
    factId: fact.id,
    remark: [settingIn(fact.setting, language), marks].filter(Boolean).join('; '),
  };
}

/** What can be done with a fact where it stands in a table. */
export function useFactMenu(): (fact: FactView) => readonly MenuEntry[] {
  const t = useTexts(factTexts);
  return (fact) => [
    { label: t('show'), icon: 'open', run: () => openFact(fact.id) },
    { label: t('copyFormula'), icon: 'copy', run: () => void copyText(factFormula(fact.id)) },
    { label: t('copyId'), icon: 'copy', run: () => void copyText(fact.id) },
    {
      label: t(fact.isRetired ? 'restore' : 'retire'),
      icon: fact.isRetired ? 'undo' : 'trash',
      run: () => void attemptEdit(call('setFactsRetired', { factIds: [fact.id], isRetired: !fact.isRetired })),
    },
  ];
}

/** Puts a text on the clipboard and says so. */
export async function copyText(text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    showNotice(factTexts.copied, { text });
  } catch (refused) {
    if (!(refused instanceof DOMException)) throw refused;
    showNotice(factTexts.copyRefused);
  }
}
