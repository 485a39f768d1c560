import { useEffect, useMemo, useRef, useState } from 'react';
import { useSearchParams } from 'wouter';
import { useLiveCalls, type LiveCallsSeen } from '../data/live-calls.ts';
import { useLocalState } from '../data/local-cloud.ts';
import { localShelf } from '../data/shelf.ts';
import { useSession } from '../session/session.ts';
import type { LiveCall } from '../../../shared/contracts/desk-api.ts';
import type { LocalState } from '../../../shared/contracts/local-cloud-api.ts';
import { deskCalls, type DeskCall } from './calls/desk-calls.ts';
import { announcement } from './calls/desk-words.ts';
import { arrivals, noPops, withOffered, type PoppedCall, type Pops } from './calls/pops.ts';
import { keepMyDestinations, readMyDestinations } from './destinations/my-destinations.ts';

/** Of `?context=<id>&call=<transaction id>`: what is open, for whoever loads the page again, or pops it by its address. */
export interface OpenContext {
  readonly contextId: string;
  readonly transactionId?: string;
}

export interface DeskSeen {
  readonly live: LiveCallsSeen;
  readonly phones: LocalState['phones'];
  readonly calls: readonly DeskCall[];
  readonly open: OpenContext | undefined;
  /** The call of what is open, as far as it is known. */
  readonly openCall: LiveCall | undefined;
  /** Came, did not open by themselves, and are still there. */
  readonly announced: readonly PoppedCall[];
  /** For screen readers: what came last. */
  readonly news: string;
  readonly mine: readonly string[];
  readonly chooseMine: (chosen: readonly string[]) => void;
  readonly show: (call: PoppedCall) => void;
  readonly close: () => void;
}

const phonesEveryMs = 1000;
const noPhones: LocalState['phones'] = [];
/** As long as the page is loaded: who leaves the desk and comes back is not shown again what they closed. */
const come: { pops: Pops } = { pops: noPops };

export function useDesk(): DeskSeen {
  const { userId, config } = useSession();
  const live = useLiveCalls();
  const local = useLocalState({ everyMs: phonesEveryMs }).data;
  const phones = local?.phones ?? noPhones;
  const isSeen = live.connection !== 'connecting' && (config.local === undefined || local !== undefined);
  const [mine, setMine] = useState(() => readMyDestinations(localShelf, userId));
  const calls = useMemo(() => deskCalls({ calls: live.calls, phones, mine }), [live.calls, phones, mine]);
  const { open, show, close } = useOpen();
  const [announcedKeys, setAnnounced] = useState<ReadonlySet<string>>(new Set());
  const [news, setNews] = useState('');

  useEffect(() => {
    // Half a sight would have calls go, and come anew with the other half.
    if (!isSeen) return;
    const arrival = arrivals(come.pops, calls, { isIdle: open === undefined && !isSomebodyTyping() });
    come.pops = arrival.pops;
    const last = arrival.open ?? arrival.announce[0];
    if (last === undefined) return;
    setNews(announcement(last));
    setAnnounced((before) => new Set([...before, ...arrival.announce.map(({ key }) => key)]));
    if (arrival.open !== undefined) show(arrival.open, { replace: true });
  }, [calls, isSeen, open, show]);

  return {
    live,
    phones,
    calls,
    open,
    openCall: callOf(open, live.calls),
    announced: calls.filter((call): call is PoppedCall => isAnnounced(call, announcedKeys, open)),
    news,
    mine,
    chooseMine: (chosen) => {
      setMine(chosen);
      keepMyDestinations(localShelf, userId, chosen);
    },
    show: (call) => {
      come.pops = withOffered(come.pops, calls, call.contextId);
      show(call);
    },
    close: () => {
      if (open !== undefined) come.pops = withOffered(come.pops, calls, open.contextId);
      close();
    },
  };
}

/** What is open is in the address: other parameters, as `embed`, are kept. */
function useOpen(): {
  readonly open: OpenContext | undefined;
  readonly show: (call: PoppedCall, how?: { readonly replace: boolean }) => void;
  readonly close: () => void;
} {
  const [search, setSearch] = useSearchParams();
  const contextId = search.get('context') ?? '';
  const transactionId = search.get('call') ?? '';
  const latest = useRef(setSearch);
  useEffect(() => {
    latest.current = setSearch;
  }, [setSearch]);
  return useMemo(() => {
    const change = (open: OpenContext | undefined, replace: boolean): void =>
      latest.current((before) => withOpen(before, open), { replace });
    return {
      open: contextId === '' ? undefined : { contextId, ...(transactionId === '' ? {} : { transactionId }) },
      show: (call, { replace } = { replace: false }) => change(call, replace),
      close: () => change(undefined, false),
    };
  }, [contextId, transactionId]);
}

function withOpen(before: URLSearchParams, open: OpenContext | undefined): URLSearchParams {
  const next = new URLSearchParams(before);
  next.delete('context');
  next.delete('call');
  if (open === undefined) return next;
  next.set('context', open.contextId);
  if (open.transactionId !== undefined) next.set('call', open.transactionId);
  return next;
}

/** Whoever pops the page by its address need not know the call: the latest with the context is taken. */
function callOf(open: OpenContext | undefined, calls: readonly LiveCall[]): LiveCall | undefined {
  if (open === undefined) return undefined;
  return (
    calls.find(({ transactionId }) => transactionId === open.transactionId) ??
    calls.find(({ contextId }) => contextId === open.contextId)
  );
}

function isAnnounced(call: DeskCall, keys: ReadonlySet<string>, open: OpenContext | undefined): boolean {
  return keys.has(call.key) && call.contextId !== undefined && call.contextId !== open?.contextId;
}

function isSomebodyTyping(): boolean {
  const typed = document.activeElement?.closest('input, textarea, select, [contenteditable], [role="dialog"]') ?? null;
  return typed !== null;
}
