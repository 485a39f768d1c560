import { MemoryCallContextStore } from '../../shared/adapters/memory/memory-call-context-store.ts';
import { MemoryRoutingTableStore } from '../../shared/adapters/memory/memory-routing-table-store.ts';
import type { SmaResponse } from '../../shared/contracts/sma-response.ts';
import { encodeUserToUser } from '../../shared/contracts/user-to-user.ts';
import type { CallContext } from '../../shared/domain/call-context.ts';
import type { E164 } from '../../shared/domain/phone-number.ts';
import type { RoutingTable } from '../../shared/domain/routing/table.ts';
import { BridgeError } from '../../shared/errors.ts';
import { createLogger } from '../../shared/observability/logger.ts';
import type { LookUpAnswer, LookUpRequest, LookUps } from '../../shared/ports/look-ups.ts';
import type { MeetingRequest, Meetings } from '../../shared/ports/meetings.ts';
import type { TableSource } from '../../shared/ports/routing-table-store.ts';
import { PublishedTables } from '../../sma-handler/routing/published-tables.ts';
import { routeCall } from '../../sma-handler/routing/route-call.ts';
import { createSmaHandler } from '../../sma-handler/sma-handler.ts';
import { aPlan, downtown } from './attempts.ts';
import { callContextOf, contextCreatedAt, contextExpiresAt, testCallContextIds } from './call-context-builder.ts';
import { routingTableOf, type TableChanges } from './routing-table-builder.ts';
import { TimersFake } from './timers-fake.ts';

/** The one that callers dial. */
export const ownNumber = '+14255550111' as E164;

export const clientId = 'amzn1.application-oa2-client.0123456789abcdef0123456789abcdef';

/** Meetings that are always to be had, unless told otherwise. */
export class MeetingsFake implements Meetings {
  readonly requests: MeetingRequest[] = [];
  readonly closed: string[] = [];
  available = true;

  open(request: MeetingRequest): Promise<{ meetingId: string; attendeeId: string; joinToken: string }> {
    this.requests.push(request);
    if (!this.available) return Promise.reject(new BridgeError('meeting-unavailable', 'throttled'));
    return Promise.resolve({
      meetingId: `meeting-${request.requestToken}`,
      attendeeId: 'attendee',
      joinToken: 'secret-join-token',
    });
  }

  close({ meetingId }: { meetingId: string }): Promise<void> {
    this.closed.push(meetingId);
    return Promise.resolve();
  }
}

/** Operators' services that have nobody for any call, unless told otherwise. */
export class LookUpsFake implements LookUps {
  readonly requests: LookUpRequest[] = [];
  answer: LookUpAnswer | Promise<LookUpAnswer> = { kind: 'nobody' };

  ask(request: LookUpRequest): Promise<LookUpAnswer> {
    this.requests.push(request);
    return Promise.resolve(this.answer);
  }
}

export interface SmaFunctionOptions {
  /** Absent: voicemail is passed over. */
  readonly voicemailBucket?: string;
  /** Whether there are keys to sign requests to services with; true by default. */
  readonly asksServices?: boolean;
}

const source: TableSource = { table: { name: 'example-bank.yaml', text: 'name: example-bank' } };

/** The SMA function over stores in memory, on a clock that stands still. */
export async function smaFunction(
  table: TableChanges = {},
  options: SmaFunctionOptions = {},
): Promise<SmaFunctionFake> {
  const sma = new SmaFunctionFake(options);
  await sma.publish(routingTableOf(table));
  return sma;
}

export class SmaFunctionFake {
  readonly clock = new TimersFake(contextCreatedAt);
  readonly contextIds = testCallContextIds();
  readonly contexts = new MemoryCallContextStore();
  readonly meetings = new MeetingsFake();
  readonly lookUps = new LookUpsFake();
  readonly tables = new MemoryRoutingTableStore();
  readonly logged: string[] = [];
  readonly #handle: (event: unknown) => Promise<SmaResponse>;

  constructor({ voicemailBucket, asksServices = true }: SmaFunctionOptions = {}) {
    const log = createLogger({ clock: this.clock, write: (line) => this.logged.push(line) });
    const defaultPlan = { ...aPlan(downtown), ruleId: 'default-destination' };
    const services = {
      clock: this.clock,
      timers: this.clock,
      contextIds: this.contextIds,
      contexts: this.contexts,
      tables: new PublishedTables({ store: this.tables, clock: this.clock, name: 'example-bank', log }),
      clientIds: [clientId],
      defaultPlan,
      log,
    };
    this.#handle = createSmaHandler({
      ...services,
      route: (event) => routeCall(event, services),
      meetings: this.meetings,
      ownNumber,
      ...(asksServices ? { lookUps: this.lookUps } : {}),
      world: voicemailBucket === undefined ? {} : { voicemailBucket },
    });
  }

  /** The next version: what calls are routed by from the next refresh on. */
  async publish(table: RoutingTable): Promise<void> {
    const basedOn = await this.tables.currentVersion(table.name);
    await this.tables.publish(table, source, { basedOn, by: 'test', because: 'test', at: this.clock.now() });
  }

  handle(event: unknown): Promise<SmaResponse> {
    return this.#handle(event);
  }

  /** A context that the skill has stored. */
  async storedContext(changes: Partial<Omit<CallContext, 'id'>> = {}): Promise<CallContext> {
    const id = this.contextIds.issue({ reasonId: changes.reason?.id ?? 'billing', expiresAt: contextExpiresAt });
    const context = callContextOf({ ...changes, id });
    await this.contexts.put(context);
    return context;
  }
}

/** The headers of a skill call that carries this id. */
export function skillCallHeaders(id: string): Record<string, string> {
  return { 'user-to-user': encodeUserToUser(id), 'X-Alexa-LWA-ClientId': clientId };
}

/** How long the clock has to go on until the answer is there: milliseconds, in steps of 50; 10 s at most. */
export async function timeUntil({ clock }: SmaFunctionFake, answer: Promise<unknown>): Promise<number> {
  const there = { yet: false };
  void answer.then(() => {
    there.yet = true;
  });
  const settle = async (): Promise<void> => {
    for (let round = 0; round < 5; round += 1) await clock.advanceBy(0);
  };
  await settle();
  let waited = 0;
  while (!there.yet && waited < 10_000) {
    await clock.advanceBy(50);
    await settle();
    waited += 50;
  }
  return waited;
}
