/**
 * The comparison of scenarios: each line's value in each scenario with difference and change against
 * one of them, and a chart of the lines that are ticked.
 */
import { Button, Checkbox, Select } from '@mantine/core';
import { useCallback, useMemo, useState } from 'react';
import { inLanguage } from '../../../../shared/language.ts';
import type { CellAddress } from '../../../../shared/values.ts';
import { showFailure, showNotice } from '../../../shell/notices.tsx';
import { useLanguage, useTexts } from '../../../texts.ts';
import { Icon } from '../../../ui/icon.tsx';
import { baseScenarioId } from '../grid/verdicts.ts';
import type { SheetData } from '../sheet-data.ts';
import { selectedCell, selectedLineId, useSheetStore } from '../sheet-store.ts';
import { ChartPane } from './chart-pane.tsx';
import { compareScenarios } from './compare-scenarios.ts';
import { useComparisonModel } from './comparison-model.ts';
import { ComparisonTable } from './comparison-table.tsx';
import { comparisonTexts } from './comparison-texts.ts';
import { comparisonTsv } from './comparison-tsv.ts';
import classes from './comparison-view.module.css';
import { Nothing } from './nothing.tsx';

type ViewProps = {
  /** Shows a cell in the grid. */
  onJump: (cell: CellAddress) => void;
};

export function ComparisonView({ onJump }: ViewProps) {
  const t = useTexts(comparisonTexts);
  const data = useSheetStore((state) => state.data);
  const version = useSheetStore((state) => state.version);
  if (data === null) return null;
  if (data.scenarios.length < 2) return <Nothing title={t('oneScenario')} hint={t('oneScenarioHint')} />;
  return <Comparison data={data} version={version} onJump={onJump} />;
}

/** What the user was looking at is charted first, and its period compared. */
function selectedLine(): ReadonlySet<number> {
  const state = useSheetStore.getState();
  const lineId = selectedLineId(state);
  return new Set(lineId !== null && state.data?.lines.get(lineId)?.kind === 'line' ? [lineId] : []);
}

function selectedPeriod(): string | null {
  return selectedCell(useSheetStore.getState())?.period ?? null;
}

function Comparison({ data, version, onJump }: ViewProps & { data: SheetData; version: number }) {
  const t = useTexts(comparisonTexts);
  const language = useLanguage();
  const [chosenBaseline, setBaseline] = useState<number | null>(null);
  const [chosenPeriod, setPeriod] = useState<string | null>(selectedPeriod);
  const [onlyDiffering, setOnlyDiffering] = useState(false);
  const [charted, setCharted] = useState<ReadonlySet<number>>(selectedLine);

  const isThere = data.scenarios.some(({ id }) => id === chosenBaseline);
  const baselineId = (isThere ? chosenBaseline : baseScenarioId(data)) ?? data.scenarios[0].id;
  const period = chosenPeriod !== null && data.periods.includes(chosenPeriod) ? chosenPeriod : data.periods[0];
  const rows = useMemo(
    () => (version < 0 ? [] : compareScenarios(data, baselineId, period)),
    [data, version, baselineId, period],
  );
  const table = useComparisonModel({ rows, scenarios: data.scenarios, baselineId, onlyDiffering });
  const shown = table.getRowModel().rows.map(({ original }) => original);
  const lineCount = shown.filter(({ line }) => line.kind === 'line').length;

  const toggleCharted = useCallback((lineId: number) => {
    setCharted((before) => {
      const next = new Set(before);
      if (!next.delete(lineId)) next.add(lineId);
      return next;
    });
  }, []);
  const jump = useCallback(
    (lineId: number, scenarioId: number) => onJump({ lineId, scenarioId, period }),
    [onJump, period],
  );
  const copy = () => {
    navigator.clipboard
      .writeText(comparisonTsv(data, shown, baselineId, period, language))
      .then(() => showNotice(comparisonTexts.copied, { count: lineCount }), showFailure);
  };

  return (
    <section className={classes.view} aria-label={t('comparison')}>
      <div className={classes.bar}>
        <span className={classes.barLabel} aria-hidden="true">
          {t('against')}
        </span>
        <Select
          aria-label={t('against')}
          className={classes.select}
          value={String(baselineId)}
          data={data.scenarios.map(({ id, name }) => ({ value: String(id), label: inLanguage(name, language) }))}
          onChange={(choice) => setBaseline(choice === null ? null : Number(choice))}
        />
        {data.periods.length > 1 && (
          <>
            <span className={classes.barLabel} aria-hidden="true">
              {t('period')}
            </span>
            <Select
              aria-label={t('period')}
              className={classes.select}
              value={period}
              data={data.periods}
              onChange={setPeriod}
            />
          </>
        )}
        <Checkbox
          size="xs"
          label={t('onlyDiffering')}
          checked={onlyDiffering}
          onChange={(event) => setOnlyDiffering(event.currentTarget.checked)}
        />
        <div className={classes.space} />
        <Button variant="default" leftSection={<Icon name="copy" size={14} />} onClick={copy}>
          {t('copy')}
        </Button>
      </div>
      {lineCount === 0 && onlyDiffering ? (
        <Nothing title={t('noDifferences')} hint={t('noDifferencesHint')}>
          <Button variant="default" onClick={() => setOnlyDiffering(false)}>
            {t('showAll')}
          </Button>
        </Nothing>
      ) : (
        <ComparisonTable
          data={data}
          table={table}
          baselineId={baselineId}
          charted={charted}
          onToggleCharted={toggleCharted}
          onJump={jump}
        />
      )}
      <ChartPane
        data={data}
        version={version}
        period={period}
        lineIds={data.order.filter((lineId) => charted.has(lineId))}
        onClear={() => setCharted(new Set())}
      />
    </section>
  );
}
