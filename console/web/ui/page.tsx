import { useEffect, useRef, type ReactElement, type ReactNode } from 'react';
import { classNames } from './class-names.ts';
import styles from './page.module.css';

export interface PageProps {
  readonly title: string;
  /** Beside the title. */
  readonly actions?: ReactNode;
  readonly children: ReactNode;
  /** As wide as the window, for grids and maps. */
  readonly wide?: boolean;
}

/** The first page of a sitting leaves the focus where the browser puts it. */
const sitting = { hasShownPage: false };

/** One page: its heading takes the focus when one gets there by a link, so that screen readers say where one is. */
export function Page({ title, actions, children, wide = false }: PageProps): ReactElement {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${title} – Call console`;
  }, [title]);
  useEffect(() => {
    if (sitting.hasShownPage && heading.current?.closest('main')?.contains(document.activeElement) !== true) {
      heading.current?.focus();
    }
    sitting.hasShownPage = true;
  }, []);
  return (
    <div className={classNames(styles['page'], wide && styles['wide'])}>
      <header className={styles['header']}>
        <h1 ref={heading} tabIndex={-1} className={styles['title']}>
          {title}
        </h1>
        {actions !== undefined && <div className={styles['actions']}>{actions}</div>}
      </header>
      {children}
    </div>
  );
}
