import { callContextIdSchema } from '../../shared/contracts/call-context.ts';
import type { SmaEvent } from '../../shared/contracts/sma-event.ts';
import type { CallContext } from '../../shared/domain/call-context.ts';
import type { IndexedTable } from '../../shared/domain/routing/indexed-table.ts';
import type { Logger } from '../../shared/observability/logger.ts';
import type { CallContextStore } from '../../shared/ports/call-context-store.ts';
import type { Clock } from '../../shared/ports/clock.ts';
import type { LookUpRequest } from '../../shared/ports/look-ups.ts';
import type { Timers } from '../../shared/ports/timers.ts';
import type { CallFacts } from '../call-state.ts';
import { givenTime } from '../given-time.ts';
import { describe } from '../invocation.ts';
import { callersNumber } from '../routing/callers-number.ts';
import type { KnownTables } from '../routing/known-tables.ts';

export interface CallStores {
  readonly contexts: CallContextStore;
  readonly tables: Pick<KnownTables, 'version'>;
  readonly clock: Clock;
  readonly timers: Timers;
  readonly log: Logger;
}

/** What a service is told of a call, and what its answer is held against. */
export interface KnownOfCall {
  readonly call: LookUpRequest['call'];
  /** Absent: none came with the call, or it cannot be had in time. */
  readonly context?: CallContext;
  readonly table?: IndexedTable;
}

/** Loads context and table again, both at once: neither is kept between two invocations. @param left milliseconds. */
export async function knownOfCall(
  facts: CallFacts,
  event: SmaEvent,
  left: number,
  stores: CallStores,
): Promise<KnownOfCall> {
  const inTime = async <Value>(ask: (signal: AbortSignal) => Promise<Value>): Promise<Value | undefined> => {
    if (left === 0) return undefined;
    try {
      const answer = await givenTime(stores.timers, left, ask);
      return answer.kind === 'inTime' ? answer.value : undefined;
    } catch (error) {
      stores.log.error('look-up-unprepared', error, describe(event));
      return undefined;
    }
  };
  const [table, context] = await Promise.all([
    inTime((signal) => pinnedTable(facts, stores, signal)),
    inTime(() => contextAgain(facts, event, stores)),
  ]);
  return {
    call: callOf(facts, event),
    ...(context === undefined ? {} : { context }),
    ...(table === undefined ? {} : { table }),
  };
}

async function pinnedTable(
  { tableVersion }: CallFacts,
  { tables }: CallStores,
  signal: AbortSignal,
): Promise<IndexedTable | undefined> {
  return tableVersion === undefined ? undefined : (await tables.version(tableVersion, signal))?.table;
}

/** The call claimed its context when it began; the same transaction may again, and changes nothing by it. */
async function contextAgain(
  { contextId, tableVersion = 0 }: CallFacts,
  event: SmaEvent,
  { contexts, clock }: CallStores,
): Promise<CallContext | undefined> {
  const id = callContextIdSchema.safeParse(contextId);
  if (!id.success) return undefined;
  const { TransactionId: transactionId } = event.CallDetails;
  const claimed = await contexts.claim(id.data, { transactionId, tableVersion, now: clock.now() });
  return claimed.kind === 'claimed' ? claimed.context : undefined;
}

function callOf({ ruleId, contextId, tableVersion, locale }: CallFacts, event: SmaEvent): LookUpRequest['call'] {
  const phoneNumber = callersNumber(event);
  return {
    transactionId: event.CallDetails.TransactionId,
    ruleId,
    ...(contextId === undefined ? {} : { contextId }),
    ...(tableVersion === undefined ? {} : { tableVersion }),
    ...(phoneNumber === undefined ? {} : { phoneNumber }),
    ...(locale === undefined ? {} : { locale }),
  };
}
