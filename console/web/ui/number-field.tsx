import type { ReactElement } from 'react';
import { Group } from 'react-aria-components/Group';
import { Input } from 'react-aria-components/Input';
import { NumberField as AriaNumberField } from 'react-aria-components/NumberField';
import { FieldHelp, FieldLabel, fieldState, type FieldProps } from './field.tsx';
import styles from './field.module.css';

export interface NumberFieldProps extends FieldProps {
  readonly value: number | undefined;
  /** undefined: the field is empty. Told when the field is left, or by the arrow keys. */
  readonly onChange: (value: number | undefined) => void;
  readonly minValue?: number;
  readonly maxValue?: number;
  readonly step?: number;
  /** Behind the number: "s", "km". */
  readonly unit?: string;
}

export function NumberField(props: NumberFieldProps): ReactElement {
  const { value, onChange, minValue, maxValue, step, unit } = props;
  return (
    <AriaNumberField
      className={styles['field'] ?? ''}
      value={value ?? Number.NaN}
      onChange={(next) => onChange(Number.isNaN(next) ? undefined : next)}
      formatOptions={{ useGrouping: false, maximumFractionDigits: 6 }}
      isWheelDisabled
      {...fieldState(props)}
      {...(minValue === undefined ? {} : { minValue })}
      {...(maxValue === undefined ? {} : { maxValue })}
      {...(step === undefined ? {} : { step })}
    >
      <FieldLabel {...props} label={props.label} />
      <Group className={styles['box'] ?? ''}>
        <Input className={styles['input'] ?? ''} />
        {unit !== undefined && <span className={styles['unit']}>{unit}</span>}
      </Group>
      <FieldHelp {...props} />
    </AriaNumberField>
  );
}
