import type { ReactElement } from 'react';
import { Input } from 'react-aria-components/Input';
import { TextArea } from 'react-aria-components/TextArea';
import { TextField as AriaTextField } from 'react-aria-components/TextField';
import { FieldHelp, FieldLabel, fieldState, onEnterKey, type FieldProps } from './field.tsx';
import styles from './field.module.css';

export interface TextFieldProps extends FieldProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly onBlur?: () => void;
  /** Enter was pressed. Without it, Enter sends the form that the field is in. */
  readonly onEnter?: () => void;
  readonly placeholder?: string | undefined;
  readonly multiline?: boolean;
  /** Lines of a multiline field. Default: 4. */
  readonly rows?: number;
  readonly type?: 'text' | 'search' | 'tel' | 'email' | 'url' | 'password' | 'date' | 'time' | 'datetime-local';
  readonly name?: string;
  readonly autoFocus?: boolean;
  readonly isReadOnly?: boolean | undefined;
  readonly maxLength?: number;
  readonly inputMode?: 'text' | 'tel' | 'numeric' | 'decimal';
}

export function TextField(props: TextFieldProps): ReactElement {
  const {
    value,
    onChange,
    onBlur,
    onEnter,
    placeholder,
    multiline = false,
    rows = 4,
    type = 'text',
    isReadOnly,
  } = props;
  const { name, autoFocus = false, maxLength, inputMode } = props;
  const input = { className: styles['input'] ?? '', ...(placeholder === undefined ? {} : { placeholder }) };
  return (
    <AriaTextField
      className={styles['field'] ?? ''}
      value={value}
      onChange={onChange}
      isReadOnly={isReadOnly ?? false}
      // oxlint-disable-next-line jsx-a11y/no-autofocus -- for whoever opens a dialog to type
      autoFocus={autoFocus}
      {...fieldState(props)}
      {...(multiline ? {} : { type })}
      {...(onEnter === undefined ? {} : { onKeyDown: onEnterKey(onEnter) })}
      {...(onBlur === undefined ? {} : { onBlur })}
      {...(name === undefined ? {} : { name })}
      {...(maxLength === undefined ? {} : { maxLength })}
      {...(inputMode === undefined ? {} : { inputMode })}
    >
      <FieldLabel {...props} />
      {multiline ? <TextArea rows={rows} {...input} /> : <Input {...input} />}
      <FieldHelp {...props} />
    </AriaTextField>
  );
}
