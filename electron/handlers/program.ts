/** The program itself: its version and the user's preferences. */
import packageJson from '../../package.json' with { type: 'json' };
import type { Handlers } from '../dispatch.ts';
import { readPreferences, writePreferences } from '../store/preferences.ts';
import type { Context } from './context.ts';

type ProgramMethod = 'getAppInfo' | 'getPreferences' | 'setPreferences';

export function programHandlers({ home, store, host, emit }: Context): Pick<Handlers, ProgramMethod> {
  return {
    getAppInfo: () => ({ version: packageJson.version, home, host: host.kind }),
    getPreferences: () => readPreferences(store.db),
    setPreferences: (input, caller) => {
      writePreferences(store.db, input);
      const preferences = readPreferences(store.db);
      emit({ event: 'preferencesSet', preferences }, caller);
      return preferences;
    },
  };
}
