import { useState, type ReactElement } from 'react';
import type * as z from 'zod';
import { TextField } from '../../ui/text-field.tsx';

export interface CommittedTextFieldProps {
  readonly label: string;
  readonly value: string;
  /** When the field is left, and only with what the schema takes. */
  readonly onCommit: (value: string) => void;
  readonly schema?: z.ZodType<string>;
  /** What else is against a value, such as that it is taken. */
  readonly refuse?: (value: string) => string | undefined;
  readonly description?: string | undefined;
  readonly error?: string | undefined;
  readonly hideLabel?: boolean;
  readonly placeholder?: string;
  readonly isDisabled?: boolean;
}

/** A name or the like: something else hangs by it, so it does not change with every key. */
export function CommittedTextField(props: CommittedTextFieldProps): ReactElement {
  const { value, onCommit, schema, refuse, error, ...field } = props;
  const [typed, setTyped] = useState<string>();
  const problem = typed === undefined || typed === value ? undefined : problemOf(typed.trim());

  function problemOf(text: string): string | undefined {
    const read = schema?.safeParse(text);
    return read?.success === false ? read.error.issues[0]?.message : refuse?.(text);
  }

  function leave(): void {
    // What is refused stays to be put right.
    if (typed === undefined || problem !== undefined) return;
    setTyped(undefined);
    if (typed.trim() !== value) onCommit(typed.trim());
  }

  return <TextField {...field} value={typed ?? value} onChange={setTyped} onBlur={leave} error={problem ?? error} />;
}
