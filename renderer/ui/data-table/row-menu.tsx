/** What can be done with a row, at the right mouse button or the menu key. */
import { Menu } from '@mantine/core';
import { useTexts } from '../../texts.ts';
import { Icon, type IconName } from '../icon.tsx';
import { dataTableTexts } from './data-table-texts.ts';

export type MenuEntry = { label: string; icon?: IconName; run: () => void };

type RowMenuProps = { place: { x: number; y: number }; entries: readonly MenuEntry[]; onClose: () => void };

export function RowMenu({ place, entries, onClose }: RowMenuProps) {
  const t = useTexts(dataTableTexts);
  return (
    <Menu opened onClose={onClose} position="bottom-start" returnFocus={false} offset={2}>
      <Menu.Target>
        <span
          role="button"
          tabIndex={-1}
          aria-label={t('rowMenu')}
          style={{ position: 'fixed', left: place.x, top: place.y }}
        />
      </Menu.Target>
      <Menu.Dropdown>
        {entries.map(({ label, icon, run }) => (
          <Menu.Item key={label} leftSection={icon && <Icon name={icon} size={14} />} onClick={run}>
            {label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
