/** One factual paragraph about the chart; the pointer or the focus on a claim marks the numbers that it rests on. */
import { ActionIcon } from '@mantine/core';
import { memo, useMemo } from 'react';
import { chartCommentary, type Reference } from '../../shared/charts/commentary.ts';
import type { Drawn } from '../../shared/charts/drawn.ts';
import { showNotice } from '../shell/notices.tsx';
import { useTexts } from '../texts.ts';
import { Icon } from '../ui/icon.tsx';
import classes from './charts.module.css';
import { chartsTexts } from './charts-texts.ts';

type ChartCommentaryProps = { drawn: Drawn; onMark: (marked: readonly Reference[]) => void };

const NOTHING: readonly Reference[] = [];

export const ChartCommentary = memo(function ChartCommentary({ drawn, onMark }: ChartCommentaryProps) {
  const t = useTexts(chartsTexts);
  const { text, claims } = useMemo(() => chartCommentary(drawn), [drawn]);
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => showNotice(chartsTexts.copied),
      () => showNotice(chartsTexts.copyRefused),
    );
  return (
    <section className={classes.commentary} aria-label={t('commentary')}>
      <h2 className={classes.commentaryTitle}>{t('commentary')}</h2>
      <p>
        {claims.length === 0 && t('noCommentary')}
        {claims.map((claim) => {
          const mark = () => onMark(claim.references);
          const clear = () => onMark(NOTHING);
          return (
            <button
              key={claim.text}
              type="button"
              className={classes.claim}
              onMouseEnter={mark}
              onMouseLeave={clear}
              onFocus={mark}
              onBlur={clear}
            >
              {claim.text}
            </button>
          );
        })}
      </p>
      <ActionIcon size={24} disabled={claims.length === 0} aria-label={t('copyCommentary')} onClick={() => void copy()}>
        <Icon name="copy" size={14} />
      </ActionIcon>
    </section>
  );
});
