import { useState, type ReactElement } from 'react';
import { TextField } from '../../ui/text-field.tsx';
import { sameJson } from './same-json.ts';

export interface ListTextFieldProps {
  readonly label: string;
  readonly values: readonly string[];
  readonly onChange: (values: string[]) => void;
  readonly read: (text: string) => string[];
  readonly write: (values: readonly string[]) => string;
  readonly description?: string;
  readonly error?: string | undefined;
  readonly hideLabel?: boolean;
  readonly placeholder?: string;
  readonly multiline?: boolean;
  readonly isDisabled?: boolean;
}

/** Several short texts in one field. It keeps what is typed as it is typed, as long as that means the values. */
export function ListTextField(props: ListTextFieldProps): ReactElement {
  const { values, onChange, read, write, ...field } = props;
  const [typed, setTyped] = useState<string>();
  const text = typed !== undefined && sameJson(read(typed), values) ? typed : write(values);
  return (
    <TextField
      {...field}
      value={text}
      onChange={(next) => {
        setTyped(next);
        onChange(read(next));
      }}
    />
  );
}
