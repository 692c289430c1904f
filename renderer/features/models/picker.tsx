/** A button of the toolbar with a list or form that opens below it; Esc closes it. */
import { Button, Popover } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { Icon } from '../../ui/icon.tsx';

export function Picker({ label, children }: { label: string; children: ReactNode }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <Popover opened={isOpen} onChange={setOpen} position="bottom-start" trapFocus returnFocus>
      <Popover.Target>
        <Button
          variant="default"
          rightSection={<Icon name="down" size={12} />}
          aria-haspopup="dialog"
          onClick={() => setOpen((before) => !before)}
        >
          {label}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={label}>{children}</Popover.Dropdown>
    </Popover>
  );
}
