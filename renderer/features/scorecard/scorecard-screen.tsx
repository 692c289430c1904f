/** The scorecard: what ratings said would happen, what happened, and what follows from many of them, which is little from few. */
import { Button, Loader, Progress, SegmentedControl, Select } from '@mantine/core';
import { useCallback, useEffect, useMemo, useState } from 'react';
import type { Scales } from '../../../shared/rating-methods.ts';
import type { Scorecard, ScorecardRow } from '../../../shared/scorecard.ts';
import { PeriodInput } from '../../charts/period-input.tsx';
import { useNameOf } from '../../facts/use-facts-data.ts';
import { followRatings, useRatingsAnswer } from '../../ratings/ratings-store.ts';
import { useSecurityName } from '../../securities/use-securities.ts';
import { goTo, replaceQuery } from '../../shell/routes.ts';
import { useMessageText, useTexts } from '../../texts.ts';
import { DataTable } from '../../ui/data-table/data-table.tsx';
import { Failed } from '../../ui/failed.tsx';
import { VaultGate } from '../../vault/vault-gate.tsx';
import { CalibrationView } from './calibration-view.tsx';
import { GroupTable } from './group-table.tsx';
import { RatingDetail } from './rating-detail.tsx';
import { ScalesView } from './scales-view.tsx';
import classes from './scorecard.module.css';
import { type ScaleOf, useScorecardColumns } from './scorecard-columns.tsx';
import { INCLUDES, parseQuery, printQuery, type ScorecardQuery, VIEWS } from './scorecard-query.ts';
import { scorecardTexts } from './scorecard-texts.ts';
import { useScorecard } from './use-scorecard.ts';

type Change = (changed: Partial<ScorecardQuery>) => void;

export default function ScorecardScreen({ route }: { route: { query?: string } }) {
  const t = useTexts(scorecardTexts);
  const query = useMemo(() => parseQuery(route.query ?? ''), [route.query]);
  const change: Change = useCallback((changed) => replaceQuery(printQuery({ ...query, ...changed })), [query]);
  useEffect(followRatings, []);
  const scorecard = <ScorecardPane query={query} change={change} />;
  return (
    <div className={classes.screen}>
      <header className={classes.head}>
        <h1 className={classes.title}>{t('scorecard')}</h1>
        <SegmentedControl
          aria-label={t('view')}
          value={query.view}
          onChange={(view) => change({ view })}
          data={VIEWS.map((value) => ({ value, label: t(`view-${value}`) }))}
        />
        {query.view !== 'scales' && (
          <SegmentedControl
            aria-label={t('include')}
            value={query.include}
            onChange={(include) => change({ include })}
            data={INCLUDES.map((value) => ({ value, label: t(`include-${value}`) }))}
          />
        )}
        <div className={classes.space} />
        {query.view !== 'scales' && <Filters query={query} change={change} />}
      </header>
      {query.view === 'scales' ? (
        <ScalesView />
      ) : query.include === 'brokers' ? (
        scorecard
      ) : (
        // Locking takes away what was read, and what is shown of it.
        <VaultGate>{scorecard}</VaultGate>
      )}
    </div>
  );
}

function Filters({ query, change }: { query: ScorecardQuery; change: Change }) {
  const t = useTexts(scorecardTexts);
  const nameOf = useNameOf();
  const securityName = useSecurityName();
  const { answer } = useRatingsAnswer('listRatings', {});
  const idsOf = (pick: 'brokerId' | 'securityId') => {
    const ids = new Set(answer?.map(({ rating }) => rating[pick]));
    if (query[pick] !== '') ids.add(query[pick]);
    return [...ids];
  };
  return (
    <>
      {query.include !== 'own' && (
        <Select
          w={150}
          aria-label={t('broker')}
          value={query.brokerId}
          data={[
            { value: '', label: t('anyBroker') },
            ...idsOf('brokerId').map((value) => ({ value, label: nameOf(value) })),
          ]}
          onChange={(next) => change({ brokerId: next ?? '' })}
        />
      )}
      <Select
        w={170}
        aria-label={t('security')}
        value={query.securityId}
        searchable
        data={[
          { value: '', label: t('anySecurity') },
          ...idsOf('securityId').map((value) => ({ value, label: securityName(value) })),
        ]}
        onChange={(next) => change({ securityId: next ?? '' })}
      />
      <PeriodInput label={t('from')} grain="day" value={query.from} onChange={(from) => change({ from })} />
      <PeriodInput label={t('to')} grain="day" value={query.to} onChange={(to) => change({ to })} />
    </>
  );
}

