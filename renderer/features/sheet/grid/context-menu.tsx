/** The menu at the right mouse button (or the menu key) in the grid: clipboard, fill, lines, scenario. */
import { Menu } from '@mantine/core';
import { create } from 'zustand';
import { useTexts } from '../../../texts.ts';
import { modKey } from '../../../ui/keys.ts';
import { pasteFromMenu } from '../clipboard/clipboard-events.ts';
import { focusGrid } from '../editing/grid-focus.ts';
import { ScenarioMenuItems } from '../scenarios/scenario-menu.tsx';
import { useSheetStore } from '../sheet-store.ts';
import { sheetTexts } from '../sheet-texts.ts';
import classes from './grid.module.css';
import {
  clearSelection,
  deleteSelectedLines,
  duplicateSelectedLines,
  fillSelection,
  insertHeading,
  insertLineAbove,
  insertLineBelow,
  moveSelectedLines,
} from './line-commands.ts';

const useMenuPlace = create<{ place: { x: number; y: number } | null }>(() => ({ place: null }));

export function openContextMenu(place: { x: number; y: number }): void {
  useMenuPlace.setState({ place });
}

function close(): void {
  useMenuPlace.setState({ place: null });
  focusGrid();
}

export function GridContextMenu() {
  const t = useTexts(sheetTexts);
  const place = useMenuPlace((state) => state.place);
  const column = useSheetStore(({ columns, selection }) => columns[selection.anchor.column]);
  if (place === null) return null;
  return (
    <Menu opened onClose={close} position="bottom-start" returnFocus={false} offset={2} withinPortal={false}>
      <Menu.Target>
        <span
          role="button"
          tabIndex={-1}
          aria-label={t('gridMenu')}
          style={{ position: 'fixed', left: place.x, top: place.y }}
        />
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item rightSection={<kbd>{modKey('X')}</kbd>} onClick={() => runClipboard('cut')}>
          {t('cut')}
        </Menu.Item>
        <Menu.Item rightSection={<kbd>{modKey('C')}</kbd>} onClick={() => runClipboard('copy')}>
          {t('copy')}
        </Menu.Item>
        <Menu.Item rightSection={<kbd>{modKey('V')}</kbd>} onClick={() => void pasteFromMenu()}>
          {t('paste')}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item rightSection={<kbd>{modKey('D')}</kbd>} onClick={() => void fillSelection('down')}>
          {t('fillDown')}
        </Menu.Item>
        <Menu.Item rightSection={<kbd>{modKey('R')}</kbd>} onClick={() => void fillSelection('right')}>
          {t('fillRight')}
        </Menu.Item>
        <Menu.Item rightSection={<kbd>Del</kbd>} onClick={() => void clearSelection()}>
          {t('clearContent')}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item rightSection={<kbd>{modKey('+')}</kbd>} onClick={insertLineAbove}>
          {t('insertLineAbove')}
        </Menu.Item>
        <Menu.Item onClick={insertLineBelow}>{t('insertLineBelow')}</Menu.Item>
        <Menu.Item onClick={() => void insertHeading()}>{t('insertHeading')}</Menu.Item>
        <Menu.Item rightSection={<kbd>{modKey('Shift+D')}</kbd>} onClick={() => void duplicateSelectedLines()}>
          {t('duplicateLines')}
        </Menu.Item>
        <Menu.Item rightSection={<kbd>Alt+↑</kbd>} onClick={() => void moveSelectedLines(-1)}>
          {t('moveLinesUp')}
        </Menu.Item>
        <Menu.Item rightSection={<kbd>Alt+↓</kbd>} onClick={() => void moveSelectedLines(1)}>
          {t('moveLinesDown')}
        </Menu.Item>
        <Menu.Item
          className={classes.danger}
          rightSection={<kbd>{modKey('-')}</kbd>}
          onClick={() => void deleteSelectedLines()}
        >
          {t('deleteLines')}
        </Menu.Item>
        {column !== undefined && 'scenarioId' in column && (
          <>
            <Menu.Divider />
            <Menu.Sub>
              <Menu.Sub.Target>
                <Menu.Sub.Item>{t('scenario')}</Menu.Sub.Item>
              </Menu.Sub.Target>
              <Menu.Sub.Dropdown>
                <ScenarioMenuItems scenarioId={column.scenarioId} />
              </Menu.Sub.Dropdown>
            </Menu.Sub>
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}

/** The grid's own input has the focus again, and the browser sends it the event. */
function runClipboard(command: 'cut' | 'copy'): void {
  focusGrid();
  document.execCommand(command);
}
