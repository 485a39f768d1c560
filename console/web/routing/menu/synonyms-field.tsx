import type { ReactElement } from 'react';
import { skillLocales } from '../../../../shared/contracts/skill-locales.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { MenuButton } from '../../ui/menu.tsx';
import { TagField } from '../../ui/tag-field.tsx';
import styles from '../forms/forms.module.css';
import type { Errors } from '../forms/part-issues.ts';
import type { Synonyms } from '../table-parts.ts';
import { synonymsByLocale, synonymsOf } from './synonyms.ts';

export interface SynonymsFieldProps {
  readonly synonyms: Synonyms | undefined;
  readonly onChange: (synonyms: Synonyms | undefined) => void;
  readonly errors: Errors;
  readonly isDisabled: boolean;
}

/** What callers say for a reason, for every locale or by locale. */
export function SynonymsField({ synonyms, onChange, errors, isDisabled }: SynonymsFieldProps): ReactElement {
  const byLocale = synonymsByLocale(synonyms);
  const free = [...skillLocales, 'en', 'fr', 'es'].filter((locale) => byLocale[locale] === undefined);
  return (
    <div className={styles['stack']}>
      {Object.entries(byLocale).map(([locale, words]) => (
        <div key={locale} className={`${styles['row']} ${styles['top']}`}>
          <div className={styles['grow']}>
            <TagField
              label={locale === 'default' ? 'Callers say' : `Callers say, in ${locale}`}
              values={words}
              onChange={(next) => onChange(synonymsOf({ ...byLocale, [locale]: next }))}
              error={[
                errors.at(),
                errors.at(locale),
                ...words.map((_, at) => errors.at(at) ?? errors.at(locale, at)),
              ].find((error) => error !== undefined)}
              isDisabled={isDisabled}
            />
          </div>
          {locale !== 'default' && (
            <IconButton
              label={`Remove what callers say in ${locale}`}
              icon="remove"
              isDisabled={isDisabled}
              onPress={() =>
                onChange(synonymsOf(Object.fromEntries(Object.entries(byLocale).filter(([key]) => key !== locale))))
              }
            />
          )}
        </div>
      ))}
      <div>
        <MenuButton
          label="Add a language"
          items={free.map((id) => ({ id, name: id }))}
          isDisabled={isDisabled}
          onAction={(locale) => onChange({ ...nonEmpty(byLocale), [locale]: [] })}
        />
      </div>
    </div>
  );
}

function nonEmpty(byLocale: Readonly<Record<string, readonly string[]>>): Record<string, string[]> {
  return Object.fromEntries(
    Object.entries(byLocale).flatMap(([locale, words]) => (words.length === 0 ? [] : [[locale, [...words]]])),
  );
}
