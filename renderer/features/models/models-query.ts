/**
 * What the screen of models keeps of itself in the address: chosen columns and rows, the setting that a
 * row compares, filters, and the view below. Reads anything, and writes only what differs from the start.
 */
import { SIZE_CLASSES, type SizeClass } from './size-class.ts';

export const VIEWS = ['bar', 'radar', 'size', 'price', 'cheapest', 'none'] as const;
export type View = (typeof VIEWS)[number];

export type ModelsQuery = {
  /** Models as columns, in order; null where the user has not chosen. */
  models: readonly string[] | null;
  /** The exhibit whose models are the columns; '' for none, and `all` for every model with a score. */
  exhibit: string;
  /** Benchmarks as rows; null for those with enough scores. */
  rows: readonly string[] | null;
  /** By benchmark, where it is not the most common one. */
  settings: Readonly<Record<string, string>>;
  /** Benchmarks in which scores of other settings count for the best, because the user said so. */
  mixed: readonly string[];
  organisations: readonly string[];
  /** Size classes: 0, 1, 2. */
  sizes: readonly number[];
  openness: '' | 'open' | 'closed';
  from: string;
  to: string;
  text: string;
  /** Upper bounds of the first two size classes, in billions of parameters. */
  bounds: readonly [number, number];
  /** Size classes that the user gave to models. */
  classes: Readonly<Record<string, SizeClass>>;
  view: View;
  /** The benchmark of the view; '' for the first row. */
  benchmark: string;
  /** Models of the radar; null for those with most scores. */
  picked: readonly string[] | null;
  /** Of the cheapest model: the least score; '' for none yet. */
  score: string;
  /** Input tokens to one output token, for a price of both. */
  mix: number;
};

export const AT_START: ModelsQuery = {
  models: null,
  exhibit: '',
  rows: null,
  settings: {},
  mixed: [],
  organisations: [],
  sizes: [],
  openness: '',
  from: '',
  to: '',
  text: '',
  bounds: [15, 100],
  classes: {},
  view: 'bar',
  benchmark: '',
  picked: null,
  score: '',
  mix: 3,
};

export function parseQuery(query: string): ModelsQuery {
  const params = new URLSearchParams(query);
  const list = (key: string) => params.get(key)?.split(',').filter(Boolean);
  const openness = params.get('open');
  const [low, high] = (list('bounds') ?? []).map(Number);
  const mix = Number(params.get('mix'));
  return {
    models: list('models') ?? null,
    exhibit: params.get('exhibit') ?? '',
    rows: list('rows') ?? null,
    settings: Object.fromEntries(params.getAll('set').flatMap(pairOf)),
    mixed: list('mixed') ?? [],
    organisations: list('org') ?? [],
    sizes: (list('size') ?? []).map(Number).filter((size) => size === 0 || size === 1 || size === 2),
    openness: openness === 'open' || openness === 'closed' ? openness : '',
    from: params.get('from') ?? '',
    to: params.get('to') ?? '',
    text: params.get('q') ?? '',
    bounds: low > 0 && high >= low ? [low, high] : AT_START.bounds,
    classes: Object.fromEntries(
      params.getAll('class').flatMap((text) =>
        pairOf(text).flatMap(([model, said]) => {
          const size = SIZE_CLASSES.find((each) => String(each) === said);
          return size === undefined ? [] : [[model, size]];
        }),
      ),
    ),
    view: VIEWS.find((view) => view === params.get('view')) ?? AT_START.view,
    benchmark: params.get('on') ?? '',
    picked: list('picked') ?? null,
    score: params.get('score') ?? '',
    mix: mix > 0 ? mix : AT_START.mix,
  };
}

/** `mmlu:5-shot`; none of a text without a colon. */
function pairOf(text: string): [string, string][] {
  const at = text.indexOf(':');
  return at < 0 ? [] : [[text.slice(0, at), text.slice(at + 1)]];
}

export function printQuery(query: ModelsQuery): string {
  const params = new URLSearchParams();
  const put = (key: string, value: string, usual = '') => {
    if (value !== usual) params.append(key, value);
  };
  // A list that the user emptied is there, and empty.
  if (query.models !== null) params.set('models', query.models.join());
  put('exhibit', query.exhibit);
  if (query.rows !== null) params.set('rows', query.rows.join());
  for (const [benchmark, setting] of Object.entries(query.settings)) put('set', `${benchmark}:${setting}`);
  put('mixed', query.mixed.join());
  put('org', query.organisations.join());
  put('size', query.sizes.join());
  put('open', query.openness);
  put('from', query.from);
  put('to', query.to);
  put('q', query.text);
  put('bounds', query.bounds.join(), AT_START.bounds.join());
  for (const [model, size] of Object.entries(query.classes)) put('class', `${model}:${size}`);
  put('view', query.view, AT_START.view);
  put('on', query.benchmark);
  if (query.picked !== null) params.set('picked', query.picked.join());
  put('score', query.score);
  put('mix', String(query.mix), String(AT_START.mix));
  // Ids have colons and commas, and a person should be able to read the address.
  return params.toString().replaceAll('%2C', ',').replaceAll('%3A', ':').replaceAll('%2F', '/');
}

export function isFiltered({ organisations, sizes, openness, from, to, text }: ModelsQuery): boolean {
  return organisations.length + sizes.length > 0 || [openness, from, to, text].some((set) => set !== '');
}
