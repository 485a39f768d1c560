import { MemoryCallContextStore } from '../../shared/adapters/memory/memory-call-context-store.ts';
import { MemoryCallRecordStore } from '../../shared/adapters/memory/memory-call-record-store.ts';
import { MemoryRoutingTableStore } from '../../shared/adapters/memory/memory-routing-table-store.ts';
import type { SmaResponse } from '../../shared/contracts/sma-response.ts';
import { callCommandSchema } from '../../shared/contracts/call-command.ts';
import type { CallContext } from '../../shared/domain/call-context.ts';
import type { RoutingTable } from '../../shared/domain/routing/table.ts';
import { BridgeError } from '../../shared/errors.ts';
import { createLogger } from '../../shared/observability/logger.ts';
import type { AdviserInvitation, AdviserInvitations } from '../../shared/ports/adviser-invitations.ts';
import type { CallCommandSigner } from '../../shared/ports/call-commands.ts';
import type { LookUpAnswer, LookUpRequest, LookUps } from '../../shared/ports/look-ups.ts';
import type { MeetingRequest, Meetings } from '../../shared/ports/meetings.ts';
import type { TableSource } from '../../shared/ports/routing-table-store.ts';
import { defaultPlan } from '../../sma-handler/routing/default-destination.ts';
import { PublishedTables } from '../../sma-handler/routing/published-tables.ts';
import { createRouter } from '../../sma-handler/routing/route-call.ts';
import { createSmaHandler } from '../../sma-handler/sma-handler.ts';
import type { World } from '../../sma-handler/step.ts';
import { downtown, ownedNumber } from './attempts.ts';
import { callContextOf, contextCreatedAt, contextExpiresAt, testCallContextIds } from './call-context-builder.ts';
import { routingTableOf, type TableChanges } from './routing-table-builder.ts';
import { clientId, ownNumber, voiceConnectorRule } from './incoming-calls.ts';
import { MetricsFake, TracesFake } from './sma-observers.ts';
import { TimersFake } from './timers-fake.ts';

export { clientId, ownNumber, skillCallHeaders, voiceConnectorRule } from './incoming-calls.ts';

/** Meetings that are always to be had, unless told otherwise. */
export class MeetingsFake implements Meetings {
  readonly requests: MeetingRequest[] = [];
  readonly closed: string[] = [];
  available = true;
  /** How many are in every meeting, the caller among them. */
  present = 1;

  open(request: MeetingRequest): Promise<{ meetingId: string; attendeeId: string; joinToken: string }> {
    this.requests.push(request);
    if (!this.available) return Promise.reject(new BridgeError('meeting-unavailable', 'throttled'));
    return Promise.resolve({
      meetingId: `meeting-${request.requestToken}`,
      attendeeId: 'attendee',
      joinToken: 'secret-join-token',
    });
  }

  attendees(): Promise<number> {
    return this.available
      ? Promise.resolve(this.present)
      : Promise.reject(new BridgeError('meeting-unavailable', 'throttled'));
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

  ready(): Promise<void> {
    return Promise.resolve();
  }

  ask(request: LookUpRequest): Promise<LookUpAnswer> {
    this.requests.push(request);
    return Promise.resolve(this.answer);
  }
}

/** Advisers who can always be told, unless told otherwise. */
export class InvitationsFake implements AdviserInvitations {
  readonly sent: AdviserInvitation[] = [];
  available = true;

  invite(invitation: AdviserInvitation): Promise<void> {
    if (!this.available) return Promise.reject(new BridgeError('invitation-failed', 'throttled'));
    this.sent.push(invitation);
    return Promise.resolve();
  }
}

/** Believes what says `valid: true`, and breaks down at what says `breaks: true`. */
const commandsFake: Pick<CallCommandSigner, 'ready' | 'check'> = {
  ready: () => Promise.resolve(),

  check(_transactionId, received) {
    const { valid, commandId = 'command-1', ...command } = received as Record<string, unknown>;
    if (command['breaks'] === true) throw new TypeError('a bug');
    if (valid !== true) return { kind: 'refused', because: 'forged' };
    return { kind: 'valid', command: callCommandSchema.parse(command), commandId: String(commandId) };
  },
};

export interface SmaFunctionOptions extends World {
  /** Whether there are keys to sign requests to services with; true by default. */
  readonly asksServices?: boolean;
  /** Whether there is a table for call records; false by default. */
  readonly keepsRecords?: boolean;
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
  readonly invitations = new InvitationsFake();
  readonly lookUps = new LookUpsFake();
  readonly tables = new MemoryRoutingTableStore();
  readonly callRecords = new MemoryCallRecordStore();
  readonly metrics = new MetricsFake();
  readonly traces = new TracesFake();
  readonly logged: string[] = [];
  /** How many times the flow breaks down where it looks at what it has been given to work with. */
  bugs = 0;
  readonly #handle: (event: unknown) => Promise<SmaResponse>;

  constructor({ asksServices = true, keepsRecords = false, ...world }: SmaFunctionOptions = {}) {
    const log = createLogger({ clock: this.clock, write: (line) => this.logged.push(line) });
    const lastResort = defaultPlan(`pstn:${downtown.number}`, ownedNumber);
    const services = {
      clock: this.clock,
      timers: this.clock,
      contextIds: this.contextIds,
      contexts: this.contexts,
      tables: new PublishedTables({ store: this.tables, clock: this.clock, name: 'example-bank', log }),
      clientIds: [clientId],
      voiceConnectorRules: [voiceConnectorRule],
      ownNumber,
      defaultPlan: lastResort,
      log,
    };
    const router = createRouter(services);
    this.#handle = createSmaHandler({
      ...services,
      ...router,
      meetings: this.meetings,
      ...(asksServices ? { lookUps: this.lookUps } : {}),
      ...(keepsRecords ? { callRecords: this.callRecords } : {}),
      metrics: this.metrics,
      traces: this.traces,
      invitations: this.invitations,
      commands: commandsFake,
      world: new Proxy(world, {
        get: (target, name): unknown => {
          if (this.bugs === 0) return Reflect.get(target, name);
          this.bugs -= 1;
          throw new TypeError('a bug');
        },
      }),
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
