import { MemoryCallContextStore } from '../../shared/adapters/memory/memory-call-context-store.ts';
import { MemoryRoutingTableStore } from '../../shared/adapters/memory/memory-routing-table-store.ts';
import type { Participant, SmaEvent } from '../../shared/contracts/sma-event.ts';
import type { CallContext } from '../../shared/domain/call-context.ts';
import type { E164 } from '../../shared/domain/phone-number.ts';
import type { Condition } from '../../shared/domain/routing/condition.ts';
import type { Rule } from '../../shared/domain/routing/table.ts';
import { createLogger } from '../../shared/observability/logger.ts';
import type { CallFacts } from '../../sma-handler/call-state.ts';
import type { Route, RouteWish } from '../../sma-handler/route.ts';
import { PublishedTables } from '../../sma-handler/routing/published-tables.ts';
import { createRouter } from '../../sma-handler/routing/route-call.ts';
import { aPlan, downtown } from './attempts.ts';
import { callContextOf, contextCreatedAt, contextExpiresAt, testCallContextIds } from './call-context-builder.ts';
import { clientId, ownNumber, skillCallHeaders, voiceConnectorRule } from './incoming-calls.ts';
import { routingTableOf, type TableChanges } from './routing-table-builder.ts';
import { anSmaEvent, callerLeg, connected } from './sma-event-builder.ts';
import { TimersFake } from './timers-fake.ts';

/** Calls that a router decides for, over stores in memory, on a clock that stands still. */
export class CallsToRoute {
  readonly clock = new TimersFake(contextCreatedAt);
  readonly contextIds = testCallContextIds();
  readonly contexts = new MemoryCallContextStore();
  readonly store = new MemoryRoutingTableStore();
  readonly logged: string[] = [];
  readonly #log = createLogger({ clock: this.clock, write: (line) => this.logged.push(line) });
  readonly tables = new PublishedTables({ store: this.store, clock: this.clock, name: 'example-bank', log: this.#log });
  readonly router = createRouter({
    clock: this.clock,
    timers: this.clock,
    contextIds: this.contextIds,
    contexts: this.contexts,
    tables: this.tables,
    clientIds: [clientId],
    voiceConnectorRules: [voiceConnectorRule],
    ownNumber,
    defaultPlan: { ...aPlan(downtown), ruleId: 'default-destination' },
    log: this.#log,
  });

  /** The next version: what calls are routed by from the next refresh on. */
  async publish(table: TableChanges = {}): Promise<void> {
    const basedOn = await this.store.currentVersion('example-bank');
    const source = { table: { name: 'example-bank.yaml', text: 'name: example-bank' } };
    const publication = { basedOn, by: 'test', because: 'test', at: this.clock.now() };
    await this.store.publish(routingTableOf(table), source, publication);
  }

  /** A context that the skill has stored. */
  async storedContext(changes: Partial<Omit<CallContext, 'id'>> = {}): Promise<CallContext> {
    const id = this.contextIds.issue({ reasonId: changes.reason?.id ?? 'billing', expiresAt: contextExpiresAt });
    const context = callContextOf({ ...changes, id });
    await this.contexts.put(context);
    return context;
  }

  inbound(event: SmaEvent = dialled()): Promise<Route> {
    return this.router.route({ kind: 'inbound' }, event);
  }

  callback(contextId: string | undefined, event: SmaEvent = calledBack()): Promise<Route> {
    return this.router.route({ kind: 'callback', ...(contextId === undefined ? {} : { contextId }) }, event);
  }

  /** What a call that was routed so goes on with. */
  after(route: Route, wish: { readonly reasonId?: string } | 'again', event: SmaEvent = answered()): Promise<Route> {
    const facts = factsOf(route);
    const next: RouteWish = wish === 'again' ? { kind: 'again', facts } : { kind: 'chosen', facts, ...wish };
    return this.router.route(next, event);
  }

  /** Lets the clock go on until there is an answer, and says how long that took, in steps of 50 ms; 10 s at most. */
  async waitedFor(answer: Promise<unknown>): Promise<number> {
    const there = { yet: false };
    void answer.then(() => {
      there.yet = true;
    });
    let waited = 0;
    for (await this.#settled(); !there.yet && waited < 10_000; waited += 50) {
      await this.clock.advanceBy(50);
      await this.#settled();
    }
    return waited;
  }

  async #settled(): Promise<void> {
    for (let round = 0; round < 5; round += 1) await this.clock.advanceBy(0);
  }
}

/** Calls by that table. */
export async function callsToRoute(table: TableChanges = {}): Promise<CallsToRoute> {
  const calls = new CallsToRoute();
  await calls.publish(table);
  return calls;
}

/** Somebody dials the number. */
export function dialled(leg: Partial<Participant> = {}, transactionId?: string): SmaEvent {
  return anSmaEvent({
    type: 'NEW_INBOUND_CALL',
    participants: [{ ...callerLeg, ...leg }],
    ...(transactionId === undefined ? {} : { transactionId }),
  });
}

/** Alexa calls for somebody whose context has this id. */
export function bySkill(id: string, transactionId?: string): SmaEvent {
  return dialled({ SipHeaders: skillCallHeaders(id) }, transactionId);
}

/** A call comes in by a Voice Connector of ours. */
export function byVoiceConnector(leg: Partial<Participant> = {}): SmaEvent {
  const event = dialled(leg);
  return { ...event, CallDetails: { ...event.CallDetails, SipRuleId: voiceConnectorRule } };
}

/** The caller has picked up: LEG-A is whom we rang. */
export function calledBack(leg: Partial<Participant> = {}): SmaEvent {
  const callee = { ...callerLeg, Direction: 'Outbound', From: ownNumber, To: callerLeg.From, ...leg } as const;
  return anSmaEvent({ type: 'CALL_ANSWERED', sequence: 3, participants: [connected(callee)] });
}

/** A question has been answered. */
export function answered(leg: Partial<Participant> = {}): SmaEvent {
  return anSmaEvent({
    type: 'ACTION_SUCCESSFUL',
    sequence: 2,
    participants: [connected({ ...callerLeg, ...leg })],
    actionData: { Type: 'SpeakAndGetDigits' },
  });
}

/** "phone:desk", in order. */
export function destinationsOf({ plan }: Route): string[] {
  return plan.attempts.map(({ kind, id }) => `${kind}:${id}`);
}

/** What the call keeps of a route. */
export function factsOf({ plan, menu: _menu, passedOver: _passedOver, seed: _seed, ...facts }: Route): CallFacts {
  return { ...facts, ruleId: plan.ruleId, callerId: plan.callerId };
}

/** A rule of that id that sends its callers to a phone of the same id. */
export function toPhone(id: string, ...when: readonly Condition[]): Rule {
  return { id, when, attempts: [{ kind: 'phone', id, number: '+12065550199' as E164, timeoutSeconds: 9 }] };
}
