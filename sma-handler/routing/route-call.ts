import type { SmaEvent } from '../../shared/contracts/sma-event.ts';
import type { CallContext } from '../../shared/domain/call-context.ts';
import { reasonOfHint } from '../../shared/domain/call-context-id.ts';
import type { Caller } from '../../shared/domain/routing/caller.ts';
import { decide } from '../../shared/domain/routing/decide.ts';
import type { Explanation } from '../../shared/domain/routing/explanation.ts';
import type { Plan } from '../../shared/domain/routing/plan.ts';
import type { PublishedTable } from '../../shared/domain/routing/table.ts';
import { epochMs, type EpochMs } from '../../shared/domain/time.ts';
import type { Logger } from '../../shared/observability/logger.ts';
import type { CallContextIds } from '../../shared/ports/call-context-ids.ts';
import type { CallContextStore, ClaimResult } from '../../shared/ports/call-context-store.ts';
import type { Clock } from '../../shared/ports/clock.ts';
import { leg } from '../legs.ts';
import type { Route } from '../step.ts';
import type { PublishedTables } from './published-tables.ts';
import { readInvite, type InviteReading } from './read-invite.ts';

export interface RoutingServices {
  readonly clock: Clock;
  readonly contextIds: CallContextIds;
  readonly contexts: CallContextStore;
  readonly tables: PublishedTables;
  readonly clientIds: readonly string[];
  /** Taken when there is no table to decide by. */
  readonly defaultPlan: Plan;
  readonly log: Logger;
}

const loggedBranches = 4;

/** What is known of the caller when the table is asked. */
interface KnownCaller {
  readonly caller: Caller;
  readonly contextId?: string;
  readonly reasonHint?: string;
  readonly tableVersion: number | undefined;
}

/**
 * Decides where a call that begins goes. Never rejects for want of a store: without the context it decides by the
 * hint in the id, without a table it takes the default destination.
 */
export async function routeCall(event: SmaEvent, services: RoutingServices): Promise<Route> {
  const { clock, contextIds, clientIds, defaultPlan } = services;
  const invite = readInvite(leg(event, 'LEG-A'), { contextIds, clientIds, now: clock.now() });
  const currentVersion = await orElse(
    services.tables.currentVersion(),
    undefined,
    'table-version-unavailable',
    event,
    services,
  );
  const known = await knownCaller(invite, currentVersion, event, services);
  const published = await tableOf(known, event, services);
  const facts = {
    ...(known.contextId === undefined ? {} : { contextId: known.contextId }),
    ...(known.caller.locale === undefined ? {} : { locale: known.caller.locale }),
  };
  if (published === undefined) return { plan: defaultPlan, ...facts };

  const { plan, explanation } = decide(published.table, withHint(known, published), callStart(event, clock));
  services.log.info('call-routed', {
    transactionId: event.CallDetails.TransactionId,
    ruleId: plan.ruleId,
    tableVersion: published.version,
    passedOver: passedOver(explanation),
  });
  return { plan: plan.attempts.length === 0 ? defaultPlan : plan, tableVersion: published.version, ...facts };
}

async function knownCaller(
  invite: InviteReading,
  tableVersion: number | undefined,
  event: SmaEvent,
  services: RoutingServices,
): Promise<KnownCaller> {
  const unknown: KnownCaller = { caller: { entry: 'phone', attributes: {} }, tableVersion };
  if (invite.kind === 'phoneCall') return unknown;
  if (invite.kind === 'refused') return refused(invite.because, unknown, event, services);

  const { contextId, reasonHint } = invite;
  const claim = {
    transactionId: event.CallDetails.TransactionId,
    tableVersion: tableVersion ?? 0,
    now: services.clock.now(),
  };
  const claimed: ClaimResult | undefined = await orElse(
    services.contexts.claim(contextId, claim),
    undefined,
    'context-unavailable',
    event,
    services,
  );
  // The store cannot be reached, yet the id is ours: the agent may still fetch the context by it.
  if (claimed === undefined)
    return { caller: { entry: 'alexa-skill-call', attributes: {} }, contextId, reasonHint, tableVersion };
  if (claimed.kind !== 'claimed') return refused(claimed.kind, unknown, event, services);
  return { caller: callerOf(claimed.context), contextId, tableVersion: claimed.tableVersion || tableVersion };
}

/** The nearest branches that lost, for whoever asks why; a log line has no room for all of them. */
function passedOver({ branchesPassedOver }: Explanation): string | undefined {
  const nearest = branchesPassedOver.slice(0, loggedBranches).map(({ branchId, because }) => `${branchId}:${because}`);
  return nearest.length === 0 ? undefined : nearest.join('/');
}

function callerOf({ ingress, reason, locale, location, attributes }: CallContext): Caller {
  return {
    entry: ingress,
    reasonId: reason.id,
    attributes,
    ...(locale === undefined ? {} : { locale }),
    ...(location === undefined ? {} : { location }),
  };
}

function refused(code: string, unknown: KnownCaller, event: SmaEvent, { log }: RoutingServices): KnownCaller {
  log.warn('call-context-refused', { transactionId: event.CallDetails.TransactionId, code });
  return unknown;
}

async function tableOf(
  { tableVersion }: KnownCaller,
  event: SmaEvent,
  services: RoutingServices,
): Promise<PublishedTable | undefined> {
  if (tableVersion === undefined || tableVersion === 0) return undefined;
  return orElse(services.tables.version(tableVersion), undefined, 'table-unavailable', event, services);
}

/** The hint is cut from the reason's id; the table tells which reason that was. */
function withHint({ caller, reasonHint }: KnownCaller, { table }: PublishedTable): Caller {
  const reasonId =
    reasonHint === undefined
      ? undefined
      : reasonOfHint(
          reasonHint,
          table.reasons.map(({ id }) => id),
        );
  return reasonId === undefined ? caller : { ...caller, reasonId };
}

/** When the call began, as PSTN Audio says it: the same on every retry of the invocation, unlike the clock. */
function callStart(event: SmaEvent, clock: Clock): EpochMs {
  const start = Number(leg(event, 'LEG-A')?.StartTimeInMilliseconds);
  return Number.isSafeInteger(start) && start > 0 ? epochMs(start) : clock.now();
}

async function orElse<Value, Other>(
  work: Promise<Value>,
  otherwise: Other,
  trouble: string,
  event: SmaEvent,
  { log }: RoutingServices,
): Promise<Value | Other> {
  try {
    return await work;
  } catch (error) {
    log.error(trouble, error, { transactionId: event.CallDetails.TransactionId });
    return otherwise;
  }
}
