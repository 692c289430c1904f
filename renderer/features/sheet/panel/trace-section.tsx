/** Which cells the cell reads and which read it, one step each; a click goes there. */
import { useMemo, useState } from 'react';
import type { Output } from '../../../../shared/contract.ts';
import type { Line } from '../../../../shared/sheet.ts';
import type { CellAddress } from '../../../../shared/values.ts';
import { call } from '../../../api.ts';
import { useLanguage, useTexts } from '../../../texts.ts';
import { Section } from '../../../ui/panel-section.tsx';
import { shownValue } from '../grid/cell-text.ts';
import { type SheetData, unitOf, valueAt } from '../sheet-data.ts';
import { jumpTo } from '../sheet-store.ts';
import { isSameCell, useCellName } from './cell-name.ts';
import { panelTexts } from './panel-texts.ts';
import classes from './side-panel.module.css';
import { useAnswer } from './use-answer.ts';

type TraceSectionProps = { data: SheetData; line: Line; cell: CellAddress; version: number };

const SHOWN_AT_FIRST = 12;

export function TraceSection({ data, cell, version }: TraceSectionProps) {
  const t = useTexts(panelTexts);
  const traced = useTrace(data.sheet.id, cell, version);
  return (
    <>
      <Section title={t('precedents')}>
        <CellList data={data} cell={cell} cells={traced?.precedents} none={t('noPrecedents')} />
      </Section>
      <Section title={t('dependents')}>
        <CellList data={data} cell={cell} cells={traced?.dependents} none={t('noDependents')} />
      </Section>
    </>
  );
}

type Question = { sheetId: string; cell: CellAddress; version: number };

function trace({ sheetId, cell }: Question): Promise<Output<'traceCell'>> {
  return call('traceCell', { sheetId, cell });
}

/** Undefined until it is known. What was known of the same cell stays while it is asked again. */
function useTrace(sheetId: string, { lineId, scenarioId, period }: CellAddress, version: number) {
  const question = useMemo(
    () => ({ sheetId, cell: { lineId, scenarioId, period }, version }),
    [sheetId, lineId, scenarioId, period, version],
  );
  const known = useAnswer(question, trace);
  return known && isSameCell(known.to.cell, question.cell) ? known.answer : undefined;
}

type CellListProps = { data: SheetData; cell: CellAddress; cells: CellAddress[] | undefined; none: string };

function CellList({ data, cell, cells, none }: CellListProps) {
  const t = useTexts(panelTexts);
  const language = useLanguage();
  const nameOf = useCellName(data, cell);
  const [limit, setLimit] = useState(SHOWN_AT_FIRST);
  if (cells === undefined) return null;
  const shown = cells.slice(0, limit);
  if (cells.length === 0) return <p className={classes.aside}>{none}</p>;
  return (
    <ul className={classes.cells}>
      {shown.map((other) => {
        const line = data.lines.get(other.lineId);
        if (line === undefined) return null;
        return (
          <li key={`${other.lineId}/${other.scenarioId}/${other.period}`}>
            <button type="button" className={classes.cellLink} onClick={() => jumpTo(other)}>
              <span className={classes.cellName}>{nameOf(other)}</span>
              <span className={classes.cellValue}>
                {shownValue(valueAt(data, other), line, language)} <small>{unitOf(data, line.id)}</small>
              </span>
            </button>
          </li>
        );
      })}
      {cells.length > shown.length && (
        <li>
          <button type="button" className={classes.link} onClick={() => setLimit(limit * 4)}>
            {t('more', { count: cells.length - shown.length })}
          </button>
        </li>
      )}
    </ul>
  );
}
