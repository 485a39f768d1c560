import type { AlexaAccount } from '../../infra/local/alexa/api/account.ts';
import type { DeviceCall } from '../../infra/local/alexa/service/device-call.ts';
import type { RequestEnvelope } from '../../infra/local/alexa/service/envelopes.ts';
import { startAlexa, type Alexa, type AlexaOptions } from '../../infra/local/alexa/service/start-alexa.ts';
import { idsFake } from './ids-fake.ts';
import { TimersFake } from './timers-fake.ts';

export const skillId = 'amzn1.ask.skill.00000000-1111-4222-8333-444444444444';
export const clientId = `amzn1.application-oa2-client.${'0123456789abcdef'.repeat(2)}`;

/** An answer of a skill: an object, or what makes one out of the request. */
export type ScriptedAnswer = object | undefined | ((envelope: RequestEnvelope) => unknown);

/** A skill that answers by a script, one line a request, and remembers what it was asked. Past its script it says nothing. */
export class ScriptedSkill {
  readonly heard: RequestEnvelope[] = [];
  readonly #script: ScriptedAnswer[];

  constructor(...script: ScriptedAnswer[]) {
    this.#script = script;
  }

  readonly invoke = async (envelope: RequestEnvelope): Promise<unknown> => {
    this.heard.push(envelope);
    const answer = this.#script.length === 0 ? says('', { shouldEndSession: true }) : this.#script.shift();
    return typeof answer === 'function' ? answer(envelope) : answer;
  };

  get last(): RequestEnvelope {
    const envelope = this.heard.at(-1);
    if (envelope === undefined) throw new Error('the skill was not asked anything');
    return envelope;
  }
}

export function says(text: string, more: Record<string, unknown> = {}): object {
  return { version: '1.0', response: { outputSpeech: { type: 'PlainText', text }, shouldEndSession: false, ...more } };
}

export function directs(...directives: readonly unknown[]): object {
  return { version: '1.0', response: { directives } };
}

export interface AskedConsent {
  readonly scopes: readonly string[];
  /** ACCOUNT unless told. */
  readonly level?: 'ACCOUNT' | 'PERSON';
  /** What the directive has besides, or instead. */
  readonly directive?: Record<string, unknown>;
  /** Further directives. */
  readonly beside?: readonly unknown[];
  /** What the response has besides. */
  readonly response?: Record<string, unknown>;
}

/** Hands the session over to Alexa, who is to ask for permissions. */
export function asksConsent({
  scopes,
  level = 'ACCOUNT',
  directive = {},
  beside = [],
  response = {},
}: AskedConsent): object {
  const input = {
    '@type': 'AskForPermissionsConsentRequest',
    '@version': '2',
    permissionScopes: scopes.map((permissionScope) => ({ permissionScope, consentLevel: level })),
  };
  const uri = 'connection://AMAZON.AskForPermissionsConsent/2';
  return {
    version: '1.0',
    response: {
      ...response,
      directives: [{ type: 'Connections.StartConnection', uri, input, ...directive }, ...beside],
    },
  };
}

export const delegates = directs({ type: 'Dialog.Delegate' });

export interface AlexaAtHome {
  readonly alexa: Alexa;
  readonly timers: TimersFake;
  readonly calls: DeviceCall[];
}

/** Alexa in the kitchen of Jane Roe, who has the library skill. */
export async function alexaAtHome(
  skill: ScriptedSkill,
  changes: Partial<AlexaAccount> = {},
  options: Partial<AlexaOptions> = {},
): Promise<AlexaAtHome> {
  const timers = new TimersFake();
  const calls: DeviceCall[] = [];
  const account: AlexaAccount = {
    userId: 'amzn1.ask.account.JANE',
    customer: { name: 'Jane Roe', givenName: 'Jane', mobileNumber: { countryCode: '+1', phoneNumber: '206-555-0100' } },
    device: {
      deviceId: 'amzn1.ask.device.KITCHEN',
      address: { countryCode: 'US', stateOrRegion: 'WA', city: 'Seattle', postalCode: '98101' },
    },
    grantedPermissions: [],
    region: 'NA',
    ...changes,
  };
  const alexa = await startAlexa({
    modelsFolder: new URL('../fixtures/alexa-models', import.meta.url).pathname,
    locale: 'en-US',
    skillId,
    clientId,
    account,
    invokeSkill: skill.invoke,
    placeCall: (call) => calls.push(call),
    clock: timers,
    timers,
    ids: idsFake(),
    ...options,
  });
  return { alexa, timers, calls };
}
