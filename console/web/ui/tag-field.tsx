import { useState, type ReactElement } from 'react';
import { Button } from 'react-aria-components/Button';
import { Tag, TagGroup, TagList } from 'react-aria-components/TagGroup';
import { ComboBox, type ComboBoxItem } from './combo-box.tsx';
import { Button as KitButton } from './button.tsx';
import { Icon } from './icon.tsx';
import { TextField } from './text-field.tsx';
import styles from './tag-field.module.css';

export interface TagFieldProps {
  readonly label: string;
  readonly values: readonly string[];
  readonly onChange: (values: readonly string[]) => void;
  /** What can be chosen. Without any, values are typed. */
  readonly suggestions?: readonly ComboBoxItem[] | undefined;
  /** Whether values beside the suggestions can be typed. Default: only where there are no suggestions. */
  readonly allowsNew?: boolean | undefined;
  readonly description?: string | undefined;
  readonly error?: string | undefined;
  readonly placeholder?: string | undefined;
  readonly hideLabel?: boolean | undefined;
  readonly isDisabled?: boolean | undefined;
}

/** Several values: chosen, or typed and ended by Enter or a comma. */
export function TagField(props: TagFieldProps): ReactElement {
  const { label, values, onChange, suggestions, isDisabled = false, ...help } = props;
  const { allowsNew = suggestions === undefined, ...words } = help;
  const [text, setText] = useState('');
  const nameOf = (value: string): string => suggestions?.find(({ id }) => id === value)?.name ?? value;

  function add(typed: string): void {
    const fresh = typed
      .split(',')
      .map((part) => part.trim())
      .filter((part) => part !== '' && !values.includes(part));
    setText('');
    if (fresh.length > 0) onChange([...values, ...new Set(fresh)]);
  }

  function takeTyped(next: string): void {
    if (next.includes(',')) add(next);
    else setText(next);
  }

  const field = { label, isDisabled, ...words };
  return (
    <div className={styles['field']}>
      {values.length > 0 && (
        <TagGroup
          aria-label={`${label}: chosen`}
          {...(isDisabled ? {} : { onRemove: (gone) => onChange(values.filter((value) => !gone.has(value))) })}
        >
          <TagList className={styles['tags'] ?? ''} items={values.map((id) => ({ id, name: nameOf(id) }))}>
            {({ id, name }) => (
              <Tag id={id} textValue={name} className={styles['tag'] ?? ''}>
                {name}
                {!isDisabled && (
                  <Button slot="remove" className={styles['remove'] ?? ''}>
                    <Icon name="close" />
                  </Button>
                )}
              </Tag>
            )}
          </TagList>
        </TagGroup>
      )}
      <div className={styles['add']}>
        <div className={styles['input']}>
          {suggestions === undefined ? (
            <TextField {...field} value={text} onChange={takeTyped} onEnter={() => add(text)} />
          ) : (
            <ComboBox
              {...field}
              items={suggestions.filter(({ id }) => !values.includes(id))}
              value={text}
              onChange={takeTyped}
              onChoose={add}
              allowsCustomValue={allowsNew}
              {...(allowsNew ? { onEnter: () => add(text) } : {})}
            />
          )}
        </div>
        {allowsNew && text !== '' && (
          <KitButton onPress={() => add(text)} isDisabled={isDisabled}>
            Add
          </KitButton>
        )}
      </div>
    </div>
  );
}
