import { useRef, type ReactElement, type ReactNode } from 'react';
import { useLocation, useSearchParams } from 'wouter';
import { useSession } from '../session/session.ts';
import { Notice } from '../ui/notice.tsx';
import { Page } from '../ui/page.tsx';
import { Toasts } from '../ui/toast.tsx';
import { ConnectionNotice } from './connection-notice.tsx';
import styles from './frame.module.css';
import { Header } from './header.tsx';
import { PageBoundary } from './page-boundary.tsx';
import { placeOf, places } from './places.ts';

/** What is around every page: the way to the others, who one is, and whether the console answers. */
export function Frame({ children }: { readonly children: ReactNode }): ReactElement {
  const { can } = useSession();
  const [path] = useLocation();
  const [search] = useSearchParams();
  const main = useRef<HTMLElement>(null);
  const here = placeOf(path);
  const mayBeHere = here === undefined ? places.some(({ scope }) => can(scope)) : can(here.scope);
  // As a customer-engagement system shows it within its own page, which has a way around of its own.
  const isEmbedded = search.has('embed');
  return (
    <div className={styles['frame']}>
      <button type="button" className={styles['skip']} onClick={() => main.current?.focus()}>
        Skip to the page
      </button>
      {!isEmbedded && <Header />}
      <ConnectionNotice />
      <main ref={main} tabIndex={-1} className={styles['main']}>
        {mayBeHere ? <PageBoundary path={path}>{children}</PageBoundary> : <NotHere />}
      </main>
      <Toasts />
    </div>
  );
}

function NotHere(): ReactElement {
  const { can, name } = useSession();
  const others = places.filter(({ scope }) => can(scope)).map((place) => place.name);
  return (
    <Page title="You may not see this">
      <Notice tone="warning">
        {others.length === 0
          ? `${name} is in no group of the console. Ask an administrator for one of operator, agent or viewer, then sign out and in again.`
          : `Your group may see: ${others.join(', ')}. For more, ask an administrator for another group, then sign out and in again.`}
      </Notice>
    </Page>
  );
}
