import type { ReactElement } from 'react';
import { Button as AriaButton } from 'react-aria-components/Button';
import { Tooltip, TooltipTrigger } from 'react-aria-components/Tooltip';
import type { ButtonVariant } from './button.tsx';
import button from './button.module.css';
import { classNames } from './class-names.ts';
import { Icon, type IconName } from './icon.tsx';
import styles from './icon-button.module.css';

export interface IconButtonProps {
  /** What it does: for screen readers, and shown at the pointer. */
  readonly label: string;
  readonly icon: IconName;
  readonly onPress?: () => void;
  readonly isDisabled?: boolean | undefined;
  /** Default: quiet. */
  readonly variant?: ButtonVariant;
  /** "drag" makes it the handle of a row in a GridList. */
  readonly slot?: string;
}

export function IconButton({ label, icon, variant = 'quiet', isDisabled, ...rest }: IconButtonProps): ReactElement {
  return (
    <TooltipTrigger delay={600}>
      <AriaButton
        aria-label={label}
        className={classNames(button['button'], button[variant], button['icon'])}
        isDisabled={isDisabled ?? false}
        {...rest}
      >
        <Icon name={icon} />
      </AriaButton>
      <Tooltip className={styles['tooltip'] ?? ''} offset={4}>
        {label}
      </Tooltip>
    </TooltipTrigger>
  );
}
