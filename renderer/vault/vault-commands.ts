/** The vault in the palette, and the keys that lock it from anywhere. */
import { useEffect, useMemo } from 'react';
import { type Command, useCommands } from '../shell/commands.ts';
import { goTo } from '../shell/routes.ts';
import { modKey } from '../ui/keys.ts';
import { followVault, lockVault, useVault } from './vault-store.ts';
import { vaultTexts } from './vault-texts.ts';

export const LOCK_SHORTCUT = modKey('Shift+L');

export function VaultCommands() {
  const state = useVault(({ status }) => status?.state ?? null);
  useEffect(followVault, []);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'l' || !event.shiftKey || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      if (useVault.getState().status?.state === 'open') void lockVault();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
  const commands = useMemo(() => commandsIn(state), [state]);
  useCommands(commands);
  return null;
}

function commandsIn(state: 'none' | 'locked' | 'open' | null): Command[] {
  const show = () => goTo({ screen: 'vault' });
  const group = vaultTexts.groupVault;
  if (state === 'open') {
    return [
      { id: 'vault.lock', label: vaultTexts.lock, group, shortcut: LOCK_SHORTCUT, run: () => void lockVault() },
      { id: 'vault.settings', label: vaultTexts.settings, group, run: show },
    ];
  }
  const label = state === 'none' ? vaultTexts.createTitle : vaultTexts.openVault;
  return state === null ? [] : [{ id: 'vault.open', label, group, run: show }];
}
