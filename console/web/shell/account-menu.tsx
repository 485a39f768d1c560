import type { ReactElement } from 'react';
import { Button } from 'react-aria-components/Button';
import { Header } from 'react-aria-components/Header';
import { Menu, MenuItem, MenuSection, MenuTrigger } from 'react-aria-components/Menu';
import { Popover } from 'react-aria-components/Popover';
import { useSession } from '../session/session.ts';
import button from '../ui/button.module.css';
import { classNames } from '../ui/class-names.ts';
import { Icon } from '../ui/icon.tsx';
import list from '../ui/list.module.css';
import styles from './account-menu.module.css';
import { themeNames, themes, useTheme } from './theme.ts';

/** Who is signed in, how the console looks to them, and the way out. */
export function AccountMenu(): ReactElement {
  const { name, groups, signOut } = useSession();
  const [theme, setTheme] = useTheme();
  const group = groups.length === 0 ? 'no group' : groups.join(', ');
  return (
    <MenuTrigger>
      <Button className={classNames(button['button'], button['quiet'])}>
        <Icon name="user" />
        <span className={styles['name']}>{name}</span> <span className={styles['group']}>{group}</span>
      </Button>
      <Popover className={list['popover'] ?? ''} placement="bottom end">
        <Menu className={list['list'] ?? ''}>
          <MenuSection
            selectionMode="single"
            disallowEmptySelection
            selectedKeys={[theme]}
            onSelectionChange={(keys) => {
              const chosen = themes.find((each) => keys !== 'all' && keys.has(each));
              if (chosen !== undefined) setTheme(chosen);
            }}
          >
            <Header className={styles['heading'] ?? ''}>Colours</Header>
            {themes.map((each) => (
              <MenuItem key={each} id={each} textValue={themeNames[each]} className={list['item'] ?? ''}>
                {({ isSelected }) => (
                  <>
                    <span className={styles['mark']}>{isSelected && <Icon name="check" />}</span>
                    {themeNames[each]}
                  </>
                )}
              </MenuItem>
            ))}
          </MenuSection>
          <MenuSection aria-label="Sign-in">
            <MenuItem id="sign-out" className={list['item'] ?? ''} onAction={signOut}>
              <span className={styles['mark']} />
              Sign out
            </MenuItem>
          </MenuSection>
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
