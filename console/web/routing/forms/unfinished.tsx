import { createContext, use, useMemo, useSyncExternalStore, type ReactElement, type ReactNode } from 'react';
import { sessionShelf } from '../../data/shelf.ts';
import { UnfinishedStore } from './unfinished-store.ts';

const UnfinishedContext = createContext<UnfinishedStore | undefined>(undefined);

/** Around the forms of one table. */
export function Unfinished({
  table,
  children,
}: {
  readonly table: string;
  readonly children: ReactNode;
}): ReactElement {
  const store = useMemo(() => new UnfinishedStore(table, sessionShelf), [table]);
  return <UnfinishedContext value={store}>{children}</UnfinishedContext>;
}

/** @throws Error outside of the routing page, which is a bug. */
export function useUnfinished(): UnfinishedStore {
  const store = use(UnfinishedContext);
  if (store === undefined) throw new Error('no forms here: the routing page has them');
  return store;
}

/** Whether that form has something in it that is not valid yet. */
export function useIsUnfinished(form: string): boolean {
  const store = useUnfinished();
  return useSyncExternalStore(store.subscribe, () => store.get(form) !== undefined);
}
