/** An exhibit as the table that the report printed; each cell leads to the fact that was read from it. */
import { type ReactNode, useMemo } from 'react';
import { type Exhibit, type FactView, figureOf } from '../../../shared/facts.ts';
import type { Language } from '../../../shared/language.ts';
import { displayNumber } from '../../../shared/number-display.ts';
import { settingIn } from '../../../shared/setting-words.ts';
import { FactMarks, marksOf } from '../../facts/fact-marks.tsx';
import { exportedFigure, useFactMenu } from '../../facts/fact-table.tsx';
import { factTexts } from '../../facts/fact-texts.ts';
import { figureText, unitLabel } from '../../facts/figure-text.ts';
import { openFact, useOpenFactId } from '../../facts/open-fact.ts';
import { useNameOf } from '../../facts/use-facts-data.ts';
import { useLanguage, useTexts } from '../../texts.ts';
import type { DataColumn } from '../../ui/data-table/data-columns.ts';
import { DataTable } from '../../ui/data-table/data-table.tsx';
import {
  cellAt,
  commonUnit,
  type ExhibitCell,
  type ExhibitRow,
  exhibitTitle,
  isNumeric,
  rowsOf,
  valueOfCell,
} from './exhibit-rows.ts';
import classes from './sources.module.css';
import { sourcesTexts } from './sources-texts.ts';

type ExhibitTableProps = {
  exhibit: Exhibit;
  facts: ReadonlyMap<string, FactView>;
  toolbar: ReactNode;
  isFitting: boolean;
};

/** Longer texts break into lines, or the table would show their beginnings alone. */
const LONG_TEXT = 40;

const keyOf = ({ key }: ExhibitRow) => key;
const headingOf = ({ isHeading, label }: ExhibitRow) => (isHeading ? label : null);

export function ExhibitTable({ exhibit, facts, toolbar, isFitting }: ExhibitTableProps) {
  const t = useTexts(sourcesTexts);
  const language = useLanguage();
  const menuOf = useFactMenu();
  const rows = useMemo(() => rowsOf(exhibit, facts), [exhibit, facts]);
  const unit = useMemo(() => commonUnit(rows), [rows]);
  const columns = useColumns(exhibit, rows);
  const isWrapped = useMemo(
    () =>
      rows.some(({ label, cells }) =>
        [label, ...cells.map(({ printed }) => printed)].some((text) => text.length > LONG_TEXT),
      ),
    [rows],
  );
  const factsAt = (row: ExhibitRow, columnId: string) => cellAt(row, Number(columnId)).facts;
  return (
    <DataTable
      label={exhibitTitle(exhibit)[language]}
      title={exhibitTitle(exhibit)}
      rows={rows}
      columns={columns}
      rowKey={keyOf}
      headingOf={headingOf}
      isWrapped={isWrapped}
      isFitting={isFitting}
      toolbar={
        <>
          {toolbar}
          {unit !== '' && <span className={classes.part}>{t('unitAll', { unit: unitLabel(unit, language) })}</span>}
        </>
      }
      onOpen={(row, columnId) => {
        const read = factsAt(row, columnId);
        if (read.length > 0)
          openFact(
            read[0].id,
            read.map(({ id }) => id),
          );
      }}
      rowMenu={(row, columnId) => {
        const [fact] = factsAt(row, columnId);
        return fact ? menuOf(fact) : [];
      }}
    />
  );
}

