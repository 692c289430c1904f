/** A button of the bar with a form that opens below it; Esc closes it. */
import { Button, Popover } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { Icon, type IconName } from './icon.tsx';
import classes from './popover-button.module.css';

type PopoverButtonProps = {
  label: string;
  icon?: IconName;
  /** Drawn with the accent: something is set in it. */
  isSet?: boolean;
  children: ReactNode | ((close: () => void) => ReactNode);
};

export function PopoverButton({ label, icon, isSet = false, children }: PopoverButtonProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <Popover opened={isOpen} onChange={setOpen} position="bottom-end" trapFocus returnFocus>
      <Popover.Target>
        <Button
          variant={isSet ? 'light' : 'default'}
          leftSection={icon && <Icon name={icon} size={14} />}
          rightSection={<Icon name="down" size={12} />}
          title={label}
          aria-haspopup="dialog"
          onClick={() => setOpen((before) => !before)}
        >
          {label}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={label} className={classes.dropdown}>
        {typeof children === 'function' ? children(() => setOpen(false)) : children}
      </Popover.Dropdown>
    </Popover>
  );
}
