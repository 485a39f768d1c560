import type { ReactElement, ReactNode } from 'react';
import { Checkbox as AriaCheckbox } from 'react-aria-components/Checkbox';
import { Icon } from './icon.tsx';
import styles from './toggle.module.css';

export interface CheckboxProps {
  readonly label: ReactNode;
  readonly isSelected: boolean;
  readonly onChange: (isSelected: boolean) => void;
  readonly description?: string | undefined;
  readonly isDisabled?: boolean | undefined;
  readonly isIndeterminate?: boolean | undefined;
  /** In a GridList or Table: "selection". */
  readonly slot?: string;
}

export function Checkbox(props: CheckboxProps): ReactElement {
  const { label, isSelected, onChange, description, isDisabled = false, isIndeterminate = false, slot } = props;
  return (
    <AriaCheckbox
      className={styles['toggle'] ?? ''}
      isSelected={isSelected}
      onChange={onChange}
      isDisabled={isDisabled}
      isIndeterminate={isIndeterminate}
      {...(slot === undefined ? {} : { slot })}
    >
      <span className={styles['box']} aria-hidden>
        {isIndeterminate ? <span className={styles['some']} /> : isSelected && <Icon name="check" />}
      </span>
      <span className={styles['words']}>
        <span>{label}</span>
        {description !== undefined && <span className={styles['description']}>{description}</span>}
      </span>
    </AriaCheckbox>
  );
}
