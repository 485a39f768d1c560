import type { ReactElement } from 'react';
import { skillLocales } from '../../../../shared/contracts/skill-locales.ts';
import { localeSchema } from '../../../../shared/contracts/table-file/conditions.ts';
import { Button } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { TextField } from '../../ui/text-field.tsx';
import type { LocalizedText } from '../table-parts.ts';
import { CommittedTextField } from './committed-text-field.tsx';
import styles from './forms.module.css';
import type { Errors } from './part-issues.ts';

export interface LocalizedFieldProps {
  readonly label: string;
  readonly value: LocalizedText | undefined;
  readonly onChange: (value: LocalizedText) => void;
  readonly errors: Errors;
  readonly description?: string;
  readonly multiline?: boolean;
}

/** What people hear or read: one text for everybody, and others by locale. */
export function LocalizedField(props: LocalizedFieldProps): ReactElement {
  const { label, value, onChange, errors, description, multiline = false } = props;
  const texts: Readonly<Record<string, string>> = typeof value === 'object' ? value : { default: value ?? '' };
  const others = Object.entries(texts).filter(([locale]) => locale !== 'default');

  /** One text for everybody is written as it is. */
  function tell(next: Readonly<Record<string, string>>): void {
    const { default: plain = '', ...rest } = next;
    onChange(Object.keys(rest).length === 0 ? plain : { ...next, default: plain });
  }

  const free = [...skillLocales, 'en', 'fr', 'es'].find((locale) => texts[locale] === undefined) ?? 'de';
  return (
    <div className={styles['stack']}>
      <TextField
        label={others.length === 0 ? label : `${label}, for everybody else`}
        value={texts['default'] ?? ''}
        onChange={(text) => tell({ ...texts, default: text })}
        error={errors.at('default') ?? errors.at()}
        description={description}
        multiline={multiline}
        rows={2}
      />
      {others.map(([locale, text]) => (
        <div key={locale} className={styles['row']}>
          <div className={styles['short']}>
            <CommittedTextField
              label="Locale"
              value={locale}
              schema={localeSchema}
              refuse={(next) => (next !== locale && texts[next] !== undefined ? 'has a text already' : undefined)}
              onCommit={(next) =>
                tell(
                  Object.fromEntries(Object.entries(texts).map(([key, each]) => [key === locale ? next : key, each])),
                )
              }
            />
          </div>
          <div className={styles['grow']}>
            <TextField
              label={`${label}, for ${locale}`}
              value={text}
              onChange={(next) => tell({ ...texts, [locale]: next })}
              error={errors.at(locale)}
              multiline={multiline}
              rows={2}
            />
          </div>
          <IconButton
            label={`Remove the text for ${locale}`}
            icon="remove"
            onPress={() => tell(Object.fromEntries(Object.entries(texts).filter(([key]) => key !== locale)))}
          />
        </div>
      ))}
      <div>
        <Button variant="quiet" onPress={() => tell({ ...texts, [free]: texts['default'] ?? '' })}>
          Add another language
        </Button>
      </div>
    </div>
  );
}
