import type { services } from 'ask-sdk-model';
import type { E164 } from '../shared/domain/phone-number.ts';
import type { Logger } from '../shared/observability/logger.ts';
import type { CallContextIds } from '../shared/ports/call-context-ids.ts';
import type { CallContextStore } from '../shared/ports/call-context-store.ts';
import type { CallStarter } from '../shared/ports/call-starter.ts';
import type { Clock } from '../shared/ports/clock.ts';
import type { Timers } from '../shared/ports/timers.ts';
import type { AlexaAccess } from './alexa-access.ts';

/** Everything outside that the skill stands on: real in index.ts, fakes in tests. */
export interface SkillServices {
  readonly skillId: string;
  /** Reaches Alexa's profile and address services. */
  readonly apiClient: services.ApiClient;
  readonly callContexts: Pick<CallContextStore, 'put'>;
  readonly callContextIds: Pick<CallContextIds, 'ready' | 'issue'>;
  readonly callStarter: (access: AlexaAccess) => CallStarter;
  /** The number of the SIP media application. */
  readonly smaPhoneNumber: E164;
  readonly clock: Clock;
  readonly timers: Timers;
  readonly logger: Logger;
}
