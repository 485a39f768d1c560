import { useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import type { Api } from '../data/api.ts';
import { useApi } from '../data/use-api.ts';
import { useSession } from '../session/session.ts';
import type { Simulations } from './bench/benches.ts';
import { laterTimers } from './browser-timers.ts';
import type { DeskState } from './desk-state.ts';
import { DeskShelf } from './desk-shelf.ts';
import { openDesk, type OpenDesk } from './open-desk.ts';

// Of each connection to the API, which is each sign-in.
const shelves = new WeakMap<Api, DeskShelf<OpenDesk>>();
const loading: DeskState = { kind: 'loading' };
const nothing = (): void => undefined;

/** The draft of a table. All who use it at a time, parts of one page or the simulator, have the same one. */
export function useDraftDesk(table: string): DeskState {
  const desk = useOpenDesk(table);
  const subscribe = useCallback(
    (listener: () => void) => (desk === undefined ? nothing : desk.model.subscribe(listener)),
    [desk],
  );
  return useSyncExternalStore(subscribe, () => desk?.model.state ?? loading);
}

/** Who plays calls in the worker of that desk, where a large table keeps nobody from typing. Absent until there is one. */
export function useSimulations(table: string): Simulations | undefined {
  return useOpenDesk(table)?.simulations;
}

function useOpenDesk(table: string): OpenDesk | undefined {
  const api = useApi();
  const session = useSession();
  const me = session.userId;
  const mayEdit = session.can('tables/write');
  const [open, setOpen] = useState<{ readonly table: string; readonly desk: OpenDesk }>();

  useEffect(() => {
    const shelf = shelves.get(api) ?? new DeskShelf<OpenDesk>(laterTimers);
    shelves.set(api, shelf);
    setOpen({ table, desk: shelf.take(table, () => openDesk(table, { api, me, mayEdit })) });
    return () => shelf.putBack(table);
  }, [api, table, me, mayEdit]);

  return open?.table === table ? open.desk : undefined;
}
