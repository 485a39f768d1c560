import { useEffect, useId, useRef, type ReactElement, type ReactNode } from 'react';
import styles from './section.module.css';

interface Props {
  readonly title: string;
  readonly children: ReactNode;
  /** It came because somebody pressed a button, and the button went: its heading takes the focus in the button's stead. */
  readonly takesFocus?: boolean;
}

/** A part of a page under a heading of its own. */
export function Section({ title, children, takesFocus = false }: Props): ReactElement {
  const id = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (takesFocus) heading.current?.focus();
  }, [takesFocus]);
  return (
    <section aria-labelledby={id} className={styles['section']}>
      <h2 id={id} ref={heading} tabIndex={-1} className={styles['heading']}>
        {title}
      </h2>
      {children}
    </section>
  );
}
