import type { ReactElement } from 'react';
import { Link } from 'wouter';
import { useSession } from '../session/session.ts';
import { placeOf } from '../shell/places.ts';
import { classNames } from '../ui/class-names.ts';
import { Moment } from '../ui/moment.tsx';
import { changeWords, linkOf, type ListedChange } from './change-words.ts';
import styles from './changes-page.module.css';

const columns = ['When', 'Who', 'What', 'Where', 'Why'] as const;

/** To be read, not to be worked in: the browser's own table, which screen readers walk best. */
export function ChangesTable({ changes }: { readonly changes: readonly ListedChange[] }): ReactElement {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls can be scrolled by keys
    <div className={styles['scroller']} role="region" aria-label="Changes, latest first" tabIndex={0}>
      <table className={styles['table']}>
        <thead>
          <tr>
            {columns.map((name) => (
              <th key={name} scope="col" className={styles['head']}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {changes.map((change, index) => (
            <ChangeRow key={`${change.at} ${change.subject} ${index}`} change={change} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function ChangeRow({ change }: { readonly change: ListedChange }): ReactElement {
  const { userId } = useSession();
  const { at, kind, by, version, because, detail } = change;
  const words = version === undefined ? changeWords[kind] : `${changeWords[kind]} version ${version}`;
  return (
    <tr className={styles['row']}>
      <td className={classNames(styles['cell'], styles['moment'])}>
        <Moment at={at} />
      </td>
      <td className={styles['cell']}>{by === userId ? 'You' : by}</td>
      <td className={styles['cell']}>{detail === undefined ? words : `${words}: ${detail}`}</td>
      <td className={styles['cell']}>
        <Subject change={change} />
      </td>
      <td className={styles['cell']}>{because ?? ''}</td>
    </tr>
  );
}

/** A link for whoever may go there. */
function Subject({ change }: { readonly change: ListedChange }): ReactElement {
  const { can } = useSession();
  const to = linkOf(change);
  const place = placeOf(to.split('?')[0] ?? to);
  if (place === undefined || !can(place.scope)) return <span>{change.subject}</span>;
  return <Link href={to}>{change.subject}</Link>;
}
