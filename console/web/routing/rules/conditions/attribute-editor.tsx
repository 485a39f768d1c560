import type { ReactElement } from 'react';
import { IconButton } from '../../../ui/icon-button.tsx';
import { NumberField } from '../../../ui/number-field.tsx';
import { Select } from '../../../ui/select.tsx';
import { TagField } from '../../../ui/tag-field.tsx';
import { CommittedTextField } from '../../forms/committed-text-field.tsx';
import styles from '../../forms/forms.module.css';
import type { Errors } from '../../forms/part-issues.ts';
import type { AttributeTest } from '../../table-parts.ts';
import { kindOfTest, testKinds, testOfKind, testTitles, valuesOf } from './condition-kinds.ts';

type Attributes = Readonly<Record<string, AttributeTest>>;

export interface AttributeEditorProps {
  readonly attributes: Attributes;
  readonly onChange: (attributes: Record<string, AttributeTest>) => void;
  readonly errors: Errors;
}

/** What is asked of the caller's attributes, each on a line. */
export function AttributeEditor({ attributes, onChange, errors }: AttributeEditorProps): ReactElement {
  const entries = Object.entries(attributes);
  return (
    <div className={styles['stack']}>
      {errors.at() !== undefined && <p className={styles['error']}>{errors.at()}</p>}
      {entries.map(([name, test]) => (
        <div key={name} className={`${styles['row']} ${styles['top']}`}>
          <div className={styles['short']}>
            <CommittedTextField
              label="Attribute"
              value={name}
              refuse={(next) =>
                next !== name && Object.hasOwn(attributes, next)
                  ? 'is there already: put both tests into one'
                  : undefined
              }
              onCommit={(next) =>
                onChange(Object.fromEntries(entries.map(([key, each]) => [key === name ? next : key, each])))
              }
            />
          </div>
          <div className={styles['short']}>
            <Select
              label="Test"
              items={testKinds.map((id) => ({ id, name: testTitles[id] }))}
              selected={kindOfTest(test)}
              onSelect={(kind) => onChange({ ...attributes, [name]: testOfKind(kind, test) })}
            />
          </div>
          <div className={styles['grow']}>
            <TestFields
              name={name}
              test={test}
              onChange={(next) => onChange({ ...attributes, [name]: next })}
              error={firstError(errors, name)}
            />
          </div>
          <IconButton
            label={`Remove the test of ${name}`}
            icon="remove"
            onPress={() => onChange(Object.fromEntries(entries.filter(([key]) => key !== name)))}
          />
        </div>
      ))}
    </div>
  );
}

function firstError(errors: Errors, name: string): string | undefined {
  const places = [[], ['prefix'], ['from'], ['below'], ['exists'], [0], ['prefix', 0]];
  return places.map((place) => errors.at(name, ...place)).find((error) => error !== undefined);
}

interface TestFieldsProps {
  readonly name: string;
  readonly test: AttributeTest;
  readonly onChange: (test: AttributeTest) => void;
  readonly error: string | undefined;
}

function TestFields({ name, test, onChange, error }: TestFieldsProps): ReactElement {
  const kind = kindOfTest(test);
  if (kind === 'in' || kind === 'prefix')
    return (
      <TagField
        label={kind === 'in' ? `Values of ${name}` : `Beginnings of ${name}`}
        values={valuesOf(test)}
        onChange={(values) => onChange(kind === 'in' ? [...values] : { prefix: [...values] })}
        error={error}
      />
    );
  if (typeof test === 'object' && 'exists' in test)
    return (
      <Select
        label={`${name} is`}
        items={[
          { id: 'known', name: 'known' },
          { id: 'unknown', name: 'not known' },
        ]}
        selected={test.exists ? 'known' : 'unknown'}
        onSelect={(id) => onChange({ exists: id === 'known' })}
      />
    );
  const { from, below }: { readonly from?: number; readonly below?: number } =
    typeof test === 'object' && !Array.isArray(test) && !('prefix' in test) ? test : {};
  const range = (next: { from: number | undefined; below: number | undefined }): AttributeTest => ({
    ...(next.from === undefined ? {} : { from: next.from }),
    ...(next.below === undefined ? {} : { below: next.below }),
  });
  return (
    <div className={styles['row']}>
      <div className={styles['short']}>
        <NumberField
          label="From"
          value={from}
          onChange={(next) => onChange(range({ from: next, below }))}
          error={error}
        />
      </div>
      <div className={styles['short']}>
        <NumberField label="Below" value={below} onChange={(next) => onChange(range({ from, below: next }))} />
      </div>
    </div>
  );
}
