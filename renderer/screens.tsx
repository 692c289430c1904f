/**
 * The screens, each with its code: home and sheets are there from the start, the others are read when they are first
 * shown or before, while nothing else happens.
 *
 * React's own `lazy` would do, but once it has shown nothing in place of a screen it shows no more for 300 ms.
 */
import { type ComponentType, useEffect, useReducer, useState } from 'react';
import { loadFacts } from './facts/facts-store.ts';
import { HomeScreen } from './features/home/home-screen.tsx';
import { SheetScreen } from './features/sheet/sheet-screen.tsx';
import { readListAhead } from './securities/list-contents.ts';
import { loadSeries } from './series/series-store.ts';
import type { Route } from './shell/routes.ts';

type Name = Route['screen'];
type RouteOf<S extends Name> = Extract<Route, { screen: S }>;
type Later = Exclude<Name, 'home' | 'sheet'>;
type Shown = ComponentType<{ route: Route }>;

// Each takes its own route: that the table and the route name the same screen is all that ties the two together.
const read = new Map<Name, Shown>([
  ['home', HomeScreen],
  ['sheet', SheetOfRoute as Shown],
]);

const LATER: { [S in Later]: () => Promise<{ default: ComponentType<{ route: RouteOf<S> }> }> } = {
  models: () => import('./features/models/models-screen.tsx'),
  sources: () => import('./features/sources/sources-screen.tsx'),
  prices: () => import('./features/prices/prices-screen.tsx'),
  downloads: () => import('./features/downloads/downloads-screen.tsx'),
  capex: () => import('./features/capex/capex-screen.tsx'),
  conflicts: () => import('./features/conflicts/conflicts-screen.tsx'),
  search: () => import('./features/search/search-screen.tsx'),
  import: () => import('./features/import/import-screen.tsx'),
  watchlist: () => import('./features/watchlist/watchlist-screen.tsx'),
  calendar: () => import('./features/calendar/calendar-screen.tsx'),
  theses: () => import('./features/theses/theses-screen.tsx'),
  security: () => import('./features/security/security-screen.tsx'),
  vault: () => import('./features/vault/vault-screen.tsx'),
  scorecard: () => import('./features/scorecard/scorecard-screen.tsx'),
  'import-bars': () => import('./features/bar-import/bar-import-screen.tsx'),
  notes: () => import('./features/notes/notes-screen.tsx'),
  'import-series': () => import('./features/series-import/series-import-screen.tsx'),
};

/** Reads the code of a screen where it is not there yet. */
export async function readScreen(name: Name): Promise<void> {
  if (name === 'home' || name === 'sheet' || read.has(name)) return;
  const { default: screen } = await LATER[name]();
  read.set(name, screen as Shown);
}

/** Those with charts bring the most code with them, and a long list is to be there at once. */
const AHEAD: readonly Name[] = ['downloads', 'capex', 'watchlist'];

/**
 * So that the first chart waits for its figures only, and the first list for nothing: with the code what they choose
 * from. What fails here is read again when it is shown.
 */
export async function readAhead(): Promise<void> {
  await Promise.allSettled([...AHEAD.map(readScreen), loadFacts(), loadSeries(), readListAhead('')]);
}

/** To be mounted anew for another screen. */
export function Screen({ route }: { route: Route }) {
  const name = route.screen;
  const [, renderAgain] = useReducer((count: number) => count + 1, 0);
  const [failure, setFailure] = useState<{ thrown: unknown } | null>(null);
  const Shown = read.get(name);
  const isRead = Shown !== undefined;
  useEffect(() => {
    if (isRead) return;
    readScreen(name).then(renderAgain, (thrown) => setFailure({ thrown }));
  }, [isRead, name]);
  if (failure !== null) throw failure.thrown;
  return Shown && <Shown route={route} />;
}

function SheetOfRoute({ route }: { route: RouteOf<'sheet'> }) {
  return <SheetScreen key={route.sheetId} sheetId={route.sheetId} />;
}
