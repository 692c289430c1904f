/** The settings of the open sheet, behind a button beside its title: title, note, time axis. */
import { ActionIcon, Popover, Tooltip } from '@mantine/core';
import { useEffect, useState } from 'react';
import { inLanguage } from '../../../../shared/language.ts';
import type { Sheet } from '../../../../shared/sheet.ts';
import { useLanguage, useTexts } from '../../../texts.ts';
import { Icon } from '../../../ui/icon.tsx';
import { InlineEdit } from '../../../ui/inline-edit.tsx';
import { focusGrid } from '../editing/grid-focus.ts';
import { updateSheet } from '../sheet-actions.ts';
import { useSheetStore } from '../sheet-store.ts';
import { renameSheet } from './rename-sheet.ts';
import { closeSettings, openSettings, useSettingsOpen } from './settings-open.ts';
import { settingsTexts } from './settings-texts.ts';
import classes from './sheet-settings.module.css';
import { TimeAxisForm } from './time-axis-form.tsx';

export function SheetSettings() {
  const t = useTexts(settingsTexts);
  const isOpen = useSettingsOpen((state) => state.isOpen);
  const sheet = useSheetStore(({ data }) => data?.sheet);
  const [isListOpen, setListOpen] = useState(false);
  useEffect(() => closeSettings, []);
  if (sheet === undefined) return null;
  const close = () => {
    closeSettings();
    focusGrid();
  };
  return (
    <Popover
      opened={isOpen}
      onChange={(opened) => (opened ? openSettings() : close())}
      position="bottom-start"
      trapFocus
      closeOnEscape={!isListOpen}
    >
      <Popover.Target>
        <Tooltip label={t('settings')} disabled={isOpen}>
          <ActionIcon aria-label={t('settings')} onClick={isOpen ? close : openSettings}>
            <Icon name="sheetSettings" />
          </ActionIcon>
        </Tooltip>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('settings')}>
        <div className={classes.panel}>
          <TitleAndNote sheet={sheet} />
          <TimeAxisForm
            // An undo, or an edit in another tab, shows at once.
            key={JSON.stringify(sheet.timeAxis)}
            axis={sheet.timeAxis}
            onDone={close}
            onListToggle={setListOpen}
          />
        </div>
      </Popover.Dropdown>
    </Popover>
  );
}

function TitleAndNote({ sheet: { title, note } }: { sheet: Sheet }) {
  const t = useTexts(settingsTexts);
  const language = useLanguage();
  return (
    <>
      <div>
        <div className={classes.label}>{t('title')}</div>
        <InlineEdit
          label={t('title')}
          value={inLanguage(title, language)}
          onCommit={(text) => renameSheet(title, text, language)}
        />
      </div>
      <div>
        <div className={classes.label}>{t('note')}</div>
        <InlineEdit
          label={t('note')}
          value={inLanguage(note, language)}
          placeholder={t('addNote')}
          multiline
          onCommit={(text) => updateSheet({ note: { ...note, [language]: text } })}
        />
      </div>
    </>
  );
}
