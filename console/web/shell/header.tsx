import type { ReactElement } from 'react';
import { Link, useLocation } from 'wouter';
import { useSession } from '../session/session.ts';
import { MenuButton } from '../ui/menu.tsx';
import { AccountMenu } from './account-menu.tsx';
import styles from './header.module.css';
import { placeOf, places } from './places.ts';

/** Where one can go, and who one is. On a phone the places are in a menu. */
export function Header(): ReactElement {
  const { can } = useSession();
  const [path, navigate] = useLocation();
  const here = placeOf(path);
  const visible = places.filter(({ scope }) => can(scope));
  return (
    <header className={styles['header']}>
      <div className={styles['menu']}>
        <MenuButton
          label="Places"
          icon="menu"
          items={visible.map((place) => ({ id: place.path, name: place.name }))}
          onAction={(to) => navigate(to)}
        />
      </div>
      <span className={styles['brand']}>Call console</span>
      <nav aria-label="Console" className={styles['places']}>
        <ul>
          {visible.map((place) => (
            <li key={place.path}>
              <Link
                href={place.path}
                className={styles['place'] ?? ''}
                {...(place === here ? { 'aria-current': 'page' as const } : {})}
              >
                {place.name}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <AccountMenu />
    </header>
  );
}
