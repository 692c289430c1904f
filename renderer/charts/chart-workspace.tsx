/**
 * A screen of charts: the choice of series at the left; the bar, the chart, one paragraph of commentary and the
 * table of what is drawn. Downloads and capital expenditure fill it with what is theirs:
 *
 *     const shown = useChartSpec(atStart);
 *     <ChartWorkspace {...shown} title={t('downloads')} known={series} offer={OFFER} picker={<…/>} />
 */
import { Button, Loader } from '@mantine/core';
import {
  type Dispatch,
  memo,
  type ReactNode,
  type SetStateAction,
  useCallback,
  useDeferredValue,
  useMemo,
  useRef,
  useState,
} from 'react';
import type { ChartSpec } from '../../shared/chart-spec.ts';
import type { Reference } from '../../shared/charts/commentary.ts';
import type { ChartInputs, Drawn } from '../../shared/charts/drawn.ts';
import { sameInBoth } from '../../shared/language.ts';
import { objectRef } from '../../shared/object-ref.ts';
import type { SeriesSummary } from '../../shared/series.ts';
import { NotesButton } from '../notes/notes-button.tsx';
import { useLocalText, useMessageText, useTexts } from '../texts.ts';
import { Failed } from '../ui/failed.tsx';
import { Icon } from '../ui/icon.tsx';
import { Later } from '../ui/later.tsx';
import { type BarSpec, ChartBar, type ChartOffer } from './chart-bar.tsx';
import { ChartCommentary } from './chart-commentary.tsx';
import { ChartPane } from './chart-pane.tsx';
import classes from './charts.module.css';
import { chartsTexts } from './charts-texts.ts';
import { CompareForm } from './compare-form.tsx';
import { DrawnTable } from './drawn-table.tsx';
import { EventList } from './event-list.tsx';
import { FigurePane } from './figure-pane.tsx';
import { RangeBar } from './range-bar.tsx';
import { SavedViews } from './saved-views.tsx';
import { SeriesToSheet } from './series-to-sheet.tsx';
import type { SpecOnScreen } from './use-chart-spec.ts';
import { useChosen } from './use-chosen.ts';
import { type DrawnAnswer, useDrawn } from './use-drawn.ts';

export type ChartWorkspaceProps = SpecOnScreen & {
  title: string;
  /** Over the chart, where its figure has no title of its own. */
  chartTitle: string;
  /** All series of the screen, memoised. */
  known: readonly SeriesSummary[];
  offer: ChartOffer;
  picker: ReactNode;
  /** Between commentary and table: what a screen says besides. */
  children?: ReactNode;
  /** In place of the chart where no series are chosen. */
  empty?: ReactNode;
};

const NO_FACTS: ChartInputs['facts'] = [];
const NO_PERIODS: readonly string[] = [];
const NO_MARKS: Drawn['events'] = [];
const NO_EVENTS: ChartInputs['events'] = [];
/** What a view that says nothing of it is without. */
const UNSAID: Partial<ChartSpec> = { panelBy: undefined, isMixAllowed: undefined, relativeTo: undefined };
const NOTHING_MARKED: readonly Reference[] = [];

export function ChartWorkspace(props: ChartWorkspaceProps) {
  const { title, known, spec, change, prepare, offer, picker, children } = props;
  const text = useLocalText();
  const [isPrinting, setPrinting] = useState(false);
  const [marked, setMarked] = useState<readonly Reference[]>(NOTHING_MARKED);
  const answer = useDrawn(spec);
  const { drawn, full } = answer;
  // The title changes with the chart, not before it.
  const heldTitle = useRef(props.chartTitle);
  if (answer.isCurrent) heldTitle.current = props.chartTitle;
  const chartTitle = heldTitle.current;
  const shownTitle = text(spec.figure.title) || chartTitle;
  const isReady = drawn !== null && drawn.refusals.length === 0;
  // What leaves the screen bears the title that the screen shows.
  const titled = useMemo(() => (drawn === null ? null : withTitle(drawn, chartTitle)), [drawn, chartTitle]);
  const chosen = useChosen(known, spec.seriesIds);
  const ownGrain = chosen[0]?.grain ?? 'day';
  const grain = drawn?.grain ?? spec.grain ?? ownGrain;
  // The chart is drawn at once; paragraph, table and buttons follow it as soon as there is time.
  const following = useDeferredValue(titled);
  const laterSpec = useDeferredValue(answer.spec);
  const laterChosen = useChosen(known, laterSpec.seriesIds);
  const noted = useMemo(() => laterChosen.map(({ id }) => objectRef('series', id)), [laterChosen]);
  const barKey = JSON.stringify({ ...spec, seriesIds: undefined, figure: undefined });
  const barSpec = useMemo<BarSpec>(() => JSON.parse(barKey), [barKey]);
  const openView = useCallback((view: ChartSpec) => change(changeTo(view)), [change]);
  const prepareView = useCallback((view: ChartSpec) => prepare(changeTo(view)), [prepare]);
  return (
    <div className={classes.workspace}>
      <header className={classes.head}>
        <h1 className={classes.title}>{title}</h1>
        <div className={classes.bar}>
          <ChartBar spec={barSpec} change={change} offer={offer} grain={grain} ownGrain={ownGrain} />
          <CompareForm
            comparedTo={barSpec.comparedTo}
            grain={grain}
            periods={following?.periods ?? NO_PERIODS}
            change={change}
          />
          {offer.switches.includes('withEvents') && (
            <EventList
              isShown={spec.withEvents}
              change={change}
              drawn={following?.events ?? NO_MARKS}
              all={(spec.withEvents && answer.inputs?.events) || NO_EVENTS}
            />
          )}
        </div>
        <div className={classes.space} />
        <NotesButton objectRefs={noted} />
        <SeriesToSheet
          series={laterChosen}
          transform={spec.transform}
          withAverage={spec.withAverage}
          relativeTo={spec.relativeTo}
        />
        <SavedViews spec={laterSpec} onOpen={openView} onAim={prepareView} />
        <FigureButton isPrinting={isPrinting} isReady={isReady} setPrinting={setPrinting} />
      </header>
      <div className={classes.split}>
        <aside className={classes.picker}>
          <Later isReady={answer.isCurrent || answer.failure !== null}>{picker}</Later>
        </aside>
        <div className={classes.main}>
          {titled === null || full === null || !isReady ? (
            <Instead answer={answer} spec={spec} change={change} empty={props.empty} />
          ) : (
            <>
              {isPrinting ? (
                <FigurePane drawn={titled} spec={spec} change={change} title={chartTitle} />
              ) : (
                <ChartPane
                  title={shownTitle}
                  drawn={titled}
                  full={full}
                  known={known}
                  facts={answer.inputs?.facts ?? NO_FACTS}
                  spec={spec}
                  change={change}
                  marked={marked}
                />
              )}
              <div className={classes.commentaryPlace}>
                <Later isReady>
                  <ChartCommentary drawn={following ?? titled} onMark={setMarked} />
                </Later>
              </div>
              {children}
              <div className={classes.table}>
                <Later isReady>
                  <DrawnTable drawn={following ?? titled} />
                </Later>
              </div>
            </>
          )}
        </div>
      </div>
    </div>
  );
}

