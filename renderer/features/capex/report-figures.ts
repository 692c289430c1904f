/**
 * The report's figures of capital expenditure, rebuilt from the bundled series, and what its text says of them.
 *
 * The report prints the figures as pictures: what is rebuilt is their company and their periods, as their
 * titles name them. `statements` names the facts of the text with the figures of the series that each is about;
 * where the report's words can be read in several ways, every reading is there.
 */
import type { ChartSpec } from '../../../shared/chart-spec.ts';

/** `label` is what the report's words are read as, quarters are calendar ones, both inclusive. */
export type Reading = { label: 'as-printed' | 'calendar' | 'latest' | ''; first: string; last: string };

/**
 * total: the sum of the quarters. change: what it is more than the same quarters a year before. growth: the same as
 * a part of it, or of the quarter before. peak: whether the quarter is the highest since `since`.
 */
export type Measure = 'total' | 'change' | 'yoy' | 'qoq' | 'peak';

export type Statement = { factId: string; measure: Measure; readings: readonly Reading[] };

export type FigureId = '004/图54' | '004/图55' | '004/图56' | '004/图57';

export type ReportFigure = {
  /** Of the exhibit, and `report=` in the address. */
  exhibitId: FigureId;
  /** As the report counts its figures. */
  number: string;
  subjectId: string;
  seriesId: string;
  view: Pick<ChartSpec, 'calendar' | 'from' | 'to'>;
  statements: readonly Statement[];
};

/** Where the series of all four begin or before. */
export const PEAK_SINCE = '2020Q3';

const CALENDAR_YEARS = { calendar: 'calendar', from: '2021Q2', to: '2023Q4' } as const;
const year = (of: number): readonly Reading[] => [{ label: '', first: `${of}Q1`, last: `${of}Q4` }];
const quarter = (label: Reading['label'], of: string): Reading => ({ label, first: of, last: of });
const MICROSOFT_QUARTERS = [
  quarter('as-printed', '2022Q4'),
  quarter('calendar', '2023Q2'),
  quarter('latest', '2023Q4'),
] as const;
const MICROSOFT_NEXT = [
  quarter('as-printed', '2023Q1'),
  quarter('calendar', '2023Q3'),
  quarter('latest', '2024Q1'),
] as const;

export const REPORT_FIGURES: readonly ReportFigure[] = [
  {
    exhibitId: '004/图54',
    number: '54',
    subjectId: 'meta',
    seriesId: 'capex/meta/purchases-of-pe-net-of-proceeds',
    view: CALENDAR_YEARS,
    statements: [
      { factId: '004/5/capital-expenditure-guidance:meta:from', measure: 'total', readings: year(2024) },
      { factId: '004/5/capital-expenditure-guidance:meta:to', measure: 'total', readings: year(2024) },
    ],
  },
  {
    exhibitId: '004/图55',
    number: '55',
    subjectId: 'microsoft',
    seriesId: 'capex/microsoft/additions-to-pe',
    view: { calendar: 'fiscal', from: 'FY21Q2', to: 'FY23Q2' },
    statements: [
      { factId: '004/5/event:microsoft-capex', measure: 'peak', readings: MICROSOFT_QUARTERS },
      { factId: '004/5/capital-expenditure-guidance:microsoft:q3', measure: 'qoq', readings: MICROSOFT_NEXT },
    ],
  },
  {
    exhibitId: '004/图56',
    number: '56',
    subjectId: 'google',
    seriesId: 'capex/google/purchases-of-pe',
    view: CALENDAR_YEARS,
    statements: [
      { factId: '004/5/capital-expenditure:google', measure: 'total', readings: [quarter('', '2023Q4')] },
      { factId: '004/5/capital-expenditure-guidance:google', measure: 'yoy', readings: year(2024) },
    ],
  },
  {
    exhibitId: '004/图57',
    number: '57',
    subjectId: 'amazon',
    seriesId: 'capex/amazon/purchases-of-pe',
    view: CALENDAR_YEARS,
    statements: [
      { factId: '004/5/capital-expenditure:amazon', measure: 'total', readings: year(2023) },
      { factId: '004/5/capital-expenditure-change:amazon', measure: 'change', readings: year(2023) },
      { factId: '004/5/capital-expenditure-guidance:amazon', measure: 'yoy', readings: year(2024) },
    ],
  },
];

export function findReportFigure(exhibitId: string | null): ReportFigure | undefined {
  return REPORT_FIGURES.find((figure) => figure.exhibitId === exhibitId);
}

/** The chart of the figure, named as the report names it. */
export function viewOf(
  { seriesId, view }: ReportFigure,
  named: Pick<ChartSpec['figure'], 'number' | 'title'>,
  before: ChartSpec,
): Partial<ChartSpec> {
  return {
    ...view,
    seriesIds: [seriesId],
    kind: 'grouped-bars',
    grain: null,
    transform: 'none',
    relativeTo: undefined,
    currency: '',
    rateFactId: null,
    asKnownOn: '',
    comparedTo: null,
    isLogarithmic: false,
    withGuidance: false,
    figure: { ...before.figure, ...named },
  };
}
