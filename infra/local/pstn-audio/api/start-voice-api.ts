import type { Clock } from '../../../../shared/ports/clock.ts';
import type { Ids } from '../../../../shared/ports/ids.ts';
import type { Timers } from '../../../../shared/ports/timers.ts';
import { PlannedFaults } from '../../http/planned-faults.ts';
import { serveOnLoopback } from '../../http/serve-on-loopback.ts';
import type { Registry } from '../objects/registry.ts';
import type { CallDesk } from '../service/call-desk.ts';
import { rateLimit } from '../service/rate-limit.ts';
import { ApiState } from './api-state.ts';
import type { PlannedVoiceFaults, VoiceFaults } from './faults.ts';
import { httpApi } from './http-api.ts';
import { operations, type OperationName } from './operations/operations.ts';

/** How long a request may take to arrive. */
const requestTimeoutMs = 10_000;

export interface VoiceApiOptions {
  /** What the operations show and change, while calls look things up in it. */
  readonly registry: Registry;
  /** Places and updates calls. */
  readonly desk: CallDesk;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly timers: Timers;
  /** Default 0: any free port. */
  readonly port?: number;
  /**
   * CreateSipMediaApplicationCall and UpdateSipMediaApplicationCall together in a second, before ThrottledClientException. Default:
   * no limit. About 4 were seen of AWS.
   */
  readonly callRequestsPerSecond?: number;
}

/** The local Chime SDK Voice API. */
export interface VoiceApi {
  /** For the SDK client's `endpoint`, or AWS_ENDPOINT_URL_CHIME_SDK_VOICE. */
  readonly endpoint: string;
  readonly faults: VoiceFaults;
  /** Frees the port. Calls that it placed go on. */
  close(): Promise<void>;
}

/** The operations that are served, by AWS's names. */
export const voiceApiOperations: readonly OperationName[] = Object.keys(operations) as OperationName[];

/** Starts the API on 127.0.0.1. Rejects with the system's error when the port cannot be had. */
export async function startVoiceApi(options: VoiceApiOptions): Promise<VoiceApi> {
  const { registry, desk, clock, ids, timers, port = 0, callRequestsPerSecond } = options;
  const state = new ApiState({ registry, timers, callLimit: rateLimit(callRequestsPerSecond, clock) });
  const faults: PlannedVoiceFaults = new PlannedFaults();
  const server = await serveOnLoopback(httpApi({ registry, desk, ids, state }, faults), {
    port,
    requestTimeout: requestTimeoutMs,
  });
  return {
    endpoint: server.endpoint,
    faults,
    async close() {
      await server.close();
      state.close();
    },
  };
}
