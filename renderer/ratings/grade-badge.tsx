/** A grade in its broker's words; on hover what the scale prints of it: band, index, horizon and where. */
import { Popover } from '@mantine/core';
import { useId, useState } from 'react';
import type { Grade, RatingScale } from '../../shared/ratings.ts';
import { useFactsData } from '../facts/use-facts-data.ts';
import { useLocalText, useTexts } from '../texts.ts';
import { citationOf } from '../ui/citation.ts';
import { useBandText, useHorizonText } from './rating-words.ts';
import classes from './ratings.module.css';
import { ratingsTexts } from './ratings-texts.ts';

type GradeBadgeProps = {
  /** Undefined where it is gone: the id is shown. */
  scale: RatingScale | undefined;
  gradeId: string;
  isLapsed?: boolean;
  /** Where the badge may take the focus, the scale is shown by keyboard too. */
  isFocusable?: boolean;
};

export function GradeBadge({ scale, gradeId, isLapsed = false, isFocusable = false }: GradeBadgeProps) {
  const [isOpen, setOpen] = useState(false);
  const cardId = useId();
  const local = useLocalText();
  const grade = scale?.grades.find(({ id }) => id === gradeId);
  if (scale === undefined || grade === undefined) return <span className={classes.badge}>{gradeId}</span>;
  const show = () => setOpen(true);
  const hide = () => setOpen(false);
  return (
    <Popover
      opened={isOpen}
      withRoles={false}
      position="bottom-start"
      width={380}
      shadow="md"
      withinPortal
      trapFocus={false}
    >
      <Popover.Target>
        <span
          className={classes.badge}
          data-tone={toneOf(scale, grade)}
          data-lapsed={isLapsed || undefined}
          aria-describedby={isOpen ? cardId : undefined}
          tabIndex={isFocusable ? 0 : undefined}
          onMouseEnter={show}
          onMouseLeave={hide}
          onFocus={show}
          onBlur={hide}
          onKeyDown={(event) => {
            if (event.key === 'Escape') hide();
          }}
        >
          <GradeName grade={grade} />
        </span>
      </Popover.Target>
      <Popover.Dropdown id={cardId} role="dialog" aria-label={local(scale.name)} className={classes.hover}>
        <ScaleCard scale={scale} gradeId={gradeId} />
      </Popover.Dropdown>
    </Popover>
  );
}

/** The whole scale as its report prints it; one grade marked. */
export function ScaleCard({ scale, gradeId }: { scale: RatingScale; gradeId?: string }) {
  const t = useTexts(ratingsTexts);
  const local = useLocalText();
  const bandText = useBandText();
  const horizonText = useHorizonText();
  const { sources } = useFactsData();
  const source = sources.get(scale.sourceId);
  return (
    <div className={classes.card}>
      <div className={classes.cardTitle}>
        {local(scale.name)} · {horizonText(scale.horizon)}
      </div>
      <dl className={classes.grades}>
        {scale.grades.map((grade) => (
          <div key={grade.id} className={classes.gradeRow} data-marked={grade.id === gradeId || undefined}>
            <dt>
              <GradeName grade={grade} />
            </dt>
            <dd>
              {bandText(grade.band)}
              {grade.words !== '' && <q className={classes.words}>{grade.words}</q>}
            </dd>
          </div>
        ))}
      </dl>
      {scale.benchmarks.map(({ market, words }) => (
        <div key={market} className={classes.aside}>
          {t(`market-${market}`)}: {words}
        </div>
      ))}
      {local(scale.note) !== '' && <p className={classes.aside}>{local(scale.note)}</p>}
      {gradeId !== undefined && <p className={classes.aside}>{t('boundRule')}</p>}
      {source !== undefined && <p className={classes.aside}>{citationOf(source)}</p>}
    </div>
  );
}

/** As printed, with the English word beside it for who reads English. */
function GradeName({ grade }: { grade: Grade }) {
  const local = useLocalText();
  const { zh } = grade.name;
  const said = local(grade.name);
  return <>{said === zh || zh === '' ? said : `${said} ${zh}`}</>;
}

/** Grades above the one that has an excess return of zero are up, those below it are down. */
export function toneOf({ grades }: RatingScale, { band }: Grade): 'up' | 'down' | 'level' | 'none' {
  if (band === null) return 'none';
  const isZeroIn = grades.some(({ band: each }) => each !== null && (each.low ?? -1) <= 0 && (each.high ?? 1) > 0);
  if (!isZeroIn) return 'level';
  if (band.low !== null && band.low > 0) return 'up';
  return band.high !== null && band.high <= 0 ? 'down' : 'level';
}
