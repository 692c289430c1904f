/** The user's sheets as a table: a row opens, its menu duplicates, hands out and deletes. */
import { ActionIcon, Menu } from '@mantine/core';
import { useEffect, useRef } from 'react';
import type { SheetSummary } from '../../../shared/contract.ts';
import { goTo } from '../../shell/routes.ts';
import { useLocalText, useTexts } from '../../texts.ts';
import { Icon } from '../../ui/icon.tsx';
import { RelativeTime } from '../../ui/relative-time.tsx';
import { deleteSheet, downloadDefinition, duplicateSheet, titleOr, useHome } from './home-store.ts';
import { homeTexts } from './home-texts.ts';
import classes from './lists.module.css';

export function SheetList({ sheets }: { sheets: readonly SheetSummary[] }) {
  const t = useTexts(homeTexts);
  return (
    <table className={classes.sheets}>
      <thead>
        <tr>
          <th scope="col">{t('columnTitle')}</th>
          <th scope="col" className={classes.number}>
            {t('columnLines')}
          </th>
          <th scope="col" className={classes.number}>
            {t('columnScenarios')}
          </th>
          <th scope="col">{t('columnChanged')}</th>
          <th scope="col" className={classes.menu}>
            <span className={classes.unseen}>{t('actions')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {sheets.map((sheet) => (
          <SheetRow key={sheet.id} sheet={sheet} />
        ))}
      </tbody>
    </table>
  );
}

function SheetRow({ sheet }: { sheet: SheetSummary }) {
  const t = useTexts(homeTexts);
  const local = useLocalText();
  const title = local(titleOr(sheet.title));
  const note = local(sheet.note);
  const button = useRef<HTMLButtonElement>(null);
  const isRestored = useHome(({ restoredId }) => restoredId === sheet.id);
  useEffect(() => {
    if (!isRestored) return;
    button.current?.scrollIntoView({ block: 'nearest' });
    button.current?.focus({ preventScroll: true });
    useHome.setState({ restoredId: null });
  }, [isRestored]);
  return (
    <tr>
      <th scope="row">
        <button
          ref={button}
          type="button"
          className={classes.open}
          data-list-item
          onClick={() => goTo({ screen: 'sheet', sheetId: sheet.id })}
          onKeyDown={(event) => {
            if (event.key === 'Delete') void deleteSheet(sheet.id, title);
          }}
        >
          <span className={classes.name}>{title}</span>
          {note !== '' && (
            <span className={classes.note} title={note}>
              {note}
            </span>
          )}
        </button>
      </th>
      <td className={classes.number}>{sheet.lineCount.toLocaleString('en-US')}</td>
      <td className={classes.number}>{sheet.scenarioCount}</td>
      <td className={classes.when}>
        <RelativeTime iso={sheet.updatedAt} />
      </td>
      <td className={classes.menu}>
        <Menu position="bottom-end">
          <Menu.Target>
            <ActionIcon size={24} aria-label={t('actionsOf', { title })}>
              <Icon name="more" />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item
              leftSection={<Icon name="open" size={14} />}
              onClick={() => goTo({ screen: 'sheet', sheetId: sheet.id })}
            >
              {t('open')}
            </Menu.Item>
            <Menu.Item leftSection={<Icon name="copy" size={14} />} onClick={() => void duplicateSheet(sheet.id)}>
              {t('duplicate')}
            </Menu.Item>
            <Menu.Item
              leftSection={<Icon name="export" size={14} />}
              onClick={() => void downloadDefinition(sheet.id, title)}
            >
              {t('download')}
            </Menu.Item>
            <Menu.Divider />
            <Menu.Item
              leftSection={<Icon name="trash" size={14} />}
              rightSection={<kbd>Del</kbd>}
              onClick={() => void deleteSheet(sheet.id, title)}
            >
              {t('delete')}
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      </td>
    </tr>
  );
}
