import { use, useEffect, useRef, useState, type ContextType, type ReactElement, type RefObject } from 'react';
import { Button } from 'react-aria-components/Button';
import { ComboBox as AriaComboBox, ComboBoxStateContext } from 'react-aria-components/ComboBox';
import { Input } from 'react-aria-components/Input';
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox';
import { Popover } from 'react-aria-components/Popover';
import { FieldHelp, FieldLabel, fieldState, onEnterKey, type FieldProps } from './field.tsx';
import field from './field.module.css';
import { Icon } from './icon.tsx';
import list from './list.module.css';

export interface ComboBoxItem {
  readonly id: string;
  readonly name: string;
}

export interface ComboBoxProps extends FieldProps {
  readonly items: readonly ComboBoxItem[];
  /** The id of an item; with allowsCustomValue also whatever was typed. "": nothing. */
  readonly value: string;
  /** With allowsCustomValue told at every key, else when an item is chosen, or all is deleted. */
  readonly onChange: (value: string) => void;
  readonly allowsCustomValue?: boolean;
  /** For lists of several: an item was chosen, and `onChange` is told of what is typed and nothing else. */
  readonly onChoose?: (id: string) => void;
  /** Enter was pressed, and chose nothing from the list. */
  readonly onEnter?: () => void;
  readonly placeholder?: string | undefined;
  readonly autoFocus?: boolean;
}

/** Whether Enter would choose an item of the list. */
function isChoosing(input: Element): boolean {
  return input.hasAttribute('aria-activedescendant');
}

export function ComboBox(props: ComboBoxProps): ReactElement {
  const {
    items,
    value,
    onChange,
    onChoose,
    allowsCustomValue = false,
    onEnter,
    placeholder,
    autoFocus = false,
  } = props;
  // What is typed belongs to the value that it was typed for: a value from outside brings its own words.
  const [choices, setChoices] = useState(0);
  const listState = useRef<ListState>(null);
  const [typed, setTyped] = useState<{ readonly value: string; readonly text: string }>();
  const chosen = onChoose === undefined ? items.find(({ id }) => id === value) : undefined;
  const text = typed?.value === value ? typed.text : (chosen?.name ?? value);

  // The list closes after a choice: while it is open it hides the page from screen readers. By itself it would stay for the next
  // of several, and open again as the text changes.
  useEffect(() => {
    if (choices > 0) listState.current?.setOpen(false);
  }, [choices]);

  function takeText(next: string): void {
    if (onChoose !== undefined) return onChange(next);
    const meant = items.find(({ name }) => name === next)?.id ?? (allowsCustomValue ? next : next === '' ? '' : value);
    setTyped({ value: meant, text: next });
    if (meant !== value) onChange(meant);
  }

  function take(id: string): void {
    setTyped(undefined);
    setChoices(choices + 1);
    if (onChoose !== undefined) return onChoose(id);
    if (id !== value) onChange(id);
  }

  function enter(): void {
    setChoices(choices + 1);
    onEnter?.();
  }

  return (
    <AriaComboBox
      className={field['field'] ?? ''}
      defaultItems={items}
      inputValue={text}
      onInputChange={takeText}
      value={chosen?.id ?? null}
      onChange={(key) => {
        if (key !== null) take(String(key));
      }}
      onBlur={() => setTyped(undefined)}
      allowsCustomValue={allowsCustomValue}
      // Whoever goes through a form by Tab passes by: an open list hides the rest of it from screen readers.
      menuTrigger="input"
      // oxlint-disable-next-line jsx-a11y/no-autofocus -- for whoever opens a dialog to type
      autoFocus={autoFocus}
      {...(onEnter === undefined ? {} : { onKeyDown: onEnterKey(enter, isChoosing) })}
      {...fieldState(props)}
    >
      <FieldLabel {...props} />
      <div className={field['box']}>
        <ListInput placeholder={placeholder} list={listState} />
        <Button className={field['inside'] ?? ''}>
          <Icon name="chevron" />
        </Button>
      </div>
      <FieldHelp {...props} />
      <Popover className={list['popover'] ?? ''}>
        <ListBox<ComboBoxItem> className={list['list'] ?? ''}>
          {(item) => (
            <ListBoxItem className={list['item'] ?? ''} id={item.id} textValue={item.name}>
              {item.name}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaComboBox>
  );
}

type ListState = ContextType<typeof ComboBoxStateContext>;

interface ListInputProps {
  readonly placeholder: string | undefined;
  /** Where the field finds the list. */
  readonly list: RefObject<ListState>;
}

/** A click opens the list, too. */
function ListInput({ placeholder, list: known }: ListInputProps): ReactElement {
  const state = use(ComboBoxStateContext);
  useEffect(() => {
    known.current = state;
  });
  return (
    <Input
      className={field['input'] ?? ''}
      {...(placeholder === undefined ? {} : { placeholder })}
      onClick={() => {
        if (state?.isOpen === false) state.open(null, 'manual');
      }}
    />
  );
}
