/** The verdict of the reconciliation in a few characters, with a sign as well as a colour. */
import type { Verdict } from '../../shared/reconciliation.ts';
import { useTexts } from '../texts.ts';
import { signedPercent } from './number-text.ts';
import classes from './verdict-badge.module.css';

export const verdictTexts = {
  agrees: { zh: '一致', en: 'agrees' },
  'agrees-as-rounded': { zh: '四舍五入后一致', en: 'agrees as rounded' },
  differs: { zh: '相差 {{by}}', en: 'differs by {{by}}' },
  'differs-from-zero': { zh: '不为零', en: 'differs from zero' },
  'no-number': { zh: '无数值', en: 'no number' },
  differing: { zh: '不一致', en: 'differ' },
} as const;

const SIGNS: Record<Verdict['kind'], string> = {
  agrees: '✓',
  'agrees-as-rounded': '≈',
  differs: '≠',
  'no-number': '–',
};

export function VerdictBadge({ verdict }: { verdict: Verdict }) {
  return (
    <span className={classes.verdict} data-verdict={verdict.kind}>
      <VerdictSign kind={verdict.kind} />
      {useVerdictText()(verdict)}
    </span>
  );
}

export function VerdictSign({ kind }: { kind: Verdict['kind'] }) {
  return (
    <span className={classes.sign} data-verdict={kind} aria-hidden="true">
      {SIGNS[kind]}
    </span>
  );
}

/** How many lines of the sheet have the verdict: `✓ agrees 12`. */
export function VerdictCount({ kind, count }: { kind: Verdict['kind']; count: number }) {
  const t = useTexts(verdictTexts);
  return (
    <span>
      <VerdictSign kind={kind} /> {t(kind === 'differs' ? 'differing' : kind)} <b>{count}</b>
    </span>
  );
}

/** A function from verdicts to words. */
export function useVerdictText(): (verdict: Verdict) => string {
  const t = useTexts(verdictTexts);
  return (verdict) => {
    if (verdict.kind !== 'differs') return t(verdict.kind);
    return verdict.relative === null ? t('differs-from-zero') : t('differs', { by: signedPercent(verdict.relative) });
  };
}
