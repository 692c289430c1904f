/** The shell around the screens: providers, rail, palette, notices, jobs, which screen is shown, and the panel of facts beside it. */
import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { type ComponentType, lazy, Suspense, useEffect, useState } from 'react';
import classes from './app.module.css';
import { FactCommands } from './facts/fact-commands.ts';
import { loadFacts, useFacts } from './facts/facts-store.ts';
import { useFactPanel } from './facts/open-fact.ts';
import { BarImportCommands } from './features/bar-import/bar-import-commands.ts';
import { HomeCommands } from './features/home/home-commands.ts';
import { HomeScreen } from './features/home/home-screen.tsx';
import { ImportCommands } from './features/import/import-commands.ts';
import { NotesCommands } from './features/notes/notes-commands.ts';
import { SearchCommands } from './features/search/search-commands.ts';
import { SeriesImportCommands } from './features/series-import/series-import-commands.ts';
import { SheetScreen } from './features/sheet/sheet-screen.tsx';
import { WatchlistCommands } from './features/watchlist/watchlist-commands.ts';
import { followDrafts } from './notes/note-drafts.ts';
import { RatingCommands } from './ratings/rating-commands.ts';
import { readAllSecuritiesAhead } from './securities/list-contents.ts';
import { loadSeries } from './series/series-store.ts';
import { ConnectionNotice } from './shell/connection-notice.tsx';
import { ErrorBoundary } from './shell/error-boundary.tsx';
import { followWorkbench } from './shell/follow-workbench.ts';
import { JobProgress } from './shell/job-progress.tsx';
import { showFailure } from './shell/notices.tsx';
import { Palette } from './shell/palette.tsx';
import { loadPreferences, usePreferences } from './shell/preferences.ts';
import { Rail } from './shell/rail.tsx';
import { type Route, useRoute } from './shell/routes.ts';
import { ShellCommands } from './shell/shell-commands.ts';
import { ShortcutsDialog } from './shell/shortcuts.tsx';
import { resolveVariables, theme } from './shell/theme.ts';
import { VaultButton } from './vault/vault-button.tsx';
import { VaultCommands } from './vault/vault-commands.ts';

type RouteOf<S extends Route['screen']> = Extract<Route, { screen: S }>;
/** Only home and sheets are read at the start; the others come when they are first shown. */
type Screens = { [S in Route['screen']]: ComponentType<{ route: RouteOf<S> }> };

const readDownloads = () => import('./features/downloads/downloads-screen.tsx');
const readCapex = () => import('./features/capex/capex-screen.tsx');
const readWatchlist = () => import('./features/watchlist/watchlist-screen.tsx');

const SCREENS: Screens = {
  home: HomeScreen,
  sheet: ({ route }: { route: RouteOf<'sheet'> }) => <SheetScreen key={route.sheetId} sheetId={route.sheetId} />,
  models: lazy(() => import('./features/models/models-screen.tsx')),
  sources: lazy(() => import('./features/sources/sources-screen.tsx')),
  prices: lazy(() => import('./features/prices/prices-screen.tsx')),
  downloads: lazy(readDownloads),
  capex: lazy(readCapex),
  conflicts: lazy(() => import('./features/conflicts/conflicts-screen.tsx')),
  search: lazy(() => import('./features/search/search-screen.tsx')),
  import: lazy(() => import('./features/import/import-screen.tsx')),
  watchlist: lazy(readWatchlist),
  calendar: lazy(() => import('./features/calendar/calendar-screen.tsx')),
  theses: lazy(() => import('./features/theses/theses-screen.tsx')),
  security: lazy(() => import('./features/security/security-screen.tsx')),
  vault: lazy(() => import('./features/vault/vault-screen.tsx')),
  scorecard: lazy(() => import('./features/scorecard/scorecard-screen.tsx')),
  'import-bars': lazy(() => import('./features/bar-import/bar-import-screen.tsx')),
  notes: lazy(() => import('./features/notes/notes-screen.tsx')),
  'import-series': lazy(() => import('./features/series-import/series-import-screen.tsx')),
};
/** Once the first screen is there. */
const READ_AHEAD_AFTER_MS = 500;
/** Those with charts bring the most code with them, and a long list is to be there at once. */
const READ_AHEAD = { downloads: readDownloads, capex: readCapex, watchlist: readWatchlist };
/** What was read ahead, to be drawn without `lazy`: that shows nothing first, and React then shows no more for 300 ms. */
const readScreens = new Map<string, ComponentType<{ route: never }>>();

/** So that the first chart waits for its figures only, and the first list for nothing. What fails here is read again when it is shown. */
async function readAhead(): Promise<void> {
  const reading = Object.entries(READ_AHEAD).map(async ([screen, read]) =>
    readScreens.set(screen, (await read()).default),
  );
  // With what they choose from.
  await Promise.allSettled([...reading, loadFacts(), loadSeries(), readAllSecuritiesAhead()]);
}

const FactPanel = lazy(() => import('./facts/fact-panel.tsx'));

export function App() {
  const { language, theme: colourTheme, chosen } = usePreferences();
  const openConflicts = useFacts((state) => state.openConflicts);
  const isPanelOpen = useFactPanel(({ content }) => content !== null);

  useEffect(() => {
    loadPreferences().catch(showFailure);
    return followWorkbench();
  }, []);

  useEffect(() => {
    const timer = setTimeout(() => void readAhead(), READ_AHEAD_AFTER_MS);
    return () => clearTimeout(timer);
  }, []);

  useEffect(followDrafts, []);

  useEffect(() => {
    document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
    document.documentElement.dataset.market = chosen.marketColours;
  }, [language, chosen.marketColours]);

  return (
    <MantineProvider theme={theme} forceColorScheme={colourTheme} cssVariablesResolver={resolveVariables}>
      <div className={classes.window}>
        <Rail openConflicts={openConflicts} vault={<VaultButton />} />
        <main className={classes.screen}>
          <ConnectionNotice />
          <CurrentScreen />
        </main>
        {isPanelOpen && (
          <ErrorBoundary>
            <Suspense>
              <FactPanel />
            </Suspense>
          </ErrorBoundary>
        )}
      </div>
      <ShellCommands />
      <HomeCommands />
      <FactCommands />
      <SearchCommands />
      <NotesCommands />
      <ImportCommands />
      <SeriesImportCommands />
      <BarImportCommands />
      <RatingCommands />
      <WatchlistCommands />
      <VaultCommands />
      <Palette />
      <ShortcutsDialog />
      <JobProgress />
      <Notifications
        position="bottom-right"
        containerWidth={400}
        limit={4}
        className={classes.notices}
        aria-live="polite"
      />
    </MantineProvider>
  );
}

/** By itself: with each change of a query all of the window would be rendered. */
function CurrentScreen() {
  const route = useRoute((state) => state.route);
  return (
    <ErrorBoundary key={route.screen === 'sheet' ? route.sheetId : route.screen}>
      <Suspense>
        <Screen route={route} />
      </Suspense>
    </ErrorBoundary>
  );
}

/** To be mounted anew for another screen. */
function Screen({ route }: { route: Route }) {
  // The table says which component takes which route; the types of the two cannot be tied together here.
  const [Shown] = useState(
    () => (readScreens.get(route.screen) ?? SCREENS[route.screen]) as ComponentType<{ route: Route }>,
  );
  return <Shown route={route} />;
}
