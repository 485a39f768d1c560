import type { ReactElement } from 'react';
import { Button } from 'react-aria-components/Button';
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox';
import { Popover } from 'react-aria-components/Popover';
import { Select as AriaSelect, SelectValue } from 'react-aria-components/Select';
import { classNames } from './class-names.ts';
import { FieldHelp, FieldLabel, fieldState, type FieldProps } from './field.tsx';
import field from './field.module.css';
import { Icon } from './icon.tsx';
import list from './list.module.css';
import styles from './select.module.css';

export interface SelectItem<T extends string> {
  readonly id: T;
  readonly name: string;
  readonly description?: string | undefined;
}

export interface SelectProps<T extends string> extends FieldProps {
  readonly items: readonly SelectItem<T>[];
  readonly selected: T | undefined;
  readonly onSelect: (id: T) => void;
  /** While nothing is selected. Default: "Choose". */
  readonly placeholder?: string | undefined;
}

export function Select<T extends string>(props: SelectProps<T>): ReactElement {
  const { items, selected, onSelect, placeholder = 'Choose' } = props;
  return (
    <AriaSelect
      className={field['field'] ?? ''}
      value={selected ?? null}
      onChange={(key) => {
        const item = items.find(({ id }) => id === key);
        if (item !== undefined) onSelect(item.id);
      }}
      placeholder={placeholder}
      {...fieldState(props)}
    >
      <FieldLabel {...props} />
      <Button className={classNames(field['box'], styles['button'])}>
        <SelectValue className={styles['value'] ?? ''}>
          {({ selectedText, isPlaceholder, defaultChildren }) => (isPlaceholder ? defaultChildren : selectedText)}
        </SelectValue>
        <Icon name="chevron" />
      </Button>
      <FieldHelp {...props} />
      <Popover className={list['popover'] ?? ''}>
        <ListBox className={list['list'] ?? ''} items={items}>
          {(item) => (
            <ListBoxItem className={list['item'] ?? ''} id={item.id} textValue={item.name}>
              <span className={list['words']}>
                <span>{item.name}</span>
                {item.description !== undefined && <span className={list['description']}>{item.description}</span>}
              </span>
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
}
