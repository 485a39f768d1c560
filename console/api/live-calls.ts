import { createHash } from 'node:crypto';
import type { LiveCall } from '../../shared/contracts/desk-api.ts';
import { parseCallContextId } from '../../shared/domain/call-context-id.ts';
import { whereaboutsOf } from '../../shared/domain/call-flow/whereabouts.ts';
import { epochMs, type EpochMs } from '../../shared/domain/time.ts';
import type { CallRecordsOfCall, CallRecordStore, CallSummary } from '../../shared/ports/call-record-store.ts';
import { callInShort } from './call-in-short.ts';

const hourMs = 60 * 60 * 1000;
/** A call that has gone on for longer has most likely lost the record of its end. */
const underWayAtMostMs = 12 * hourMs;
const endedAtMost = 50;
const listedAtMost = 1000;
/** As many as the store gives at once. */
const pageSize = 100;
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

interface Known {
  readonly listed: CallSummary;
  readonly call: LiveCall;
}

/**
 * Everything that is under way, and the latest that has ended, kept in the memory of the function. The first look lists the calls of an
 * hour, 1,000 at most, and reads each; those after it list until they meet a page of calls that are known, and read what is new or under
 * way: what has ended is not read again. A call that was seen under way stays for up to 12 hours; a function that has just started knows
 * those that began within the hour, and says nothing of older ones. However many ask, there is one look in 0.9 s.
 */
export class LiveCallsView {
  readonly #callRecords: CallRecordStore;
  #known: ReadonlyMap<string, Known> = new Map();
  #seen: LiveCallsSeen | undefined;
  #looking: Promise<LiveCallsSeen> | undefined;

  constructor(callRecords: CallRecordStore) {
    this.#callRecords = callRecords;
  }

  /** Rejects with a BridgeError `store-unavailable`. */
  async at(now: EpochMs): Promise<LiveCallsSeen> {
    if (this.#seen !== undefined && now - this.#seen.at < freshMs && now >= this.#seen.at) return this.#seen;
    this.#looking ??= this.#look(now).finally(() => {
      this.#looking = undefined;
    });
    return this.#looking;
  }

  async #look(now: EpochMs): Promise<LiveCallsSeen> {
    const candidates = await this.#candidates(now);
    const found: Known[] = [];
    for (let first = 0; first < candidates.length; first += readAtOnce)
      found.push(
        ...(await Promise.all(candidates.slice(first, first + readAtOnce).map((listed) => this.#read(listed, now)))),
      );
    const latestFirst = found.toSorted((a, b) => b.listed.startedAt - a.listed.startedAt);
    this.#known = new Map(latestFirst.map((each) => [each.listed.transactionId, each]));
    const calls = shown(latestFirst.map(({ call }) => call));
    const id = createHash('sha256').update(JSON.stringify(calls)).digest('base64url').slice(0, 22);
    this.#seen = { at: now, calls, id };
    return this.#seen;
  }

  /** The calls of the hour, and older ones that were under way when they were looked at last. */
  async #candidates(now: EpochMs): Promise<readonly CallSummary[]> {
    const from = epochMs(Math.max(0, now - hourMs));
    const listed = new Map<string, CallSummary>();
    for await (const page of this.#pages(from, now)) {
      for (const call of page) listed.set(call.transactionId, call);
      if (page.every(({ transactionId }) => this.#known.has(transactionId))) break;
    }
    for (const known of this.#known.values())
      if (isKept(known, from, now) && !listed.has(known.listed.transactionId))
        listed.set(known.listed.transactionId, known.listed);
    return [...listed.values()];
  }

  async *#pages(from: EpochMs, now: EpochMs): AsyncGenerator<readonly CallSummary[]> {
    // The call's beginning is told by the clock of PSTN Audio, which may be ahead of this one.
    const wanted = { from, to: epochMs(now + 60_000), limit: pageSize };
    let page = await this.#callRecords.between(wanted);
    yield page.calls;
    for (let count = pageSize; page.cursor !== undefined && count < listedAtMost; count += pageSize) {
      page = await this.#callRecords.between({ ...wanted, cursor: page.cursor });
      yield page.calls;
    }
  }

  async #read(listed: CallSummary, now: EpochMs): Promise<Known> {
    const known = this.#known.get(listed.transactionId);
    if (known !== undefined && isOver(known.call, now)) return known;
    return { listed, call: liveCallOf(listed, await this.#callRecords.ofCall(listed.transactionId)) };
  }
}

function shown(latestFirst: readonly LiveCall[]): readonly LiveCall[] {
  const latestEnded = new Set(latestFirst.filter((call) => !isUnderWay(call)).slice(0, endedAtMost));
  return latestFirst.filter((call) => isUnderWay(call) || latestEnded.has(call));
}

function isKept({ listed, call }: Known, from: EpochMs, now: EpochMs): boolean {
  if (listed.startedAt >= from) return true;
  return isUnderWay(call) && now - listed.startedAt <= underWayAtMostMs;
}

function isUnderWay({ summary }: LiveCall): boolean {
  return summary?.ending === 'underWay';
}

function liveCallOf(listed: CallSummary, found: CallRecordsOfCall | undefined): LiveCall {
  const call = callInShort(listed, found);
  const records = found?.records ?? [];
  const contextId = records.findLast((record) => record.contextId !== undefined)?.contextId;
  return {
    ...call,
    ...(contextId === undefined ? {} : { contextId }),
    ...hintOf(call, contextId),
    ...(isUnderWay(call) ? whereaboutsOf(records) : {}),
  };
}

/** Records tell the reason once somebody has answered, or nobody has: PSTN Audio says nothing between. */
function hintOf({ summary }: Pick<LiveCall, 'summary'>, contextId: string | undefined): Pick<LiveCall, 'reasonHint'> {
  if (contextId === undefined || summary?.ruleId !== undefined) return {};
  const reasonHint = parseCallContextId(contextId)?.reasonHint ?? '';
  return reasonHint === '' ? {} : { reasonHint };
}

function isOver({ summary }: LiveCall, now: EpochMs): boolean {
  return summary?.endedAt !== undefined && now - Date.parse(summary.endedAt) > settledMs;
}
