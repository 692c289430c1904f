/** What follows from many ratings, by group: counts always, a share and means only where there are enough. */
import { useMemo } from 'react';
import type { LocalText } from '../../../shared/language.ts';
import { FEWEST_ENDED, type ScoreGroup } from '../../../shared/scorecard.ts';
import { useNameOf } from '../../facts/use-facts-data.ts';
import { boundText } from '../../ratings/rating-words.ts';
import { useLocalText, useTexts } from '../../texts.ts';
import type { DataColumn } from '../../ui/data-table/data-columns.ts';
import { DataTable } from '../../ui/data-table/data-table.tsx';
import classes from './scorecard.module.css';
import { ExcessFigure, type ScaleOf } from './scorecard-columns.tsx';
import { scorecardTexts } from './scorecard-texts.ts';

type GroupTableProps = { label: string; title: LocalText; groups: readonly ScoreGroup[]; scaleOf: ScaleOf };

/** Groups are under a heading for each way of grouping. */
type Row = { heading: string; isOwn: boolean } | { heading: null; group: ScoreGroup };

export function GroupTable({ label, title, groups, scaleOf }: GroupTableProps) {
  const t = useTexts(scorecardTexts);
  const columns = useGroupColumns(scaleOf);
  const rows = useMemo(() => {
    const found: Row[] = [];
    let last = '';
    for (const group of groups) {
      const heading = headingOfGroup(group, t);
      if (heading !== last && heading !== '') found.push({ heading, isOwn: group.isOwn });
      last = heading;
      found.push({ heading: null, group });
    }
    return found;
  }, [groups, t]);
  return (
    <DataTable
      label={label}
      title={title}
      rows={rows}
      columns={columns}
      rowKey={keyOf}
      headingOf={headingOf}
      isPrivateRow={isPrivate}
      toolbar={<p className={classes.hint}>{t('tooFewHint', { count: FEWEST_ENDED })}</p>}
    />
  );
}

/** '' of what stands above all groups. */
function headingOfGroup({ isOwn, by }: ScoreGroup, t: (key: keyof typeof scorecardTexts) => string): string {
  if (by === 'all') return isOwn ? t('include-own') : '';
  return isOwn ? `${t('include-own')} · ${t(`by-${by}`)}` : t(`by-${by}`);
}

function headingOf({ heading }: Row): string | null {
  return heading;
}

function keyOf(row: Row): string {
  return row.heading ?? [row.group.isOwn, row.group.by, row.group.key].join(' ');
}

function isPrivate(row: Row): boolean {
  return row.heading === null ? row.group.isOwn : row.isOwn;
}

function useGroupColumns(scaleOf: ScaleOf): readonly DataColumn<Row>[] {
  const t = useTexts(scorecardTexts);
  const local = useLocalText();
  const nameOf = useNameOf();
  return useMemo(() => {
    const nameOfGroup = ({ by, key }: ScoreGroup) => {
      if (by === 'all') return t('by-all');
      if (by === 'broker') return nameOf(key);
      if (by !== 'grade') return key;
      const at = key.lastIndexOf('/');
      const scale = scaleOf(key.slice(0, at));
      const grade = scale?.grades.find(({ id }) => id === key.slice(at + 1));
      return scale === undefined || grade === undefined ? key : `${local(scale.name)} · ${local(grade.name)}`;
    };
    const count = (id: 'ratings' | 'ended' | 'running' | 'untold' | 'independent', hint?: string): DataColumn<Row> => ({
      id,
      heading: t(id),
      hint,
      width: 112,
      align: 'right',
      value: (row) => (row.heading === null ? row.group[id] : null),
    });
    const concluded = (
      id: 'mean' | 'median',
      pick: (conclusion: NonNullable<ScoreGroup['conclusion']>) => number,
    ): DataColumn<Row> => {
      const shareOf = (row: Row) => {
        const conclusion = row.heading === null ? row.group.conclusion : null;
        return conclusion === null ? null : pick(conclusion);
      };
      return {
        id,
        heading: t(id),
        unit: '%',
        width: 134,
        align: 'right',
        value: (row) => percent(shareOf(row)),
        cell: (row) => {
          const share = shareOf(row);
          return share === null ? <span className={classes.aside}>–</span> : <ExcessFigure share={share} />;
        },
      };
    };
    const columns: DataColumn<Row>[] = [
      {
        id: 'group',
        heading: t('by'),
        width: 290,
        value: (row) => (row.heading === null ? nameOfGroup(row.group) : row.heading),
      },
      count('ratings'),
      count('ended'),
      count('running'),
      count('untold'),
      count('independent', t('independentHint')),
      {
        id: 'share',
        heading: t('share'),
        unit: '%',
        width: 150,
        align: 'right',
        value: (row) => percent(row.heading === null ? (row.group.conclusion?.share ?? null) : null),
        cell: (row) => {
          const conclusion = row.heading === null ? row.group.conclusion : null;
          if (conclusion === null) return <span className={classes.aside}>{t('tooFew')}</span>;
          return boundText(round(conclusion.share));
        },
      },
      {
        id: 'interval',
        heading: t('interval'),
        hint: t('intervalHint'),
        width: 130,
        value: (row) => {
          const conclusion = row.heading === null ? row.group.conclusion : null;
          if (conclusion === null) return null;
          return `${boundText(round(conclusion.low))}–${boundText(round(conclusion.high))}`;
        },
      },
      concluded('mean', ({ meanExcess }) => meanExcess),
      concluded('median', ({ medianExcess }) => medianExcess),
    ];
    return columns;
  }, [t, local, nameOf, scaleOf]);
}

/** To tenths of a percent. */
function round(share: number): number {
  return Math.round(share * 1000) / 1000;
}

function percent(share: number | null): number | null {
  return share === null ? null : Number((share * 100).toPrecision(12));
}
