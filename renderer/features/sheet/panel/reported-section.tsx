/** The reconciliation of the line: what its source prints, what the sheet computes, and the verdict. */
import { Select } from '@mantine/core';
import { inLanguage } from '../../../../shared/language.ts';
import { NO_PERIOD } from '../../../../shared/periods.ts';
import type { Line, ReportedValue } from '../../../../shared/sheet.ts';
import { Refusal } from '../../../shell/refusal.ts';
import { useLanguage, useTexts } from '../../../texts.ts';
import { InlineEdit } from '../../../ui/inline-edit.tsx';
import { fullNumber, signOf } from '../../../ui/number-text.ts';
import { Properties, Property, Section } from '../../../ui/panel-section.tsx';
import { VerdictBadge } from '../../../ui/verdict-badge.tsx';
import { shownValue } from '../grid/cell-text.ts';
import { baseScenarioId, verdictOf } from '../grid/verdicts.ts';
import { attempt, updateLine } from '../sheet-actions.ts';
import { findScenario, type SheetData, unitOf, valueAt } from '../sheet-data.ts';
import { panelTexts } from './panel-texts.ts';
import { parseReported } from './reported-entry.ts';
import classes from './side-panel.module.css';

const STEPS = [0, 0.0001, 0.001, 0.01, 0.1, 1, 10, 100, 1000, 10_000];

export function ReportedSection({ data, line }: { data: SheetData; line: Line }) {
  const t = useTexts(panelTexts);
  const { reported } = line;
  const period = reported?.period ?? data.periods[0] ?? NO_PERIOD;
  const commit = async (text: string) => {
    if (text.trim() === '') return updateLine(line.id, { reported: null });
    const entered = parseReported(text, unitOf(data, line.id), period);
    if (entered === null) throw new Refusal(panelTexts.reportedRefused, { text });
    return updateLine(line.id, { reported: entered });
  };
  return (
    <Section title={t('reported')}>
      <Properties>
        <Property name={t('reportedText')}>
          <span title={t('reportedHint')}>
            <InlineEdit
              label={t('reportedText')}
              value={reported?.text ?? ''}
              placeholder={t('notReported')}
              onCommit={commit}
            />
          </span>
        </Property>
        {reported && <Comparison data={data} line={line} reported={reported} />}
      </Properties>
    </Section>
  );
}

function Comparison({ data, line, reported }: { data: SheetData; line: Line; reported: ReportedValue }) {
  const t = useTexts(panelTexts);
  const language = useLanguage();
  const verdict = verdictOf(data, line.id);
  const scenarioId = baseScenarioId(data);
  const scenario = scenarioId === null ? undefined : findScenario(data, scenarioId);
  if (verdict === null || scenario === undefined) return null;
  const computed = valueAt(data, { lineId: line.id, scenarioId: scenario.id, period: reported.period });
  const where = [inLanguage(scenario.name, language), reported.period].filter(Boolean).join(' · ');
  return (
    <>
      <Property name={t('precision')}>
        <Precision line={line} reported={reported} />
      </Property>
      <Property name={t('computed', { where })}>
        {typeof computed === 'number' ? fullNumber(computed) : shownValue(computed, line, language)}
      </Property>
      {verdict.kind === 'differs' && (
        <Property name={t('difference')}>
          {signOf(verdict.difference)}
          {fullNumber(Math.abs(Number(verdict.difference.toPrecision(6))))} {unitOf(data, line.id)}
        </Property>
      )}
      <Property name={t('verdict')}>
        <strong className={classes.verdict}>
          <VerdictBadge verdict={verdict} />
        </strong>
      </Property>
    </>
  );
}

function Precision({ line, reported }: { line: Line; reported: ReportedValue }) {
  const t = useTexts(panelTexts);
  const steps = STEPS.includes(reported.step) ? STEPS : [...STEPS, reported.step].sort((a, b) => a - b);
  return (
    <Select
      aria-label={t('precision')}
      value={String(reported.step)}
      data={steps.map((step) => ({
        value: String(step),
        label:
          step === 0
            ? t('exact')
            : t('precisionOf', { step: step.toLocaleString('en-US', { maximumFractionDigits: 12 }) }),
      }))}
      onChange={(choice) => {
        if (choice !== null) void attempt(updateLine(line.id, { reported: { ...reported, step: Number(choice) } }));
      }}
    />
  );
}
