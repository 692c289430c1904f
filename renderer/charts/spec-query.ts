/**
 * A chart's spec in the address: only what differs from where the screen begins, so that the address stays
 * readable and a view can be sent to a colleague. Reads anything; what makes no sense is as at the start.
 *
 *     parseSpec('t=yoy&s=downloads/doubao/…', atStart).transform === 'yoy'
 */
import { type ChartSpec, chartSpecSchema } from '../../shared/chart-spec.ts';

/** Where each field of a spec stands in the address. */
const TEXTS = {
  kind: 'kind',
  panelBy: 'panels',
  from: 'from',
  to: 'to',
  grain: 'grain',
  calendar: 'calendar',
  transform: 't',
  basePeriod: 'base',
  currency: 'currency',
  rateFactId: 'rate',
  relativeTo: 'per',
  asKnownOn: 'known',
  language: 'lang',
} as const satisfies Partial<Record<keyof ChartSpec, string>>;

const SWITCHES = {
  withAverage: 'average',
  isLogarithmic: 'log',
  withEvents: 'events',
  withBounds: 'bounds',
  withPeaks: 'peaks',
  withGuidance: 'guidance',
  isMixAllowed: 'mixed',
} as const satisfies Partial<Record<keyof ChartSpec, string>>;

/** What fields are that say nothing, where that is not ''. */
const UNSAID: Readonly<Record<string, null | undefined | ''>> = {
  from: '',
  to: '',
  basePeriod: '',
  currency: '',
  asKnownOn: '',
  grain: null,
  rateFactId: null,
};

const SERIES = 's';
const COMPARED = 'vs';
const FIGURE = 'figure';
const KEYS: ReadonlySet<string> = new Set([
  ...Object.values(TEXTS),
  ...Object.values(SWITCHES),
  SERIES,
  COMPARED,
  FIGURE,
]);

export function parseSpec(query: string, atStart: ChartSpec): ChartSpec {
  if (query === '') return atStart;
  const params = new URLSearchParams(query);
  const read: Record<string, unknown> = { ...atStart };
  for (const [field, key] of Object.entries(TEXTS)) {
    const text = params.get(key);
    if (text !== null) read[field] = text === '' ? UNSAID[field] : text;
  }
  for (const [field, key] of Object.entries(SWITCHES)) {
    if (params.has(key)) read[field] = params.get(key) === '1';
  }
  if (params.has(SERIES)) read.seriesIds = params.getAll(SERIES).filter(Boolean);
  if (params.has(COMPARED)) read.comparedTo = rangeOf(params.get(COMPARED) ?? '');
  if (params.has(FIGURE)) read.figure = { ...atStart.figure, ...objectOf(params.get(FIGURE) ?? '') };
  const checked = chartSpecSchema.safeParse(read);
  if (checked.success) return checked.data;
  const bad = new Set(checked.error.issues.map(({ path }) => path[0]));
  const fields = Object.entries(read).map(([field, value]) => [
    field,
    // No series is a state of the screen, though no chart.
    bad.has(field) && !isEmptyList(value) ? atStart[field as keyof ChartSpec] : value,
  ]);
  return Object.fromEntries(fields);
}

/** `kept` are parameters of the screen itself, which stay as they are. */
export function printSpec(spec: ChartSpec, atStart: ChartSpec, kept = new URLSearchParams()): string {
  const params = new URLSearchParams([...kept].filter(([key]) => !KEYS.has(key)));
  if (spec.seriesIds.join('\n') !== atStart.seriesIds.join('\n')) {
    if (spec.seriesIds.length === 0) params.append(SERIES, '');
    for (const id of spec.seriesIds) params.append(SERIES, id);
  }
  for (const [field, key] of Object.entries(TEXTS)) {
    const value = spec[field as keyof typeof TEXTS];
    if (value !== atStart[field as keyof typeof TEXTS]) params.set(key, value ?? '');
  }
  for (const [field, key] of Object.entries(SWITCHES)) {
    const value = spec[field as keyof typeof SWITCHES];
    if (value !== atStart[field as keyof typeof SWITCHES]) params.set(key, value ? '1' : '0');
  }
  if (spec.comparedTo !== null) params.set(COMPARED, `${spec.comparedTo.from}..${spec.comparedTo.to}`);
  if (JSON.stringify(spec.figure) !== JSON.stringify(atStart.figure)) params.set(FIGURE, JSON.stringify(spec.figure));
  // A person should be able to read the address.
  return params.toString().replaceAll('%2F', '/').replaceAll('%2C', ',').replaceAll('%3A', ':');
}

function rangeOf(text: string): ChartSpec['comparedTo'] {
  const [from, to] = text.split('..');
  return from && to ? { from, to } : null;
}

function isEmptyList(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0;
}

function objectOf(text: string): object {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? value : {};
  } catch (malformed) {
    if (malformed instanceof SyntaxError) return {};
    throw malformed;
  }
}
