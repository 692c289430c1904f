/** The shell around the screens: providers, rail, palette, notices, jobs, and which screen is shown. */
import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { useEffect } from 'react';
import classes from './app.module.css';
import { HomeCommands } from './features/home/home-commands.ts';
import { HomeScreen } from './features/home/home-screen.tsx';
import { SheetScreen } from './features/sheet/sheet-screen.tsx';
import { ConnectionNotice } from './shell/connection-notice.tsx';
import { ErrorBoundary } from './shell/error-boundary.tsx';
import { followWorkbench } from './shell/follow-workbench.ts';
import { JobProgress } from './shell/job-progress.tsx';
import { showFailure } from './shell/notices.tsx';
import { Palette } from './shell/palette.tsx';
import { loadPreferences, usePreferences } from './shell/preferences.ts';
import { Rail } from './shell/rail.tsx';
import { useRoute } from './shell/routes.ts';
import { ShellCommands } from './shell/shell-commands.ts';
import { ShortcutsDialog } from './shell/shortcuts.tsx';
import { resolveVariables, theme } from './shell/theme.ts';

export function App() {
  const { language, theme: colourTheme, chosen } = usePreferences();
  const route = useRoute((state) => state.route);

  useEffect(() => {
    loadPreferences().catch(showFailure);
    return followWorkbench();
  }, []);

  useEffect(() => {
    document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
    document.documentElement.dataset.market = chosen.marketColours;
  }, [language, chosen.marketColours]);

  return (
    <MantineProvider theme={theme} forceColorScheme={colourTheme} cssVariablesResolver={resolveVariables}>
      <div className={classes.window}>
        <Rail />
        <main className={classes.screen}>
          <ConnectionNotice />
          <ErrorBoundary key={route.screen === 'sheet' ? route.sheetId : route.screen}>
            {route.screen === 'home' ? <HomeScreen /> : <SheetScreen key={route.sheetId} sheetId={route.sheetId} />}
          </ErrorBoundary>
        </main>
      </div>
      <ShellCommands />
      <HomeCommands />
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
