/** Parts of the panel of facts: a section under its heading, and a property with its name at the left. */
import { type ReactNode, useId } from 'react';
import classes from './fact-panel.module.css';

export function Section({ title, children }: { title: string; children: ReactNode }) {
  const titleId = useId();
  return (
    <section className={classes.section} aria-labelledby={titleId}>
      <h2 id={titleId} className={classes.heading}>
        {title}
      </h2>
      {children}
    </section>
  );
}

export function Property({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  );
}
