/** Parts of a side panel: a section under its heading, and properties with their names at the left. */
import { type ReactNode, useId } from 'react';
import classes from './panel-section.module.css';

/** `label` names a section that shows no heading. */
type SectionProps = { children: ReactNode } & ({ title: string } | { label: string });

export function Section({ children, ...named }: SectionProps) {
  const titleId = useId();
  if ('label' in named) {
    return (
      <section className={classes.section} aria-label={named.label}>
        {children}
      </section>
    );
  }
  return (
    <section className={classes.section} aria-labelledby={titleId}>
      <h2 id={titleId} className={classes.heading}>
        {named.title}
      </h2>
      {children}
    </section>
  );
}

export function Properties({ children }: { children: ReactNode }) {
  return <dl className={classes.properties}>{children}</dl>;
}

export function Property({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  );
}
