/**
 * The risks of a security or group as a checklist: what the reports warn of and what the analyst adds, each with
 * the analyst's probability and impact, and both as a matrix. What the analyst says is private.
 */
import { ActionIcon, Button, Checkbox, NativeSelect, TextInput, VisuallyHidden } from '@mantine/core';
import { useState } from 'react';
import type { ReportRisk, RiskAssessment } from '../../shared/risks.ts';
import { call } from '../api.ts';
import { openFact } from '../facts/open-fact.ts';
import { failureText, showFailure, showUndoable } from '../shell/notices.tsx';
import { useTexts } from '../texts.ts';
import { Icon } from '../ui/icon.tsx';
import { useAnswer } from '../use-answer.ts';
import { VaultGate } from '../vault/vault-gate.tsx';
import { followRisks } from './follow-theses.ts';
import { RiskMatrix } from './risk-matrix.tsx';
import classes from './theses.module.css';
import { thesesTexts } from './theses-texts.ts';

type RisksSectionProps = {
  /** Whose they are: `security:688111.SH`, `group:…`. */
  target: string;
  /** Reports that say something of it come first. */
  sourceIds: ReadonlySet<string>;
};

/** `assessment` is null of a report's risk that is not assessed. */
type Risk = { key: string; text: string; report: ReportRisk | null; assessment: RiskAssessment | null };
type Changed = Pick<RiskAssessment, 'probability' | 'impact' | 'isChecked' | 'note'>;

const LEVELS = ['1', '2', '3', '4', '5'];
const SHOWN_FIRST = 8;

export function RisksSection(props: RisksSectionProps) {
  return (
    <VaultGate isCompact>
      <Risks {...props} />
    </VaultGate>
  );
}

function Risks({ target, sourceIds }: RisksSectionProps) {
  const t = useTexts(thesesTexts);
  const reports = useAnswer('listReportRisks', {}, followRisks);
  const own = useAnswer('listRiskAssessments', { target }, followRisks);
  const [isAll, setAll] = useState(false);
  const failure = reports.failure ?? own.failure;
  if (failure !== null) return <p role="alert">{failureText(failure)}</p>;
  const risks = risksOf(reports.answer ?? [], own.answer ?? [], sourceIds);
  const shown = isAll ? risks : risks.filter(({ assessment }, at) => assessment !== null || at < SHOWN_FIRST);
  const put = (risk: Risk, changed: Partial<Changed>) =>
    call('putRiskAssessment', { assessment: assessmentOf(risk, target, changed) });
  return (
    <div className={classes.risks}>
      <div>
        {reports.answer?.length === 0 && <p className={classes.hint}>{t('noRisks')}</p>}
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col" className={classes.narrow}>
                <VisuallyHidden>{t('isWatched')}</VisuallyHidden>
              </th>
              <th scope="col">{t('risk')}</th>
              <th scope="col" className={classes.narrow}>
                {t('likelihood')}
              </th>
              <th scope="col" className={classes.narrow}>
                {t('impact')}
              </th>
              <th scope="col">{t('note')}</th>
              <td className={classes.narrow} />
            </tr>
          </thead>
          <tbody>
            {shown.map((risk) => (
              <RiskRow key={risk.key} risk={risk} onChange={(changed) => put(risk, changed)} />
            ))}
          </tbody>
        </table>
        {shown.length < risks.length && (
          <Button variant="subtle" size="compact-xs" onClick={() => setAll(true)}>
            {t('showAll', { count: risks.length })}
          </Button>
        )}
        <NewRisk onAdd={(text) => call('putRiskAssessment', { assessment: blank(target, text) })} />
      </div>
      <RiskMatrix
        assessments={own.answer ?? []}
        textOf={(id) => risks.find(({ assessment }) => assessment?.id === id)?.text ?? ''}
      />
    </div>
  );
}

