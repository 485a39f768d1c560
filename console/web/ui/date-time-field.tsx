import type { ReactElement } from 'react';
import type { FieldProps } from './field.tsx';
import { localTime, momentOf } from './local-time.ts';
import { TextField } from './text-field.tsx';

export interface DateTimeFieldProps extends FieldProps {
  /** ISO 8601 with offset. */
  readonly value: string | undefined;
  /** Of the same form; undefined: the field is empty. */
  readonly onChange: (value: string | undefined) => void;
  /** Whose clocks are meant. Default: the reader's. */
  readonly timeZone?: string | undefined;
}

/** Date and time to the minute, by the browser's own field, which knows the reader's way to write them. */
export function DateTimeField({ value, onChange, timeZone, ...field }: DateTimeFieldProps): ReactElement {
  const zone = timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
  const at = value === undefined ? Number.NaN : Date.parse(value);
  return (
    <TextField
      {...field}
      type="datetime-local"
      description={field.description ?? (timeZone === undefined ? undefined : `Clocks of ${timeZone}`)}
      value={Number.isNaN(at) ? '' : localTime(at, zone)}
      onChange={(local) => onChange(local === '' ? undefined : momentOf(local, zone))}
    />
  );
}
