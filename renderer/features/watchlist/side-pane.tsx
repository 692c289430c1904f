/** A form beside the table; Esc closes it. */
import { ActionIcon } from '@mantine/core';
import { type ReactNode, useEffect, useRef } from 'react';
import { useTexts } from '../../texts.ts';
import { Icon } from '../../ui/icon.tsx';
import classes from './watchlist.module.css';
import { watchlistTexts } from './watchlist-texts.ts';

type SidePaneProps = { title: string; onClose: () => void; children: ReactNode };

export function SidePane({ title, onClose, children }: SidePaneProps) {
  const t = useTexts(watchlistTexts);
  const pane = useRef<HTMLElement>(null);
  useEffect(() => {
    pane.current?.querySelector<HTMLElement>('input, textarea')?.focus();
  }, []);
  return (
    <aside
      ref={pane}
      className={classes.side}
      aria-label={title}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return;
        event.stopPropagation();
        onClose();
      }}
    >
      <header className={classes.sideHead}>
        <h2 className={classes.sideTitle}>{title}</h2>
        <ActionIcon size={24} aria-label={t('close')} title={t('close')} onClick={onClose}>
          <Icon name="close" size={14} />
        </ActionIcon>
      </header>
      <div className={classes.sideBody}>{children}</div>
    </aside>
  );
}