function useColumns(exhibit: Exhibit, rows: readonly ExhibitRow[]): readonly DataColumn<ExhibitRow>[] {
  const say = useTexts(factTexts);
  const t = useTexts(sourcesTexts);
  const language = useLanguage();
  const nameOf = useNameOf();
  return useMemo(() => {
    const marksText = (fact: FactView) =>
      marksOf(fact)
        .map((mark) => say(`mark-${mark}`))
        .join(', ');
    const tooltipOf = ({ printed, facts }: ExhibitCell): string => {
      if (facts.length === 0) return printed;
      const lines = facts.map((fact) => {
        const about = [nameOf(fact.subjectId), nameOf(fact.metricId), settingIn(fact.setting, language)]
          .filter(Boolean)
          .join(' · ');
        return [`${about}: ${figureText({ ...fact, ...figureOf(fact) }, language)}`, marksText(fact)]
          .filter(Boolean)
          .join(' — ');
      });
      const several = facts.length > 1 ? [t('severalFacts', { count: facts.length })] : [];
      const wordings = [...new Set(facts.map(({ wording }) => wording).filter(Boolean))].map((words) => `“${words}”`);
      return [...several, ...lines, ...wordings].join('\n');
    };
    const labelWidth = widthOf(
      [exhibit.corner, ...rows.filter((row) => !row.isHeading).map(({ label }) => label)],
      110,
      300,
    );
    const label: DataColumn<ExhibitRow> = {
      id: 'label',
      heading: exhibit.corner,
      width: labelWidth,
      value: (row) => row.label,
    };
    return [
      label,
      ...exhibit.columns.map((heading, at): DataColumn<ExhibitRow> => {
        const numeric = isNumeric(rows, at);
        return {
          id: String(at),
          heading,
          width: numeric
            ? widthOfFigures(heading, rows, at)
            : widthOf([heading, ...rows.map((row) => cellAt(row, at).printed)], 84, 420),
          align: numeric ? 'right' : 'left',
          value: (row) => valueOfCell(cellAt(row, at)),
          cell: (row) => <Cell cell={cellAt(row, at)} />,
          title: (row) => tooltipOf(cellAt(row, at)),
          exported: (row) => {
            const { facts } = cellAt(row, at);
            return facts.length === 1 ? exportedFigure(facts[0], marksText(facts[0]), language) : {};
          },
        };
      }),
    ];
  }, [exhibit, rows, say, t, language, nameOf]);
}

/** As printed; what was corrected or changed is struck, with what is used beside it. */
function Cell({ cell: { printed, facts } }: { cell: ExhibitCell }) {
  const language = useLanguage();
  const openId = useOpenFactId();
  const changed = facts.filter((fact) => fact.correction !== null || fact.bundled !== null);
  const marks = [...new Set(facts.flatMap(marksOf))];
  const isOpen = facts.some(({ id }) => id === openId);
  if (facts.length === 0) return <span className={classes.unread}>{printed}</span>;
  return (
    <span className={isOpen ? classes.openCell : undefined}>
      {marks.length > 0 && (
        <>
          <FactMarks marks={marks} />{' '}
        </>
      )}
      {changed.length > 0 && facts.length === 1 ? (
        <>
          <del className={classes.struck}>{printed}</del> {usedText(facts[0], printed, language)}
        </>
      ) : (
        printed
      )}
    </span>
  );
}

/** What is used instead, with as many decimals as the report prints. */
function usedText(fact: FactView, printed: string, language: Language): string {
  const { value } = figureOf(fact);
  const decimals = /^-?[\d,]*\.?(\d*)$/.exec(printed)?.[1].length ?? 0;
  if (value !== null && Number(value.toFixed(decimals)) === value) {
    return displayNumber(value, { decimals, grouping: printed.includes(',') }, language);
  }
  return figureText({ ...fact, ...figureOf(fact), unit: '' }, language);
}

/** A column of figures: each whole, with its marks and what is used instead; its heading may break. */
function widthOfFigures(heading: string, rows: readonly ExhibitRow[], at: number): number {
  const cells = rows.map((row) => cellAt(row, at));
  const needed = cells.map(({ printed, facts }) => {
    const marks = new Set(facts.flatMap(marksOf)).size;
    const isChanged = facts.some(({ correction, bundled }) => correction !== null || bundled !== null);
    return lengthOf(printed) * (isChanged ? 2 : 1) + marks * MARK_PX + PADDING_PX;
  });
  return Math.round(Math.min(220, Math.max(84, Math.min(lengthOf(heading) + PADDING_PX, 150), ...needed)));
}

const MARK_PX = 22;
const ASCII_PX = 8;
const WIDE_PX = 13;
const PADDING_PX = 28;

/** Room for the longest text, between the two bounds. */
function widthOf(texts: readonly string[], min: number, max: number): number {
  const needed = Math.max(0, ...texts.map(lengthOf)) + PADDING_PX;
  return Math.round(Math.min(max, Math.max(min, needed)));
}

function lengthOf(text: string): number {
  let length = 0;
  for (const character of text) length += character > '\u2e7f' ? WIDE_PX : ASCII_PX;
  return length;
}
