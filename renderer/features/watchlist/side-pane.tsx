/** What stands beside the table, a form mostly; Esc closes it. */
import { ActionIcon } from '@mantine/core';
import { type ReactNode, useEffect, useRef } from 'react';
import { useTexts } from '../../texts.ts';
import { Icon } from '../../ui/icon.tsx';
import classes from './watchlist.module.css';
import { watchlistTexts } from './watchlist-texts.ts';

type SidePaneProps = {
  title: string;
  isWide?: boolean;
  /** It has forms within: Esc in one of them does not close it, what is typed there would be lost. */
  hasForms?: boolean;
  onClose: () => void;
  children: ReactNode;
};

export function SidePane({ title, isWide = false, hasForms = false, onClose, children }: SidePaneProps) {
  const t = useTexts(watchlistTexts);
  const pane = useRef<HTMLElement>(null);
  useEffect(() => {
    pane.current?.querySelector<HTMLElement>('input, textarea, button')?.focus();
  }, []);
  return (
    <aside
      ref={pane}
      className={classes.side}
      data-wide={isWide || undefined}
      aria-label={title}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return;
        if (hasForms && event.target instanceof Element && event.target.closest('form') !== null) return;
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
