import type { SmaEvent } from '../../shared/contracts/sma-event.ts';
import type { CallContext } from '../../shared/domain/call-context.ts';
import { reasonOfHint } from '../../shared/domain/call-context-id.ts';
import type { Caller } from '../../shared/domain/routing/caller.ts';
import { decide, type Decision } from '../../shared/domain/routing/decide.ts';
import type { Plan } from '../../shared/domain/routing/plan.ts';
import { epochMs, type EpochMs } from '../../shared/domain/time.ts';
import { listedInField } from '../../shared/observability/log-fields.ts';
import type { Logger } from '../../shared/observability/logger.ts';
import type { CallContextIds } from '../../shared/ports/call-context-ids.ts';
import type { CallContextStore } from '../../shared/ports/call-context-store.ts';
import type { Clock } from '../../shared/ports/clock.ts';
import type { Timers } from '../../shared/ports/timers.ts';
import { givenTime } from '../given-time.ts';
import { callerNumber, leg } from '../legs.ts';
import type { Route } from '../step.ts';
import { routingBudgetMs } from '../time-limits.ts';
import type { KnownTable, KnownTables } from './known-tables.ts';
import { readInvite, type InviteReading } from './read-invite.ts';

export interface RoutingServices {
  readonly clock: Clock;
  readonly timers: Timers;
  readonly contextIds: CallContextIds;
  readonly contexts: CallContextStore;
  readonly tables: KnownTables;
  readonly clientIds: readonly string[];
  /** Taken when there is no table to decide by. */
  readonly defaultPlan: Plan;
  readonly log: Logger;
}

/**
 * Decides where a call that begins goes. Never rejects for want of a store, and never waits for one longer than the
 * budget: without the context it decides by the hint in the id, without a table it takes the default destination.
 * The table's version is pinned when the context is claimed, so that a retry decides the same.
 */
export function routeCall(event: SmaEvent, services: RoutingServices): Promise<Route> {
  return new CallRouting(event, services).route();
}

/** What is known of the caller when the table is asked. */
interface KnownCaller {
  readonly caller: Caller;
  readonly contextId?: string;
  readonly reasonHint?: string;
  readonly tableVersion: number | undefined;
}

class CallRouting {
  readonly #event: SmaEvent;
  readonly #services: RoutingServices;
  readonly #deadline: number;

  constructor(event: SmaEvent, services: RoutingServices) {
    this.#event = event;
    this.#services = services;
    this.#deadline = services.clock.now() + routingBudgetMs;
  }

