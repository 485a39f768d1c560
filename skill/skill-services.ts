import type { services } from 'ask-sdk-model';
import type { E164 } from '../shared/domain/phone-number.ts';
import type { Logger } from '../shared/observability/logger.ts';
import type { CallContextIds } from '../shared/ports/call-context-ids.ts';
import type { CallContextStore } from '../shared/ports/call-context-store.ts';
import type { CallIngress, CallStarter } from '../shared/ports/call-starter.ts';
import type { Clock } from '../shared/ports/clock.ts';
import type { LinkedProfiles } from '../shared/ports/linked-profiles.ts';
import type { ProgressiveResponses } from '../shared/ports/progressive-responses.ts';
import type { Timers } from '../shared/ports/timers.ts';
import type { AlexaAccess } from './alexa-access.ts';
import type { ReasonCatalogue } from './catalogue/reason-catalogue.ts';
import type { SpokenNames } from './speech/words.ts';

/** Everything outside that the skill stands on: real in index.ts, fakes in tests. */
export interface SkillServices {
  readonly skillId: string;
  /** Reaches Alexa's profile and address services. */
  readonly apiClient: services.ApiClient;
  /** Absent: no accounts are linked. */
  readonly linkedProfiles?: LinkedProfiles | undefined;
  readonly callContexts: Pick<CallContextStore, 'put' | 'order' | 'orderedFor' | 'forget' | 'forgetAllOf'>;
  readonly callContextIds: Pick<CallContextIds, 'ready' | 'issue'>;
  /** Those that can do something for this request, in the order in which they are to be tried. */
  readonly callStarters: (access: AlexaAccess) => readonly CallStarter[];
  /** After so many calls of a number's in an hour it is not rung. */
  readonly callbacksPerHour: number;
  /** Looks up beforehand what a start is going to need. Never rejects. */
  readonly getReadyToCall?: ((ingress: CallIngress, access: AlexaAccess) => Promise<void>) | undefined;
  /** Absent: nothing is said before the answer. */
  readonly progressiveResponses?: ProgressiveResponses | undefined;
  /** The number of the SIP media application. */
  readonly smaPhoneNumber: E164;
  /** Reasons for which it matters where the caller is: whoever has one and cannot be placed is asked. */
  readonly reasonsWithPlace: readonly string[];
  /** The reasons of the routing table that is in force. Absent: those of the interaction model. */
  readonly catalogue?: Pick<ReasonCatalogue, 'reasons'> | undefined;
  readonly names: SpokenNames;
  readonly clock: Clock;
  readonly timers: Timers;
  readonly logger: Logger;
}
