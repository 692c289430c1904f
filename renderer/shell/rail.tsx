/** The rail at the left: the screens, the palette and the preferences. */
import { ActionIcon, Tooltip } from '@mantine/core';
import { spotlight } from '@mantine/spotlight';
import type { ReactNode } from 'react';
import { useTexts } from '../texts.ts';
import { Icon, type IconName } from '../ui/icon.tsx';
import { modKey } from '../ui/keys.ts';
import { PreferencesMenu } from './preferences-menu.tsx';
import classes from './rail.module.css';
import { goTo, type Route, useRoute } from './routes.ts';
import { shellTexts } from './shell-texts.ts';

const FACT_SCREENS = [
  { screen: 'models', icon: 'models' },
  { screen: 'prices', icon: 'prices' },
  { screen: 'downloads', icon: 'downloads' },
  { screen: 'capex', icon: 'capex' },
  { screen: 'watchlist', icon: 'watchlist' },
  { screen: 'calendar', icon: 'calendar' },
  { screen: 'sources', icon: 'sources' },
  { screen: 'notes', icon: 'notes' },
  { screen: 'conflicts', icon: 'conflicts' },
  { screen: 'search', icon: 'search' },
] as const satisfies { screen: Route['screen']; icon: IconName }[];

type RailProps = {
  /** How many conflicts wait for the user's word. */
  openConflicts: number;
  /** The button that opens and locks the vault. */
  vault: ReactNode;
  /** The pointer or the focus is on a screen: it may be opened next. */
  onAim: (screen: Route['screen']) => void;
};

export function Rail({ openConflicts, vault, onAim }: RailProps) {
  const t = useTexts(shellTexts);
  const current = useRoute(({ route }) => route.screen);
  const sheet = useRoute(({ route }) => (route.screen === 'sheet' ? route : null));
  return (
    <nav className={classes.rail} aria-label={t('mainNavigation')}>
      <RailButton
        label={t('home')}
        icon="home"
        isCurrent={current === 'home'}
        onClick={() => goTo({ screen: 'home' })}
      />
      {sheet !== null && <RailButton label={t('currentSheet')} icon="sheet" isCurrent onClick={() => goTo(sheet)} />}
      {FACT_SCREENS.map(({ screen, icon }) => {
        const count = screen === 'conflicts' ? openConflicts : 0;
        return (
          <RailButton
            key={screen}
            label={count > 0 ? t('openConflicts', { count }) : t(screen)}
            icon={icon}
            count={count}
            isCurrent={current === screen}
            onAim={() => onAim(screen)}
            onClick={() => goTo({ screen })}
          />
        );
      })}
      <div className={classes.space} />
      {vault}
      <RailButton label={`${t('palette')} (${modKey('K')})`} icon="command" onClick={spotlight.open} />
      <PreferencesMenu />
    </nav>
  );
}

type RailButtonProps = {
  label: string;
  icon: IconName;
  isCurrent?: boolean;
  count?: number;
  onAim?: () => void;
  onClick: () => void;
};

function RailButton({ label, icon, isCurrent = false, count = 0, onAim, onClick }: RailButtonProps): ReactNode {
  return (
    <Tooltip label={label} position="right">
      <ActionIcon
        className={classes.button}
        size={36}
        aria-label={label}
        aria-current={isCurrent ? 'page' : undefined}
        onPointerEnter={onAim}
        onFocus={onAim}
        onClick={onClick}
      >
        <Icon name={icon} size={20} />
        {count > 0 && <span className={classes.count} data-count={count > 99 ? '99+' : count} />}
      </ActionIcon>
    </Tooltip>
  );
}
