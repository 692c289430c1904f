/** The menu of a data table: copying it as a whole, and the Excel workbook with its sources. */
import { ActionIcon, Menu } from '@mantine/core';
import type { LocalText } from '../../../shared/language.ts';
import { exportTable } from '../../shell/jobs.ts';
import { showNotice } from '../../shell/notices.tsx';
import { useTexts } from '../../texts.ts';
import { Icon } from '../icon.tsx';
import { dataTableTexts } from './data-table-texts.ts';
import type { MenuEntry } from './row-menu.tsx';
import { exportedTable, hasPrivate, publicOutput, type TableOutput, tableTsv } from './table-output.ts';

type TableMenuProps<Row> = { output: TableOutput<Row>; title: LocalText; more?: readonly MenuEntry[] };

export function TableMenu<Row>({ output, title, more = [] }: TableMenuProps<Row>) {
  const t = useTexts(dataTableTexts);
  const isEmpty = output.rows.length === 0;
  const open = publicOutput(output);
  const isOpenEmpty = open.rows.length === 0 || open.columns.length === 0;
  const copy = (what: TableOutput<Row>) =>
    navigator.clipboard.writeText(tableTsv(what)).then(
      () => showNotice(dataTableTexts.copiedTable, { rows: what.rows.length }),
      () => showNotice(dataTableTexts.copyRefused),
    );
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon size={24} aria-label={t('menu')} title={t('menu')}>
          <Icon name="more" />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<Icon name="copy" size={14} />} disabled={isOpenEmpty} onClick={() => void copy(open)}>
          {t('copyAll')}
        </Menu.Item>
        <Menu.Item
          leftSection={<Icon name="export" size={14} />}
          disabled={isOpenEmpty}
          onClick={() => void exportTable(exportedTable(open, title))}
        >
          {t('export')}
        </Menu.Item>
        {hasPrivate(output) && (
          <>
            <Menu.Divider />
            <Menu.Item
              leftSection={<Icon name="copy" size={14} />}
              disabled={isEmpty}
              onClick={() => void copy(output)}
            >
              {t('copyPrivate')}
            </Menu.Item>
            <Menu.Item
              leftSection={<Icon name="export" size={14} />}
              disabled={isEmpty}
              onClick={() => void exportTable(exportedTable(output, title))}
            >
              {t('exportPrivate')}
            </Menu.Item>
            <Menu.Divider />
          </>
        )}
        {more.map(({ label, icon, run }) => (
          <Menu.Item key={label} leftSection={icon && <Icon name={icon} size={14} />} onClick={run}>
            {label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
