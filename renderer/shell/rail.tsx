/** The rail at the left: the screens that exist, the palette and the preferences. */
import { ActionIcon, Tooltip } from '@mantine/core';
import { spotlight } from '@mantine/spotlight';
import type { ReactNode } from 'react';
import { useTexts } from '../texts.ts';
import { Icon, type IconName } from '../ui/icon.tsx';
import { modKey } from '../ui/keys.ts';
import { PreferencesMenu } from './preferences-menu.tsx';
import classes from './rail.module.css';
import { goTo, useRoute } from './routes.ts';
import { shellTexts } from './shell-texts.ts';

export function Rail() {
  const t = useTexts(shellTexts);
  const route = useRoute((state) => state.route);
  return (
    <nav className={classes.rail} aria-label={t('mainNavigation')}>
      <RailButton
        label={t('home')}
        icon="home"
        isCurrent={route.screen === 'home'}
        onClick={() => goTo({ screen: 'home' })}
      />
      {route.screen === 'sheet' && (
        <RailButton label={t('currentSheet')} icon="sheet" isCurrent onClick={() => goTo(route)} />
      )}
      <div className={classes.space} />
      <RailButton label={`${t('palette')} (${modKey('K')})`} icon="search" onClick={spotlight.open} />
      <PreferencesMenu />
    </nav>
  );
}

type RailButtonProps = { label: string; icon: IconName; isCurrent?: boolean; onClick: () => void };

function RailButton({ label, icon, isCurrent = false, onClick }: RailButtonProps): ReactNode {
  return (
    <Tooltip label={label} position="right">
      <ActionIcon
        className={classes.button}
        size={36}
        aria-label={label}
        aria-current={isCurrent ? 'page' : undefined}
        onClick={onClick}
      >
        <Icon name={icon} size={20} />
      </ActionIcon>
    </Tooltip>
  );
}
