/** The shell around the screens: providers, rail, palette, notices, jobs, which screen is shown, and the panel of facts beside it. */
import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { lazy, Suspense, useEffect } from 'react';
import classes from './app.module.css';
import { FactCommands } from './facts/fact-commands.ts';
import { useFacts } from './facts/facts-store.ts';
import { useFactPanel } from './facts/open-fact.ts';
import { BarImportCommands } from './features/bar-import/bar-import-commands.ts';
import { HomeCommands } from './features/home/home-commands.ts';
import { ImportCommands } from './features/import/import-commands.ts';
import { NotesCommands } from './features/notes/notes-commands.ts';
import { SearchCommands } from './features/search/search-commands.ts';
import { SeriesImportCommands } from './features/series-import/series-import-commands.ts';
import { WatchlistCommands } from './features/watchlist/watchlist-commands.ts';
import { followDrafts } from './notes/note-drafts.ts';
import { RatingCommands } from './ratings/rating-commands.ts';
import { readAhead, readScreen, Screen } from './screens.tsx';
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

/** The first screen comes first. */
const READ_AHEAD_AFTER_MS = 500;

const FactPanel = lazy(() => import('./facts/fact-panel.tsx'));

/** What fails here is read again, and told, when the screen is shown. */
function aimAt(screen: Route['screen']): void {
  readScreen(screen).catch(() => {});
}

export function App() {
  const { language, theme: colourTheme, chosen } = usePreferences();
  const openConflicts = useFacts((state) => state.openConflicts);
  const isPanelOpen = useFactPanel(({ content }) => content !== null);

  useEffect(() => {
    loadPreferences().catch(showFailure);
    return followWorkbench();
  }, []);

  useEffect(() => {
    const idle = requestIdleCallback(() => void readAhead(), { timeout: READ_AHEAD_AFTER_MS });
    return () => cancelIdleCallback(idle);
  }, []);

  useEffect(followDrafts, []);

  useEffect(() => {
    document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
    document.documentElement.dataset.market = chosen.marketColours;
  }, [language, chosen.marketColours]);

  return (
    <MantineProvider theme={theme} forceColorScheme={colourTheme} cssVariablesResolver={resolveVariables}>
      <div className={classes.window}>
        <Rail openConflicts={openConflicts} vault={<VaultButton />} onAim={aimAt} />
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
      <Screen route={route} />
    </ErrorBoundary>
  );
}
