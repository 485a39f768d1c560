import type { ReactElement, ReactNode } from 'react';
import { Switch as AriaSwitch } from 'react-aria-components/Switch';
import styles from './toggle.module.css';

export interface SwitchProps {
  readonly label: ReactNode;
  readonly isSelected: boolean;
  readonly onChange: (isSelected: boolean) => void;
  readonly description?: string | undefined;
  readonly isDisabled?: boolean | undefined;
}

export function Switch({ label, isSelected, onChange, description, isDisabled = false }: SwitchProps): ReactElement {
  return (
    <AriaSwitch className={styles['toggle'] ?? ''} isSelected={isSelected} onChange={onChange} isDisabled={isDisabled}>
      <span className={styles['track']} aria-hidden>
        <span className={styles['thumb']} />
      </span>
      <span className={styles['words']}>
        <span>{label}</span>
        {description !== undefined && <span className={styles['description']}>{description}</span>}
      </span>
    </AriaSwitch>
  );
}
