import type { Clock } from '../../../shared/ports/clock.ts';
import type { Ids } from '../../../shared/ports/ids.ts';
import type { Timer, Timers } from '../../../shared/ports/timers.ts';
import { PlannedFaults, type FaultPlan } from '../http/planned-faults.ts';
import { serveOnLoopback } from '../http/serve-on-loopback.ts';
import { BusRules, type BusEvent, type BusRule, type BusTarget } from './bus-rules.ts';
import { eventFrame } from './event-frame.ts';
import { eventsApi } from './events-api.ts';
import type { ServiceErrorType } from './service-error.ts';

/** How long a request may take to arrive. */
const requestTimeoutMs = 10_000;

export interface EventBusOptions {
  /** Custom buses; "default" is there always. */
  readonly buses: readonly string[];
  readonly region: string;
  /** Twelve digits. */
  readonly accountId: string;
  readonly timers: Timers;
  readonly clock: Clock;
  readonly ids: Ids;
}

/** What a service says; the bus adds the rest. */
export type ServiceEvent = Pick<BusEvent, 'source' | 'detail-type' | 'detail'>;

/** The local EventBridge: PutEvents, and rules that take events to whoever subscribes here. */
export interface LocalEventBus {
  /** For AWS_ENDPOINT_URL_EVENTBRIDGE. */
  readonly endpoint: string;
  /** The next requests fail whole: throttled, or with an error of the service. */
  readonly faults: FaultPlan<'PutEvents', ServiceErrorType>;
  /** Takes matching events to the target, from now on; returns what ends that. @throws RangeError when there is no such bus. */
  rule(rule: BusRule, target: BusTarget): () => void;
  /** An event of another service of AWS's, on the default bus: those are not put by anybody. */
  emit(event: ServiceEvent): void;
  /** The next `times` entries (default 1) are refused, one by one, in an answer of 200. */
  refuseNext(errorCode: 'ThrottlingException' | 'InternalFailure', times?: number): void;
  /** While on, connections are hung up without an answer. */
  outage(on: boolean): void;
  /** Holds every later request back, by 0 (the default) or more milliseconds. */
  slow(milliseconds: number): void;
  close(): Promise<void>;
}

/** Starts the service on a free port of 127.0.0.1. */
export async function startEventBus(options: EventBusOptions): Promise<LocalEventBus> {
  const { timers } = options;
  const rules = new BusRules(['default', ...options.buses]);
  const faults = new PlannedFaults<'PutEvents', ServiceErrorType>();
  const refusals = new PlannedFaults<'entry', 'ThrottlingException' | 'InternalFailure'>();
  const serve = eventsApi({ ...options, rules, faults, refusals });
  const heldBack = new Map<Timer, () => void>();
  let down = false;
  let delayMilliseconds = 0;

  const holdBack = (milliseconds: number): Promise<void> =>
    new Promise((resolve) => {
      const timer = timers.after(milliseconds, () => {
        heldBack.delete(timer);
        resolve();
      });
      heldBack.set(timer, resolve);
    });

  const server = await serveOnLoopback(
    async (request, response) => {
      if (delayMilliseconds > 0) await holdBack(delayMilliseconds);
      if (down) request.socket.destroy();
      else await serve(request, response);
    },
    { requestTimeout: requestTimeoutMs },
  );
  return {
    endpoint: server.endpoint,
    faults,
    rule: (rule, target) => rules.add(rule, target),
    emit: (event) => rules.deliver('default', { ...eventFrame(options), resources: [], ...event }),
    refuseNext: (errorCode, times) => refusals.failNext('entry', errorCode, times),
    outage(on) {
      down = on;
    },
    slow(milliseconds) {
      delayMilliseconds = milliseconds;
    },
    async close() {
      down = true;
      for (const [timer, release] of heldBack) {
        timer.cancel();
        release();
      }
      await server.close();
    },
  };
}
