import type { ReactElement, ReactNode } from 'react';
import { Button as AriaButton } from 'react-aria-components/Button';
import styles from './button.module.css';
import { classNames } from './class-names.ts';

export type ButtonVariant = 'primary' | 'plain' | 'quiet' | 'danger';

export interface ButtonProps {
  /** Default: plain. One primary a view. */
  readonly variant?: ButtonVariant;
  readonly onPress?: () => void;
  readonly isDisabled?: boolean | undefined;
  /** Cannot be pressed, keeps the focus, and is announced as busy. */
  readonly isPending?: boolean | undefined;
  readonly type?: 'button' | 'submit' | 'reset';
  readonly autoFocus?: boolean;
  readonly slot?: string;
  readonly 'aria-label'?: string | undefined;
  readonly children: ReactNode;
}

export function Button({ variant = 'plain', children, isDisabled, isPending, ...rest }: ButtonProps): ReactElement {
  const { 'aria-label': label, ...others } = rest;
  return (
    <AriaButton
      className={classNames(styles['button'], styles[variant])}
      isDisabled={isDisabled ?? false}
      isPending={isPending ?? false}
      {...(label === undefined ? {} : { 'aria-label': label })}
      {...others}
    >
      {children}
    </AriaButton>
  );
}
