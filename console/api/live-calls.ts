import { createHash } from 'node:crypto';
import type { LiveCall } from '../../shared/contracts/desk-api.ts';
import { whereaboutsOf } from '../../shared/domain/call-flow/whereabouts.ts';
import { epochMs, type EpochMs } from '../../shared/domain/time.ts';
import type { CallRecordsOfCall, CallRecordStore, CallSummary } from '../../shared/ports/call-record-store.ts';
import { callInShort } from './call-in-short.ts';

const hourMs = 60 * 60 * 1000;
const callsAtMost = 50;
/** Each is a query of its own. */
const readAtOnce = 10;
/** A look that is as young is anybody's: many ask, each once a second. */
const freshMs = 900;
/** Long enough for the last leg's record, and the receipt, to be there. */
const settledMs = 15_000;

export interface LiveCallsSeen {
  readonly at: EpochMs;
  readonly calls: readonly LiveCall[];
  /** Stands for the calls: another one is another list. */
  readonly id: string;
}

/**
 * The latest calls, kept in the memory of the function. A look takes one query for the list (two when the hour began on the day before)
 * and one for each call that is new or under way; what has ended is not read again. However many ask, there is one look in 0.9 s.
 */
export class LiveCallsView {
  readonly #callRecords: CallRecordStore;
  #over: ReadonlyMap<string, LiveCall> = new Map();
  #seen: LiveCallsSeen | undefined;

  constructor(callRecords: CallRecordStore) {
    this.#callRecords = callRecords;
  }

  /** Rejects with a BridgeError `store-unavailable`. */
  async at(now: EpochMs): Promise<LiveCallsSeen> {
    if (this.#seen !== undefined && now - this.#seen.at < freshMs && now >= this.#seen.at) return this.#seen;
    const from = epochMs(Math.max(0, now - hourMs));
    // The call's beginning is told by the clock of PSTN Audio, which may be ahead of this one.
    const { calls: listed } = await this.#callRecords.between({ from, to: epochMs(now + 60_000), limit: callsAtMost });
    const over = new Map<string, LiveCall>();
    const calls: LiveCall[] = [];
    for (let first = 0; first < listed.length; first += readAtOnce)
      calls.push(
        ...(await Promise.all(listed.slice(first, first + readAtOnce).map((call) => this.#read(call, now, over)))),
      );
    this.#over = over;
    const id = createHash('sha256').update(JSON.stringify(calls)).digest('base64url').slice(0, 22);
    this.#seen = { at: now, calls, id };
    return this.#seen;
  }

  async #read(listed: CallSummary, now: EpochMs, over: Map<string, LiveCall>): Promise<LiveCall> {
    const { transactionId } = listed;
    const known = this.#over.get(transactionId);
    const call = known ?? liveCallOf(listed, await this.#callRecords.ofCall(transactionId));
    if (isOver(call, now)) over.set(transactionId, call);
    return call;
  }
}

function liveCallOf(listed: CallSummary, found: CallRecordsOfCall | undefined): LiveCall {
  const call = callInShort(listed, found);
  const records = found?.records ?? [];
  const contextId = records.findLast((record) => record.contextId !== undefined)?.contextId;
  return {
    ...call,
    ...(contextId === undefined ? {} : { contextId }),
    ...(call.summary?.ending === 'underWay' ? whereaboutsOf(records) : {}),
  };
}

function isOver({ summary }: LiveCall, now: EpochMs): boolean {
  return summary?.endedAt !== undefined && now - Date.parse(summary.endedAt) > settledMs;
}
