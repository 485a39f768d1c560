import { chimeCommunicationProviderId } from '../../../../../../shared/contracts/communication-session.ts';
import type { AlexaAccount } from '../../../../../../infra/local/alexa/api/account.ts';
import type { DeviceSettings } from '../../../../../../infra/local/alexa/api/device-settings.ts';
import type { ProgressiveSpeech } from '../../../../../../infra/local/alexa/api/directives.ts';
import type { SmartProperty } from '../../../../../../infra/local/alexa/api/smart-properties/smart-property.ts';
import { startAlexaApi, type AlexaApi } from '../../../../../../infra/local/alexa/api/start-alexa-api.ts';
import type { DeviceCall } from '../../../../../../infra/local/alexa/service/device-call.ts';
import { idsFake } from '../../../../../support/ids-fake.ts';
import { TimersFake } from '../../../../../support/timers-fake.ts';

export const clientId = `amzn1.application-oa2-client.${'0123456789abcdef'.repeat(2)}`;
export const deviceId = 'amzn1.ask.device.KITCHEN';

export const everything = [
  'alexa::profile:name:read',
  'alexa::profile:given_name:read',
  'alexa::profile:email:read',
  'alexa::profile:mobile_number:read',
  'alexa::devices:all:address:full:read',
  'alexa:devices:all:address:country_and_postal_code:read',
  'amazon_communication::calling',
];

export const originator = {
  id: { type: 'PHONE_NUMBER', value: '+12065550100' },
  endpointId: deviceId,
  isOriginator: true,
};
export const recipient = {
  id: { type: 'PHONE_NUMBER', value: '+12065550199' },
  communicationProviderId: chimeCommunicationProviderId,
};
export const goodSession = { participants: [originator, recipient], clientContext: { clientSessionId: 'context-1' } };

interface Home {
  readonly api: AlexaApi;
  readonly timers: TimersFake;
  readonly calls: DeviceCall[];
  readonly said: ProgressiveSpeech[];
}

export interface Answer {
  readonly status: number;
  readonly body: unknown;
  readonly headers: Headers;
}

type Changes = Partial<Omit<AlexaAccount, 'device'>> & {
  readonly device?: AlexaAccount['device'] & { readonly settings?: DeviceSettings };
  readonly smartProperty?: SmartProperty;
};

/** What a skill is offered in the kitchen of Jane Roe, asked with the token of a request in which nobody was recognised. */
export class AlexaApiUnderTest {
  readonly home: Home;
  token: string;

  static async start(changes: Changes = {}): Promise<AlexaApiUnderTest> {
    const { smartProperty, ...account } = changes;
    const timers = new TimersFake();
    const [calls, said]: [DeviceCall[], ProgressiveSpeech[]] = [[], []];
    const api = await startAlexaApi({
      account: {
        userId: 'amzn1.ask.account.JANE',
        customer: {
          name: 'Jane Roe',
          givenName: 'Jane',
          mobileNumber: { countryCode: '+1', phoneNumber: '206-555-0100' },
        },
        device: {
          deviceId,
          address: { countryCode: 'US', stateOrRegion: 'WA', city: 'Seattle', postalCode: '98101' },
        },
        grantedPermissions: everything,
        region: 'NA',
        ...account,
      },
      clientId,
      placeCall: (call) => calls.push(call),
      onProgress: (speech) => said.push(speech),
      ...(smartProperty === undefined ? {} : { smartProperty }),
      clock: timers,
      timers,
      ids: idsFake(),
    });
    return new AlexaApiUnderTest({ api, timers, calls, said });
  }

  private constructor(home: Home) {
    this.home = home;
    this.token = home.api.tokens.issue();
  }

  async ask(
    path: string,
    init: { method?: string; body?: string; headers?: Record<string, string> } = {},
  ): Promise<Answer> {
    const answer = await fetch(`${this.home.api.apiEndpoint}${path}`, {
      ...init,
      headers: { authorization: `Bearer ${this.token}`, ...init.headers },
    });
    const text = await answer.text();
    return { status: answer.status, body: text === '' ? undefined : JSON.parse(text), headers: answer.headers };
  }

  async call(...request: Parameters<AlexaApiUnderTest['ask']>): Promise<{ status: number; body: unknown }> {
    const { status, body } = await this.ask(...request);
    return { status, body };
  }

  post(path: string, body: unknown, contentType = 'application/json'): Promise<{ status: number; body: unknown }> {
    return this.call(path, {
      method: 'POST',
      headers: { 'content-type': contentType },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
  }

  startSession(body: unknown = goodSession, contentType?: string): Promise<{ status: number; body: unknown }> {
    return this.post('/v1/communications/session', body, contentType);
  }

  async close(): Promise<void> {
    await this.home.api.close();
  }
}