  async route(): Promise<Route> {
    const { tables, contextIds, clientIds, clock, defaultPlan } = this.#services;
    const invite = readInvite(leg(this.#event, 'LEG-A'), { contextIds, clientIds, now: clock.now() });
    const currentVersion = await this.#had('table-version-unavailable', (signal) => tables.currentVersion(signal));
    // Both at once: a slow context does not use up the table's time.
    const [known, current] = await Promise.all([
      this.#knownCaller(invite, currentVersion),
      this.#table(currentVersion, (version, signal) => tables.versionOrOlder(version, signal)),
    ]);
    // A retry stays with the version that the first delivery began with, as long as that can be had.
    const pinned =
      known.tableVersion === currentVersion
        ? current
        : await this.#table(known.tableVersion, (version, signal) => tables.version(version, signal));
    const published = pinned ?? current;
    const facts = {
      ...(known.contextId === undefined ? {} : { contextId: known.contextId }),
      ...(known.caller.locale === undefined ? {} : { locale: known.caller.locale }),
    };
    return published === undefined
      ? { plan: defaultPlan, ...facts }
      : { plan: this.#plan(known, published), tableVersion: published.version, ...facts };
  }

  async #knownCaller(invite: InviteReading, tableVersion: number | undefined): Promise<KnownCaller> {
    const unknown: KnownCaller = { caller: { entry: 'phone', ...this.#number(), attributes: {} }, tableVersion };
    if (invite.kind === 'phoneCall') return unknown;
    if (invite.kind === 'refused') return this.#refused(invite.because, unknown);

    const { contextId, reasonHint } = invite;
    const { contexts, clock } = this.#services;
    const { TransactionId: transactionId } = this.#event.CallDetails;
    const claimed = await this.#had('context-unavailable', () =>
      contexts.claim(contextId, { transactionId, tableVersion: tableVersion ?? 0, now: clock.now() }),
    );
    // The store cannot be reached, yet the id is ours: the agent may still fetch the context by it.
    if (claimed === undefined) {
      const caller: Caller = { entry: 'alexa-skill-call', ...this.#number(), attributes: {} };
      return { caller, contextId, reasonHint, tableVersion };
    }
    if (claimed.kind !== 'claimed') return this.#refused(claimed.kind, unknown);
    // 0: the first delivery of this event could not tell the version.
    return {
      caller: { ...this.#number(), ...callerOf(claimed.context) },
      contextId,
      tableVersion: claimed.tableVersion || tableVersion,
    };
  }

  /** The number that the call shows; the context's is better known. */
  #number(): Pick<Caller, 'phoneNumber'> {
    const phoneNumber = callerNumber(this.#event);
    return phoneNumber === undefined ? {} : { phoneNumber };
  }

  #refused(code: string, unknown: KnownCaller): KnownCaller {
    this.#services.log.warn('call-context-refused', { transactionId: this.#event.CallDetails.TransactionId, code });
    return unknown;
  }

  async #table(
    version: number | undefined,
    ask: (version: number, signal: AbortSignal) => Promise<KnownTable | undefined>,
  ): Promise<KnownTable | undefined> {
    // 0: nothing has been published yet.
    if (version === undefined || version === 0) return undefined;
    return this.#had('table-unavailable', (signal) => ask(version, signal));
  }

  #plan(known: KnownCaller, published: KnownTable): Plan {
    const { clock, log, defaultPlan } = this.#services;
    const { TransactionId: transactionId } = this.#event.CallDetails;
    const decision = decide(
      published.table,
      withHint(known, published),
      callStart(this.#event, clock),
      known.contextId ?? transactionId,
    );
    const { plan } = decision;
    log.info('call-routed', {
      transactionId,
      ruleId: plan.ruleId,
      tableVersion: published.version,
      passedOver: passedOver(decision, published),
    });
    return plan.attempts.length === 0 ? defaultPlan : plan;
  }

  /** The value, or undefined when it cannot be had in the time that is left. */
  async #had<Value>(trouble: string, ask: (signal: AbortSignal) => Promise<Value>): Promise<Value | undefined> {
    const { clock, timers, log } = this.#services;
    const { TransactionId: transactionId } = this.#event.CallDetails;
    const left = this.#deadline - clock.now();
    try {
      const answer = left > 0 ? await givenTime(timers, left, ask) : { kind: 'late' as const };
      if (answer.kind === 'inTime') return answer.value;
      log.warn(trouble, { transactionId, code: 'late' });
    } catch (error) {
      log.error(trouble, error, { transactionId });
    }
    return undefined;
  }
}

function callerOf({ ingress, reason, locale, location, phoneNumber, attributes }: CallContext): Caller {
  return {
    entry: ingress,
    reasonId: reason.id,
    attributes,
    ...(locale === undefined ? {} : { locale }),
    ...(location === undefined ? {} : { location }),
    ...(phoneNumber === undefined ? {} : { phoneNumber }),
  };
}

/** The hint is cut from the reason's id; the table tells which reason that was. */
function withHint({ caller, reasonHint = '' }: KnownCaller, { table }: KnownTable): Caller {
  const reasonIds = table.table.reasons.map(({ id }) => id);
  const reasonId = reasonOfHint(reasonHint, reasonIds);
  return reasonId === undefined ? caller : { ...caller, reasonId };
}

/** When the call began, as PSTN Audio says it: the same on every retry of the invocation, unlike the clock. */
function callStart(event: SmaEvent, clock: Clock): EpochMs {
  const start = Number(leg(event, 'LEG-A')?.StartTimeInMilliseconds);
  return Number.isSafeInteger(start) && start > 0 ? epochMs(start) : clock.now();
}

const loggedBranches = 4;
/** An explanation looks at every rule and every branch: with more of either a call would wait for its log line. */
const explainedAtMost = 1000;

/** The nearest branches that lost, for whoever asks why; a log line has no room for all of them. */
function passedOver(decision: Decision, { table: { table } }: KnownTable): string | undefined {
  const worthIt =
    table.rules.length <= explainedAtMost &&
    table.branches.size <= explainedAtMost &&
    decision.plan.attempts.some(({ kind }) => kind === 'branch');
  if (!worthIt) return undefined;
  const { branchesPassedOver } = decision.explanation;
  const nearest = branchesPassedOver.slice(0, loggedBranches).map(({ branchId, because }) => `${branchId}:${because}`);
  return listedInField(nearest) || undefined;
}
