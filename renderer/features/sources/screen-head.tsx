/** The head of a screen: where one is, and what can be done there. */
import type { ReactNode } from 'react';
import classes from './sources.module.css';

type ScreenHeadProps = {
  title: string;
  /** What leads back up, first the top. */
  trail?: readonly { label: string; onClick: () => void }[];
  children?: ReactNode;
};

export function ScreenHead({ title, trail = [], children }: ScreenHeadProps) {
  return (
    <header className={classes.bar}>
      {trail.map(({ label, onClick }) => (
        <span key={label} className={classes.step}>
          <button type="button" className={classes.trail} title={label} onClick={onClick}>
            {label}
          </button>
          <span aria-hidden="true">›</span>
        </span>
      ))}
      <h1 className={classes.title} title={title}>
        {title}
      </h1>
      <div className={classes.space} />
      {children}
    </header>
  );
}
