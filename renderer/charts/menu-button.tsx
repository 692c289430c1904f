/** A button of the bar with a menu below it; the menu may be long. */
import { Button, Menu } from '@mantine/core';
import type { ReactNode } from 'react';
import { Icon, type IconName } from '../ui/icon.tsx';

type MenuButtonProps = {
  label: string;
  icon: IconName;
  isDisabled?: boolean;
  onOpen?: () => void;
  children: ReactNode;
};

export function MenuButton({ label, icon, isDisabled = false, onOpen, children }: MenuButtonProps) {
  return (
    <Menu position="bottom-end" onOpen={onOpen}>
      <Menu.Target>
        <Button
          variant="default"
          title={label}
          disabled={isDisabled}
          leftSection={<Icon name={icon} size={14} />}
          rightSection={<Icon name="down" size={12} />}
        >
          {label}
        </Button>
      </Menu.Target>
      <Menu.Dropdown mah="60vh" style={{ overflowY: 'auto' }}>
        {children}
      </Menu.Dropdown>
    </Menu>
  );
}
