import type { ReactElement, ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { Icon, type IconName } from './icon.tsx';
import styles from './notice.module.css';

export interface NoticeProps {
  readonly tone: 'info' | 'good' | 'warning' | 'error';
  readonly title?: string | undefined;
  readonly children?: ReactNode;
  readonly actions?: ReactNode;
}

const icons = { info: 'info', good: 'check', warning: 'warning', error: 'error' } as const satisfies Record<
  NoticeProps['tone'],
  IconName
>;

/** Errors are announced at once; whoever wants others announced puts them into a live region. */
export function Notice({ tone, title, children, actions }: NoticeProps): ReactElement {
  return (
    <div className={classNames(styles['notice'], styles[tone])} {...(tone === 'error' ? { role: 'alert' } : {})}>
      <Icon name={icons[tone]} />
      <div className={styles['words']}>
        {title !== undefined && <strong>{title}</strong>}
        {children !== undefined && <div>{children}</div>}
      </div>
      {actions !== undefined && <div className={styles['actions']}>{actions}</div>}
    </div>
  );
}
