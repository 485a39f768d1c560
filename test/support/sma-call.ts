import { MemoryCallContextStore } from '../../shared/adapters/memory/memory-call-context-store.ts';
import { MemoryRoutingTableStore } from '../../shared/adapters/memory/memory-routing-table-store.ts';
import type { SmaAction, SmaResponse } from '../../shared/contracts/sma-response.ts';
import { encodeUserToUser, readUserToUser } from '../../shared/contracts/user-to-user.ts';
import type { CallContext } from '../../shared/domain/call-context.ts';
import type { RoutingTable } from '../../shared/domain/routing/table.ts';
import { BridgeError } from '../../shared/errors.ts';
import { createLogger } from '../../shared/observability/logger.ts';
import type { MeetingRequest, Meetings } from '../../shared/ports/meetings.ts';
import { PublishedTables } from '../../sma-handler/routing/published-tables.ts';
import { routeCall } from '../../sma-handler/routing/route-call.ts';
import { createSmaHandler } from '../../sma-handler/sma-handler.ts';
import { aPlan, downtown } from './attempts.ts';
import { callContextOf, contextCreatedAt, contextExpiresAt, testCallContextIds } from './call-context-builder.ts';
import { routingTableOf } from './routing-table-builder.ts';
import { TimersFake } from './timers-fake.ts';

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

/** The SMA function over stores in memory, on a clock that stands still. */
export async function smaFunction(table: Partial<RoutingTable> = {}): Promise<SmaFunctionFake> {
  const tables = new MemoryRoutingTableStore();
  await tables.publish(routingTableOf(table), { basedOn: 0, by: 'test', because: 'test', at: contextCreatedAt });
  return new SmaFunctionFake(tables);
}

export class SmaFunctionFake {
  readonly clock = new TimersFake(contextCreatedAt);
  readonly contextIds = testCallContextIds();
  readonly contexts = new MemoryCallContextStore();
  readonly meetings = new MeetingsFake();
  readonly logged: string[] = [];
  readonly tables: MemoryRoutingTableStore;
  readonly #handle: (event: unknown) => Promise<SmaResponse>;

  constructor(tables: MemoryRoutingTableStore) {
    this.tables = tables;
    const log = createLogger({ clock: this.clock, write: (line) => this.logged.push(line) });
    const defaultPlan = { ...aPlan(downtown), ruleId: 'default-destination' };
    const services = {
      clock: this.clock,
      timers: this.clock,
      contextIds: this.contextIds,
      contexts: this.contexts,
      tables: new PublishedTables({ store: tables, clock: this.clock, name: 'example-bank' }),
      clientIds: [clientId],
      defaultPlan,
      log,
    };
    this.#handle = createSmaHandler({
      route: (event) => routeCall(event, services),
      meetings: this.meetings,
      timers: this.clock,
      defaultPlan,
      log,
    });
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

/** Who is called. */
export function uriOf(action: SmaAction | undefined): string | undefined {
  return action?.Type === 'CallAndBridge' ? action.Parameters.Endpoints[0]?.Uri : undefined;
}

/** The context id that is handed on. */
export function contextIdIn(action: SmaAction | undefined): string | undefined {
  const reading = readUserToUser(action?.Type === 'CallAndBridge' ? action.Parameters.SipHeaders : undefined);
  return reading.kind === 'clientSession' ? reading.clientSessionId : undefined;
}
