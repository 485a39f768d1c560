import { lwaTokenPath } from '../../../../shared/contracts/login-with-amazon.ts';
import type { Clock } from '../../../../shared/ports/clock.ts';
import type { Ids } from '../../../../shared/ports/ids.ts';
import type { Timers } from '../../../../shared/ports/timers.ts';
import type { DeviceCall } from '../service/device-call.ts';
import { AccessTokens } from './access-tokens.ts';
import type { AlexaAccount } from './account.ts';
import { serveApi } from './api-server.ts';
import { communicationSessionEndpoint } from './communication-session.ts';
import { deviceAddressEndpoint } from './device-address.ts';
import { deviceSettingsEndpoint, type DeviceSettings } from './device-settings.ts';
import { directivesEndpoint, type ProgressiveSpeech } from './directives.ts';
import type { Endpoint } from './endpoint.ts';
import { AlexaFaults } from './faults.ts';
import { OpenRequests } from './open-requests.ts';
import { personProfileEndpoint } from './person-profile.ts';
import { profileEndpoint } from './profile.ts';
import { communicationProfileEndpoint } from './smart-properties/communication-profile.ts';
import { lwaTokenEndpoint } from './smart-properties/lwa-token.ts';
import { LwaTokens } from './smart-properties/lwa-tokens.ts';
import type { SmartProperty } from './smart-properties/smart-property.ts';
import { openIdPath, userInfoEndpoint } from './user-info.ts';

export interface AlexaApiOptions {
  /** Read at each request: what changes in it counts from then on. */
  readonly account: AlexaAccount & { readonly device: { readonly settings?: DeviceSettings } };
  /** The skill's Login with Amazon client id. */
  readonly clientId: string;
  /** Told of each call once StartCommunicationSession is accepted; must return at once. */
  readonly placeCall: (call: DeviceCall) => void;
  /** Told of what is said while the skill is still at work; must return at once. */
  readonly onProgress?: (speech: ProgressiveSpeech) => void;
  /** The business that manages the device. Absent: nobody does, and its endpoints are not there. */
  readonly smartProperty?: SmartProperty;
  readonly clock: Clock;
  readonly timers: Timers;
  readonly ids: Ids;
}

/** What a skill calls: Alexa's own API, Login with Amazon and the business's OpenID provider, on one port of loopback. */
export interface AlexaApi {
  /** `http://127.0.0.1:<port>`: context.System.apiEndpoint, and the origin of Login with Amazon. */
  readonly apiEndpoint: string;
  /** Login with Amazon's token endpoint; it answers 404 without a smart property. */
  readonly lwaTokenEndpoint: string;
  /** Base URL of the provider of linked accounts: `<base>/userinfo`. */
  readonly openIdProvider: string;
  readonly tokens: Pick<AccessTokens, 'issue'>;
  /** To be told of every request that the skill is sent. */
  readonly requests: Pick<OpenRequests, 'begin'>;
  readonly faults: AlexaFaults;
  /** Drops requests that are still open. */
  close(): Promise<void>;
}

export async function startAlexaApi(options: AlexaApiOptions): Promise<AlexaApi> {
  const { account, clientId, placeCall, onProgress = () => {}, smartProperty, clock, timers, ids } = options;
  const tokens = new AccessTokens({ account, clock, ids });
  const requests = new OpenRequests();
  const faults = new AlexaFaults();
  const endpoints: readonly Endpoint[] = [
    profileEndpoint(account),
    personProfileEndpoint(account),
    deviceAddressEndpoint(account),
    deviceSettingsEndpoint(account),
    directivesEndpoint({ requests, onProgress }),
    communicationSessionEndpoint({
      account,
      clientId,
      ...(smartProperty === undefined ? {} : { smartProperty }),
      placeCall,
      ids,
    }),
    userInfoEndpoint(account),
    ...(smartProperty === undefined ? [] : businessEndpoints(smartProperty, { clock, ids })),
  ];
  const server = await serveApi(endpoints, tokens, faults, timers);
  return {
    apiEndpoint: server.apiEndpoint,
    lwaTokenEndpoint: `${server.apiEndpoint}${lwaTokenPath}`,
    openIdProvider: `${server.apiEndpoint}${openIdPath}`,
    tokens,
    requests,
    faults,
    close: () => server.close(),
  };
}

/** What the business itself calls, with its own credentials. */
function businessEndpoints(
  { credentials, rooms }: SmartProperty,
  services: { readonly clock: Clock; readonly ids: Ids },
): readonly Endpoint[] {
  const tokens = new LwaTokens(services);
  return [lwaTokenEndpoint(credentials, tokens), communicationProfileEndpoint(rooms, tokens)];
}