/** Shows at once what is chosen: several choices in a row must not take each other back. */
function RiskRow({ risk, onChange }: { risk: Risk; onChange: (changed: Partial<Changed>) => Promise<unknown> }) {
  const t = useTexts(thesesTexts);
  const { text, report, assessment } = risk;
  const [chosen, setChosen] = useState<Partial<Changed>>({});
  const { probability = null, impact = null, isChecked = false } = { ...assessment, ...chosen };
  const change = (fields: Partial<Changed>) => {
    const next = { ...chosen, ...fields };
    setChosen(next);
    onChange(next).catch((failure) => {
      setChosen({});
      showFailure(failure);
    });
  };
  const [note, setNote] = useState(assessment?.note ?? '');
  const select = (label: string, value: number | null, choose: (level: number | null) => void) => (
    <NativeSelect
      size="xs"
      aria-label={label}
      data={[{ value: '', label: t('notAssessed') }, ...LEVELS]}
      value={value === null ? '' : String(value)}
      onChange={(event) => choose(event.currentTarget.value === '' ? null : Number(event.currentTarget.value))}
    />
  );
  return (
    <tr>
      <td>
        <Checkbox
          size="xs"
          aria-label={t('watch', { risk: text })}
          checked={isChecked}
          onChange={(event) => change({ isChecked: event.currentTarget.checked })}
        />
      </td>
      <td>
        {report === null ? (
          text
        ) : (
          <button
            type="button"
            className={classes.link}
            onClick={() => openFact(report.factId)}
            title={report.sourceTitle}
          >
            {text}
            <span className={classes.source}>{report.sourceId}</span>
          </button>
        )}
      </td>
      <td>{select(t('likelihoodOf', { risk: text }), probability, (level) => change({ probability: level }))}</td>
      <td>{select(t('impactOf', { risk: text }), impact, (level) => change({ impact: level }))}</td>
      <td>
        <TextInput
          size="xs"
          aria-label={t('noteOf', { risk: text })}
          maxLength={10_000}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
          onBlur={() => {
            if (note !== (assessment?.note ?? '')) change({ note });
          }}
        />
      </td>
      <td>
        {assessment !== null && report === null && (
          <ActionIcon
            size={24}
            aria-label={t('deleteRisk', { risk: text })}
            title={t('deleteRisk', { risk: text })}
            onClick={() => void deleteRisk(assessment.id)}
          >
            <Icon name="trash" size={14} />
          </ActionIcon>
        )}
      </td>
    </tr>
  );
}

function NewRisk({ onAdd }: { onAdd: (text: string) => Promise<unknown> }) {
  const t = useTexts(thesesTexts);
  const [text, setText] = useState('');
  const add = async () => {
    try {
      await onAdd(text.trim());
      setText('');
    } catch (failure) {
      showFailure(failure);
    }
  };
  return (
    <form
      className={classes.newRisk}
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim() !== '') void add();
      }}
    >
      <TextInput
        size="xs"
        className={classes.grow}
        aria-label={t('ownRisk')}
        placeholder={t('ownRisk')}
        maxLength={2000}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <Button type="submit" variant="default" size="compact-sm" disabled={text.trim() === ''}>
        {t('addRisk')}
      </Button>
    </form>
  );
}

/** The analyst's own first, then those of reports about it, then the others. */
function risksOf(
  reports: readonly ReportRisk[],
  assessments: readonly RiskAssessment[],
  sourceIds: ReadonlySet<string>,
): Risk[] {
  const byFact = new Map(assessments.flatMap((each) => (each.factId === null ? [] : [[each.factId, each] as const])));
  const own = assessments.filter(({ factId }) => factId === null);
  // A report says the same on its first page and in its text: the one that is assessed stands for both.
  const alike = Map.groupBy(reports, ({ sourceId, text }) => `${sourceId} ${text}`);
  const single = [...alike.values()].map((same) => same.find(({ factId }) => byFact.has(factId)) ?? same[0]);
  const ordered = single.toSorted((a, b) => Number(sourceIds.has(b.sourceId)) - Number(sourceIds.has(a.sourceId)));
  return [
    ...own.map((assessment) => ({ key: assessment.id, text: assessment.text, report: null, assessment })),
    ...ordered.map((report) => ({
      key: report.factId,
      text: report.text,
      report,
      assessment: byFact.get(report.factId) ?? null,
    })),
  ];
}

function blank(target: string, text: string, factId: string | null = null) {
  return { target, factId, text, probability: null, impact: null, isChecked: false, note: '' };
}

function assessmentOf({ report, assessment }: Risk, target: string, changed: Partial<Changed>) {
  return { ...(assessment ?? blank(target, '', report?.factId ?? null)), ...changed };
}

async function attempt(step: Promise<unknown>): Promise<void> {
  try {
    await step;
  } catch (failure) {
    showFailure(failure);
  }
}

async function deleteRisk(assessmentId: string): Promise<void> {
  try {
    const assessment = await call('deleteRiskAssessment', { assessmentId });
    showUndoable(thesesTexts.riskDeleted, {}, () => void attempt(call('putRiskAssessment', { assessment })));
  } catch (failure) {
    showFailure(failure);
  }
}
