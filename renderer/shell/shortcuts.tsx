/** The keyboard shortcuts (Ctrl/Cmd+/): of the commands offered now, and of the grid or the tables on the screen. */
import { Modal } from '@mantine/core';
import { useEffect } from 'react';
import { create } from 'zustand';
import type { Sentence } from '../../shared/messages.ts';
import { useLanguage, useTexts } from '../texts.ts';
import { modKey } from '../ui/keys.ts';
import { commandsOf, useCommandSets } from './commands.ts';
import { useRoute } from './routes.ts';
import { shellTexts } from './shell-texts.ts';
import classes from './shortcuts.module.css';

const useDialog = create<{ isOpen: boolean }>(() => ({ isOpen: false }));

export function showShortcuts(): void {
  useDialog.setState({ isOpen: true });
}

export function ShortcutsDialog() {
  const t = useTexts(shellTexts);
  const isOpen = useDialog((state) => state.isOpen);
  const isSheet = useRoute(({ route }) => route.screen === 'sheet' || route.screen === 'home');
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== '/' || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      showShortcuts();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
  return (
    <Modal
      opened={isOpen}
      onClose={() => useDialog.setState({ isOpen: false })}
      title={t('shortcuts')}
      closeButtonProps={{ 'aria-label': t('close') }}
      size={720}
    >
      <div className={classes.columns}>
        <Commands />
        {isSheet ? <Keys title={t('inTheGrid')} keys={GRID_KEYS} /> : <Keys title={t('inTables')} keys={TABLE_KEYS} />}
      </div>
    </Modal>
  );
}

function Commands() {
  const t = useTexts(shellTexts);
  const sets = useCommandSets((state) => state.sets);
  const keys = commandsOf({ sets }).flatMap(({ label, shortcut }): Key[] => (shortcut ? [[shortcut, label]] : []));
  return <Keys title={t('commands')} keys={[[modKey('K'), shellTexts.palette], ...keys]} />;
}

type Key = readonly [key: string, does: Sentence];

function Keys({ title, keys }: { title: string; keys: readonly Key[] }) {
  const language = useLanguage();
  return (
    <section>
      <h3 className={classes.title}>{title}</h3>
      <dl className={classes.keys}>
        {keys.map(([key, does]) => (
          <div key={`${key} ${does.en}`}>
            <dt>{does[language]}</dt>
            <dd>
              <kbd>{key}</kbd>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

const GRID_KEYS: readonly Key[] = [
  ['F2 / Enter', { zh: '编辑单元格', en: 'Edit the cell' }],
  ['Enter / Shift+Enter', { zh: '确认并下移 / 上移', en: 'Commit and go down / up' }],
  ['Tab / Shift+Tab', { zh: '确认并右移 / 左移', en: 'Commit and go right / left' }],
  ['Esc', { zh: '放弃编辑', en: 'Drop the edit' }],
  ['Delete', { zh: '沿用上级情景的内容', en: 'Fall back to the parent scenario' }],
  [`${modKey('↑ ↓ ← →')}`, { zh: '跳到数据边缘', en: 'To the edge of the data' }],
  ['Shift+↑ ↓ ← →', { zh: '扩展选区', en: 'Extend the selection' }],
  [modKey('A'), { zh: '全选', en: 'Select all' }],
  [modKey('C / X / V'), { zh: '复制、剪切、粘贴', en: 'Copy, cut, paste' }],
  ['Alt+↑ / ↓', { zh: '上移 / 下移行', en: 'Move lines up / down' }],
  ['Alt+← / →', { zh: '左移 / 右移情景', en: 'Move the scenario left / right' }],
  [modKey('Backspace'), { zh: '回到跳转之前的单元格', en: 'Back to before the jump' }],
];

const TABLE_KEYS: readonly Key[] = [
  ['↑ ↓ ← →', { zh: '移动', en: 'Move' }],
  [modKey('↑ ↓ ← →'), { zh: '跳到边缘', en: 'To the edge' }],
  ['Enter', { zh: '打开；在表头则排序', en: 'Open; on a heading, sort' }],
  ['Shift+↑ ↓ ← →', { zh: '扩展选区', en: 'Extend the selection' }],
  [modKey('A / C'), { zh: '全选、复制', en: 'Select all, copy' }],
  ['Shift+F10', { zh: '本行操作', en: 'Actions of the row' }],
  ['Alt+← / →', { zh: '表头：调整列宽', en: 'On a heading: the width' }],
  ['[ / ]', { zh: '上一个 / 下一个图表', en: 'Exhibit before / after' }],
  ['Esc', { zh: '关闭事实面板', en: 'Close the panel of facts' }],
];
