import type { ReactElement } from 'react';
import { Button } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { CommittedTextField } from '../forms/committed-text-field.tsx';
import styles from '../forms/forms.module.css';
import type { Errors } from '../forms/part-issues.ts';

type Headers = Readonly<Record<string, string>>;

export interface FixedHeadersProps {
  readonly headers: Headers;
  readonly onChange: (headers: Record<string, string> | undefined) => void;
  readonly errors: Errors;
  readonly isDisabled: boolean;
}

/** Headers that are the same for every call. */
export function FixedHeaders({ headers, onChange, errors, isDisabled }: FixedHeadersProps): ReactElement {
  const entries = Object.entries(headers);
  const tell = (next: readonly (readonly [string, string])[]): void =>
    onChange(next.length === 0 ? undefined : Object.fromEntries(next));
  return (
    <fieldset className={styles['group']}>
      <legend>Headers that are the same for every call</legend>
      {entries.map(([name, value], index) => (
        <div key={name} className={`${styles['row']} ${styles['top']}`}>
          <div className={styles['middle']}>
            <CommittedTextField
              label="Header"
              value={name}
              refuse={(next) =>
                next === '' || (next !== name && Object.hasOwn(headers, next)) ? 'must be a name of its own' : undefined
              }
              onCommit={(next) => tell(entries.with(index, [next, value]))}
              error={errors.at(name)}
              isDisabled={isDisabled}
            />
          </div>
          <div className={styles['grow']}>
            <TextField
              label={`Value of ${name}`}
              value={value}
              onChange={(next) => tell(entries.with(index, [name, next]))}
              isDisabled={isDisabled}
            />
          </div>
          <IconButton
            label={`Remove ${name}`}
            icon="remove"
            isDisabled={isDisabled}
            onPress={() => tell(entries.toSpliced(index, 1))}
          />
        </div>
      ))}
      <div>
        <Button
          variant="quiet"
          isDisabled={isDisabled || Object.hasOwn(headers, 'X-Queue')}
          onPress={() => tell([...entries, ['X-Queue', 'support']])}
        >
          Add a header
        </Button>
      </div>
    </fieldset>
  );
}
