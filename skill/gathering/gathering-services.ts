import type { services } from 'ask-sdk-model';
import type { Clock } from '../../shared/ports/clock.ts';
import type { LinkedProfiles } from '../../shared/ports/linked-profiles.ts';
import type { AskingServices } from './asking.ts';

/** Makes Alexa's service clients for one request: `HandlerInput.serviceClientFactory`. */
export type AlexaClients = Pick<services.ServiceClientFactory, 'getUpsServiceClient' | 'getDeviceAddressServiceClient'>;

export interface GatheringServices extends AskingServices {
  readonly clients: AlexaClients;
  /** Absent: nobody's account is asked, linked or not. */
  readonly linkedProfiles?: LinkedProfiles | undefined;
  readonly clock: Clock;
}
