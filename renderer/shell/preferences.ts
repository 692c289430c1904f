/**
 * The user's preferences and what follows from them together with the system's: language and theme.
 *
 * `usePreferences` is the store; `setPreferences` applies at once and tells the workbench, and takes
 * the change back when the workbench refuses it. There is no other state of language or theme.
 */
import { create } from 'zustand';
import type { Preferences } from '../../shared/contract.ts';
import type { Language } from '../../shared/language.ts';
import { call } from '../api.ts';

export type Theme = 'light' | 'dark';

type PreferencesState = {
  chosen: Preferences;
  /** What `chosen` comes to on this system now. */
  language: Language;
  theme: Theme;
};

const DEFAULTS: Preferences = { language: 'system', theme: 'system', marketColours: 'red-up' };
const prefersDark = window.matchMedia('(prefers-color-scheme: dark)');

export const usePreferences = create<PreferencesState>(() => resolved(DEFAULTS));

/** Reads the stored preferences; before that the system's apply. */
export async function loadPreferences(): Promise<void> {
  adoptPreferences(await call('getPreferences', {}));
}

/** Changes some preferences, at once on the screen. Throws, and takes them back, where they cannot be stored. */
export async function setPreferences(changed: Partial<Preferences>): Promise<void> {
  const before = usePreferences.getState().chosen;
  adoptPreferences({ ...before, ...changed });
  try {
    adoptPreferences(await call('setPreferences', changed));
  } catch (failure) {
    adoptPreferences(before);
    throw failure;
  }
}

/** Takes preferences that were set here or in another window. */
export function adoptPreferences(chosen: Preferences): void {
  usePreferences.setState(resolved(chosen));
}

function resolved(chosen: Preferences): PreferencesState {
  const systemLanguage: Language = navigator.language.toLowerCase().startsWith('zh') ? 'zh' : 'en';
  const systemTheme: Theme = prefersDark.matches ? 'dark' : 'light';
  return {
    chosen,
    language: chosen.language === 'system' ? systemLanguage : chosen.language,
    theme: chosen.theme === 'system' ? systemTheme : chosen.theme,
  };
}

const followSystem = () => adoptPreferences(usePreferences.getState().chosen);
prefersDark.addEventListener('change', followSystem);
window.addEventListener('languagechange', followSystem);
