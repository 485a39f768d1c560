import type { ReactElement } from 'react';
import { Button } from 'react-aria-components/Button';
import { Menu, MenuItem, MenuTrigger } from 'react-aria-components/Menu';
import { Popover } from 'react-aria-components/Popover';
import button from './button.module.css';
import { classNames } from './class-names.ts';
import { Icon, type IconName } from './icon.tsx';
import list from './list.module.css';

export interface MenuButtonProps {
  readonly label: string;
  /** Shown in the label's stead. */
  readonly icon?: IconName;
  readonly items: readonly {
    readonly id: string;
    readonly name: string;
    readonly isDisabled?: boolean;
    readonly isDangerous?: boolean;
  }[];
  readonly onAction: (id: string) => void;
  readonly isDisabled?: boolean | undefined;
}

export function MenuButton({ label, icon, items, onAction, isDisabled = false }: MenuButtonProps): ReactElement {
  return (
    <MenuTrigger>
      {icon === undefined ? (
        <Button className={button['button'] ?? ''} isDisabled={isDisabled}>
          {label} <Icon name="chevron" />
        </Button>
      ) : (
        <Button
          aria-label={label}
          className={classNames(button['button'], button['quiet'], button['icon'])}
          isDisabled={isDisabled}
        >
          <Icon name={icon} />
        </Button>
      )}
      <Popover className={list['popover'] ?? ''}>
        <Menu className={list['list'] ?? ''} onAction={(key) => onAction(String(key))}>
          {items.map(({ id, name, isDisabled: isItemDisabled = false, isDangerous = false }) => (
            <MenuItem
              key={id}
              id={id}
              textValue={name}
              isDisabled={isItemDisabled}
              className={classNames(list['item'], isDangerous && list['dangerous'])}
            >
              {name}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