function ScorecardPane({ query, change }: { query: ScorecardQuery; change: Change }) {
  const t = useTexts(scorecardTexts);
  const messageText = useMessageText();
  const { include, brokerId, securityId, from, to } = query;
  const given = useScorecard({
    include,
    brokerIds: brokerId === '' || include === 'own' ? undefined : [brokerId],
    securityId: securityId || undefined,
    from: from || undefined,
    to: to || undefined,
  });
  const scales = useRatingsAnswer('listScales', {});
  const failure = given.failure ?? scales.failure;
  if (failure !== null) {
    return (
      <Failed
        className={classes.state}
        failure={failure}
        onRetry={() => {
          given.retry();
          scales.retry();
        }}
      />
    );
  }
  if (given.answer === undefined || scales.answer === undefined) {
    const { progress, stop } = given;
    return (
      <div className={classes.state} role="status" aria-label={t('loading')}>
        {progress?.message ? (
          <>
            <Progress w={320} value={progress.share * 100} aria-label={t('loading')} />
            <p className={classes.aside}>{messageText(progress.message)}</p>
            <Button variant="default" onClick={stop}>
              {t('stop')}
            </Button>
          </>
        ) : (
          <Loader size="sm" />
        )}
      </div>
    );
  }
  return <Views query={query} change={change} scorecard={given.answer} scales={scales.answer} />;
}

type ViewsProps = { query: ScorecardQuery; change: Change; scorecard: Scorecard; scales: Scales };

function Views({ query, scorecard, scales }: ViewsProps) {
  const t = useTexts(scorecardTexts);
  const byId = useMemo(() => new Map(scales.scales.map((scale) => [scale.id, scale])), [scales]);
  const scaleOf: ScaleOf = useCallback((scaleId) => byId.get(scaleId), [byId]);
  if (query.view === 'groups') {
    return (
      <GroupTable
        label={t('groupsTitle')}
        title={scorecardTexts.groupsTitle}
        groups={scorecard.groups}
        scaleOf={scaleOf}
      />
    );
  }
  if (query.view === 'calibration') return <CalibrationView scorecard={scorecard} scaleOf={scaleOf} />;
  return <RatingsView rows={scorecard.rows} scales={scales} scaleOf={scaleOf} />;
}

type RatingsViewProps = { rows: readonly ScorecardRow[]; scales: Scales; scaleOf: ScaleOf };

function RatingsView({ rows, scales, scaleOf }: RatingsViewProps) {
  const t = useTexts(scorecardTexts);
  const columns = useScorecardColumns(scaleOf);
  const [chosen, setChosen] = useState<string | null>(null);
  const shown = rows.find((row) => keyOf(row) === chosen) ?? rows.find(({ outcome }) => outcome.untold === null);
  const shownKey = shown && keyOf(shown);
  const selected = useMemo(() => new Set(shownKey === undefined ? [] : [shownKey]), [shownKey]);
  const hasNone = rows.length > 0 && rows.every(({ outcome }) => outcome.start === null);
  return (
    <div className={classes.ratings}>
      {hasNone && (
        <p className={classes.notice}>
          {t('noPricesHint')}{' '}
          <Button variant="subtle" onClick={() => goTo({ screen: 'import-bars' })}>
            {t('importBars')}
          </Button>
        </p>
      )}
      <div className={classes.list}>
        <DataTable
          label={t('scorecard')}
          title={scorecardTexts.title}
          rows={rows}
          columns={columns}
          rowKey={keyOf}
          selected={selected}
          isPrivateRow={isOwn}
          onOpen={(row) => setChosen(keyOf(row))}
          empty={t('none')}
        />
      </div>
      {shown === undefined ? (
        rows.length > 0 && <p className={classes.hint}>{t('pick')}</p>
      ) : (
        <RatingDetail key={shownKey} row={shown} scales={scales} scaleOf={scaleOf} />
      )}
    </div>
  );
}

function keyOf({ id, isOwn: own }: ScorecardRow): string {
  return own ? `own ${id}` : id;
}

function isOwn(row: ScorecardRow): boolean {
  return row.isOwn;
}
