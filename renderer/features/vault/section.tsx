/** A part of the vault's settings: what it is, what to know of it, what can be done. */
import { type ReactNode, useId } from 'react';
import classes from './vault-screen.module.css';

export function Section({ title, hint, children }: { title: string; hint: string; children: ReactNode }) {
  const id = useId();
  return (
    <section className={classes.section} aria-labelledby={id}>
      <h2 id={id} className={classes.heading}>
        {title}
      </h2>
      <p className={classes.hint}>{hint}</p>
      {children}
    </section>
  );
}
