/** Commands that exist on every screen: where to go, and preferences. */
import { spotlight } from '@mantine/spotlight';
import type { Preferences } from '../../shared/contract.ts';
import { modKey } from '../ui/keys.ts';
import { type Command, useCommands } from './commands.ts';
import { showFailure } from './notices.tsx';
import { setPreferences, usePreferences } from './preferences.ts';
import { goTo } from './routes.ts';
import { shellTexts } from './shell-texts.ts';
import { showShortcuts } from './shortcuts.tsx';

export function ShellCommands() {
  useCommands(COMMANDS);
  return null;
}

const COMMANDS: Command[] = [
  { id: 'view.home', label: { zh: '回到首页', en: 'Go to home' }, run: () => goTo({ screen: 'home' }) },
  { id: 'view.models', label: { zh: '打开模型', en: 'Go to models' }, run: () => goTo({ screen: 'models' }) },
  { id: 'view.prices', label: { zh: '打开价格', en: 'Go to prices' }, run: () => goTo({ screen: 'prices' }) },
  {
    id: 'view.downloads',
    label: { zh: '打开下载量', en: 'Go to downloads' },
    run: () => goTo({ screen: 'downloads' }),
  },
  {
    id: 'view.capex',
    label: { zh: '打开资本开支', en: 'Go to capital expenditure' },
    run: () => goTo({ screen: 'capex' }),
  },
  {
    id: 'view.watchlist',
    label: { zh: '打开自选', en: 'Go to the watchlist' },
    run: () => goTo({ screen: 'watchlist' }),
  },
  {
    id: 'view.calendar',
    label: { zh: '打开日历', en: 'Go to the calendar' },
    run: () => goTo({ screen: 'calendar' }),
  },
  {
    id: 'view.theses',
    label: { zh: '打开论点台账', en: 'Go to the thesis ledger' },
    run: () => goTo({ screen: 'theses' }),
  },
  { id: 'view.sources', label: { zh: '打开来源', en: 'Go to sources' }, run: () => goTo({ screen: 'sources' }) },
  { id: 'view.conflicts', label: { zh: '打开冲突', en: 'Go to conflicts' }, run: () => goTo({ screen: 'conflicts' }) },
  { id: 'view.search', label: { zh: '搜索事实', en: 'Search facts' }, run: () => goTo({ screen: 'search' }) },
  {
    id: 'view.theme',
    label: { zh: '切换明暗', en: 'Switch light and dark' },
    run: () => set({ theme: usePreferences.getState().theme === 'dark' ? 'light' : 'dark' }),
  },
  {
    id: 'view.language',
    label: { zh: '切换语言（Switch language）', en: 'Switch language (切换语言)' },
    run: () => set({ language: usePreferences.getState().language === 'zh' ? 'en' : 'zh' }),
  },
  { id: 'help.shortcuts', label: shellTexts.shortcuts, shortcut: modKey('/'), run: showShortcuts },
  { id: 'view.palette', label: { zh: '命令面板', en: 'Command palette' }, isListed: false, run: spotlight.open },
  preference('language.zh', { zh: '语言：中文', en: 'Language: 中文' }, { language: 'zh' }),
  preference('language.en', { zh: '语言：English', en: 'Language: English' }, { language: 'en' }),
  preference('language.system', { zh: '语言：跟随系统', en: 'Language: system' }, { language: 'system' }),
  preference('theme.light', { zh: '外观：浅色', en: 'Appearance: light' }, { theme: 'light' }),
  preference('theme.dark', { zh: '外观：深色', en: 'Appearance: dark' }, { theme: 'dark' }),
  preference('theme.system', { zh: '外观：跟随系统', en: 'Appearance: system' }, { theme: 'system' }),
  preference('market.red-up', { zh: '涨跌颜色：红涨绿跌', en: 'Market colours: red up' }, { marketColours: 'red-up' }),
  preference(
    'market.green-up',
    { zh: '涨跌颜色：绿涨红跌', en: 'Market colours: green up' },
    { marketColours: 'green-up' },
  ),
];

function preference(id: string, label: Command['label'], changed: Partial<Preferences>): Command {
  return { id: `shell.${id}`, label, run: () => set(changed) };
}

function set(changed: Partial<Preferences>): void {
  setPreferences(changed).catch(showFailure);
}
