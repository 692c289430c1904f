/** Whether the sheet's settings are open: the toolbar's button and the palette both open them. */
import { create } from 'zustand';

export const useSettingsOpen = create<{ isOpen: boolean }>(() => ({ isOpen: false }));

export function openSettings(): void {
  useSettingsOpen.setState({ isOpen: true });
}

export function closeSettings(): void {
  useSettingsOpen.setState({ isOpen: false });
}
