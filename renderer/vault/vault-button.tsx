/** The vault's button in the rail: locks it while it is open, and leads to it while it is not. */
import { ActionIcon, Tooltip } from '@mantine/core';
import railClasses from '../shell/rail.module.css';
import { goTo, useRoute } from '../shell/routes.ts';
import { useTexts } from '../texts.ts';
import { Icon } from '../ui/icon.tsx';
import { LOCK_SHORTCUT } from './vault-commands.ts';
import { lockVault, useVault } from './vault-store.ts';
import { vaultTexts } from './vault-texts.ts';

export function VaultButton() {
  const t = useTexts(vaultTexts);
  const isOpen = useVault(({ status }) => status?.state === 'open');
  const isShown = useRoute(({ route }) => route.screen === 'vault');
  const label = isOpen ? `${t('lock')} (${LOCK_SHORTCUT})` : t('openVault');
  return (
    <Tooltip label={label} position="right">
      <ActionIcon
        className={railClasses.button}
        size={36}
        aria-label={label}
        aria-current={isShown && !isOpen ? 'page' : undefined}
        onClick={() => (isOpen ? void lockVault() : goTo({ screen: 'vault' }))}
      >
        <Icon name={isOpen ? 'unlock' : 'lock'} size={20} />
      </ActionIcon>
    </Tooltip>
  );
}
