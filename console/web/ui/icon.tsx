import type { ReactElement } from 'react';
import styles from './icon.module.css';

/** Drawn in a field of 24 by 24, by lines of 2. */
const drawings = {
  add: 'M12 5v14M5 12h14',
  remove: 'M4 7h16M9 7V4h6v3M6 7l1 13h10l1-13M10 11v5M14 11v5',
  edit: 'M4 20l1-5L16 4l4 4L9 19zM14 6l4 4',
  drag: 'M9 5v.01M15 5v.01M9 12v.01M15 12v.01M9 19v.01M15 19v.01',
  up: 'M12 19V5M6 11l6-6 6 6',
  down: 'M12 5v14M6 13l6 6 6-6',
  undo: 'M9 14l-5-5 5-5M4 9h10a6 6 0 0 1 0 12h-3',
  redo: 'M15 14l5-5-5-5M20 9H10a6 6 0 0 0 0 12h3',
  search: 'M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13zM15.5 15.5L20 20',
  phone: 'M5 4h4l2 5-2.5 1.5a11 11 0 0 0 5 5L15 13l5 2v4a2 2 0 0 1-2 2A16 16 0 0 1 3 6a2 2 0 0 1 2-2z',
  phoneOff: 'M3 15c0-8 18-8 18 0v2l-5-1v-3a12 12 0 0 0-8 0v3l-5 1z',
  warning: 'M12 4L2.5 20h19zM12 10v4.5M12 17.5v.01',
  error: 'M8.5 3h7L21 8.5v7L15.5 21h-7L3 15.5v-7zM12 8v5M12 16.5v.01',
  info: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM12 11v5.5M12 7.5v.01',
  check: 'M5 12.5l4.5 4.5L19 7.5',
  close: 'M6 6l12 12M18 6L6 18',
  map: 'M9 4L3 6.5v13L9 17l6 2.5 6-2.5V4l-6 2.5zM9 4v13M15 6.5v13',
  clock: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM12 7v5l3.5 2',
  play: 'M7 4.5v15l12-7.5z',
  user: 'M12 4a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM4.5 20c0-7 15-7 15 0',
  people:
    'M9 5a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7zM2.5 20c0-6.5 13-6.5 13 0M16 5.2a3.5 3.5 0 0 1 0 6.6M18 14.7c2.3.7 3.5 2.5 3.5 5.3',
  chevron: 'M6 9l6 6 6-6',
  copy: 'M9 9h11v11H9zM5 15H4V4h11v1',
  external: 'M13 4h7v7M20 4l-9 9M18 14v6H4V6h6',
  filter: 'M4 5h16l-6 7.5V19l-4-2v-4.5z',
  more: 'M5 12v.01M12 12v.01M19 12v.01',
  menu: 'M4 6h16M4 12h16M4 18h16',
  theme: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM12 3v18M12 8l5-3M12 13l8.5-4M12 18l7-3',
} as const;
export type IconName = keyof typeof drawings;

/** Without a label it is decoration, which screen readers pass over. */
export function Icon({ name, label }: { readonly name: IconName; readonly label?: string }): ReactElement {
  return (
    <svg
      className={styles['icon']}
      viewBox="0 0 24 24"
      {...(label === undefined ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label })}
    >
      <path d={drawings[name]} />
    </svg>
  );
}
