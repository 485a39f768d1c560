import type { Api } from '../data/api.ts';
import { openWorks } from '../session/open-works.ts';
import { Simulations } from './bench/benches.ts';
import { workerPort } from './bench/worker-port.ts';
import { laterTimers } from './browser-timers.ts';
import { DeskModel } from './desk-model.ts';
import { apiDraftServer } from './saving/api-draft-server.ts';
import { indexedCopies } from './saving/indexed-copies.ts';

/** A desk with all that a browser has for it: workers, storage, other tabs. */
export interface OpenDesk {
  readonly model: DeskModel;
  readonly simulations: Simulations;
  close(): void;
}

export interface DeskOwner {
  readonly api: Api;
  readonly me: string;
  readonly mayEdit: boolean;
}

export function openDesk(table: string, { api, me, mayEdit }: DeskOwner): OpenDesk {
  const checker = workerPort();
  const copies = indexedCopies(me, table);
  const channel = new BroadcastChannel(`draft:${table}`);
  const model = new DeskModel({
    name: table,
    me,
    mayEdit,
    server: apiDraftServer(api, table),
    benches: { writer: workerPort(), checker },
    copies,
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel has none
    tellTabs: () => channel.postMessage('changed'),
    timers: laterTimers,
    now: () => Date.now(),
  });
  const look = (): void => void model.look();
  const ask = (event: BeforeUnloadEvent): void => {
    if (model.isUnsafe) event.preventDefault();
  };
  channel.addEventListener('message', look);
  addEventListener('online', look);
  addEventListener('beforeunload', ask);
  const leaveWorks = openWorks.add({
    name: table,
    isUnsaved: () => isUnsaved(model),
    save: () => model.finish().finally(look),
    drop: end,
  });
  void model.start();

  function end(): void {
    leaveWorks();
    channel.close();
    removeEventListener('online', look);
    removeEventListener('beforeunload', ask);
    model.close();
    copies.close();
  }

  async function finish(): Promise<void> {
    try {
      await model.finish();
    } catch {
      // The copy in this browser is offered when the table is opened again.
    }
    end();
  }
  return { model, simulations: new Simulations(checker), close: () => void finish() };
}

function isUnsaved({ state }: DeskModel): boolean {
  return state.kind === 'ready' && state.desk.saving.kind !== 'unchanged' && state.desk.saving.kind !== 'saved';
}
