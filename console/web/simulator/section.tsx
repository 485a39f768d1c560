import { useId, type ReactElement, type ReactNode } from 'react';
import styles from './simulator.module.css';

/** A part of the page under a heading of its own. */
export function Section({ title, children }: { readonly title: string; readonly children: ReactNode }): ReactElement {
  const id = useId();
  return (
    <section aria-labelledby={id} className={styles['section']}>
      <h2 id={id} className={styles['heading']}>
        {title}
      </h2>
      {children}
    </section>
  );
}