type FigureButtonProps = {
  isPrinting: boolean;
  isReady: boolean;
  setPrinting: Dispatch<SetStateAction<boolean>>;
};

const FigureButton = memo(function FigureButton({ isPrinting, isReady, setPrinting }: FigureButtonProps) {
  const t = useTexts(chartsTexts);
  return (
    <Button
      variant={isPrinting ? 'light' : 'default'}
      leftSection={<Icon name="export" size={14} />}
      aria-pressed={isPrinting}
      disabled={!isReady}
      onClick={() => setPrinting((before) => !before)}
    >
      {t('figure')}
    </Button>
  );
});

/** The language is the reader's, not the view's. */
function changeTo({ language: _, ...view }: ChartSpec): Partial<ChartSpec> {
  return { ...UNSAID, ...view };
}

/** Why there is no chart, and what to do. */
type InsteadProps = { answer: DrawnAnswer; empty: ReactNode } & Pick<ChartWorkspaceProps, 'spec' | 'change'>;

function Instead({ answer, spec, change, empty }: InsteadProps) {
  const t = useTexts(chartsTexts);
  const say = useMessageText();
  const { drawn, full, failure, retry } = answer;
  if (failure !== null) return <Failed className={classes.state} failure={failure} onRetry={retry} />;
  if (spec.seriesIds.length === 0) return <>{empty ?? <div className={classes.state}>{t('noSeries')}</div>}</>;
  if (drawn === null) {
    return (
      <div className={classes.state} role="status" aria-label={t('loading')}>
        <Loader size="sm" />
      </div>
    );
  }
  const hasRange = spec.from !== '' || spec.to !== '';
  return (
    <>
      <div className={classes.state} role="status">
        <ul className={classes.refusals}>
          {drawn.refusals.map((refusal) => (
            <li key={JSON.stringify(refusal)}>{say(refusal)}</li>
          ))}
        </ul>
        {drawn.refusals.some(({ key }) => MIXED.has(key)) && (
          <Button variant="default" onClick={() => change({ isMixAllowed: true })}>
            {t('allowMix')}
          </Button>
        )}
        {hasRange && drawn.refusals.some(({ key }) => OUT_OF_RANGE.has(key)) && (
          <Button variant="default" onClick={() => change({ from: '', to: '' })}>
            {t('showAllPeriods')}
          </Button>
        )}
      </div>
      {full !== null && full !== drawn && <RangeBar full={full} from={spec.from} to={spec.to} onChange={change} />}
    </>
  );
}

/** Refused as long as the user does not insist. */
const MIXED: ReadonlySet<string> = new Set(['chart.definitionsAdded', 'chart.vendorsAdded']);

/** Refused for its range: over all there is, something can be drawn. */
const OUT_OF_RANGE: ReadonlySet<string> = new Set([
  'chart.nothingIn',
  'chart.nothingAfter',
  'chart.nothingBefore',
  'chart.periodsReversed',
  'chart.noTransformed',
  'chart.noValues',
]);

function withTitle(drawn: Drawn, title: string): Drawn {
  const { figure } = drawn.spec;
  if (figure.title.zh !== '' || figure.title.en !== '') return drawn;
  return { ...drawn, spec: { ...drawn.spec, figure: { ...figure, title: sameInBoth(title) } } };
}
