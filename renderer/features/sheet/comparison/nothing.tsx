/** What a view says when it has nothing to show, with the way out. */
import type { ReactNode } from 'react';
import classes from './comparison-view.module.css';

export function Nothing({ title, hint, children }: { title: string; hint: string; children?: ReactNode }) {
  return (
    <div className={classes.nothing}>
      <strong>{title}</strong>
      <p>{hint}</p>
      {children}
    </div>
  );
}
