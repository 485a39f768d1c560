import { services } from 'ask-sdk-model';
import { createLogger } from '../../../../shared/observability/logger.ts';
import type { LinkedProfiles } from '../../../../shared/ports/linked-profiles.ts';
import type { AlexaAccess } from '../../../../skill/alexa-access.ts';
import { gatherCallerFacts, type CallerFacts } from '../../../../skill/gathering/caller-facts.ts';
import type { PlaceWish } from '../../../../skill/gathering/location.ts';
import { TimersFake } from '../../../support/timers-fake.ts';

const deviceId = 'amzn1.ask.device.KITCHEN';

/** Alexa's questions, by their paths. */
export const paths = {
  name: '/v2/accounts/~current/settings/Profile.name',
  number: '/v2/accounts/~current/settings/Profile.mobileNumber',
  personName: '/v2/persons/~current/profile/name',
  personNumber: '/v2/persons/~current/profile/mobileNumber',
  address: `/v1/devices/${deviceId}/settings/address`,
  shortAddress: `/v1/devices/${deviceId}/settings/address/countryAndPostalCode`,
} as const;
export type QuestionName = keyof typeof paths;

/** `body` is sent as JSON. */
export type AlexaAnswer = { readonly status: number; readonly body?: unknown } | 'never' | 'no connection';
export type AlexaAnswers = Partial<Record<QuestionName, AlexaAnswer>>;

export const given = (body: unknown): AlexaAnswer => ({ status: 200, body });

/** What the account of Jane Roe in Seattle tells; the speaker's own profile tells nothing. */
const ofJaneRoe: Record<QuestionName, AlexaAnswer> = {
  name: given('Jane Roe'),
  number: given({ countryCode: '+1', phoneNumber: '206-555-0100' }),
  personName: { status: 403 },
  personNumber: { status: 403 },
  address: given({ addressLine1: '410 Terry Ave North', countryCode: 'US', stateOrRegion: 'WA', postalCode: '98109' }),
  shortAddress: given({ countryCode: 'US', postalCode: '98109' }),
};

export interface CallerOptions {
  readonly alexa?: AlexaAnswers;
  readonly access?: Partial<AlexaAccess>;
  readonly linkedProfiles?: LinkedProfiles;
}

export interface Caller {
  gather(place?: PlaceWish): Promise<CallerFacts>;
  readonly access: AlexaAccess;
  readonly timers: TimersFake;
  /** What was asked, in order. */
  readonly asked: string[];
  readonly log: Record<string, unknown>[];
}

/** Somebody at home who speaks to the skill, and Alexa's services behind the real clients of the SDK. */
export function aCaller({ alexa = {}, access = {}, linkedProfiles }: CallerOptions = {}): Caller {
  const answers = { ...ofJaneRoe, ...alexa };
  const asked: string[] = [];
  return aCallerWhoseAlexa(
    async ({ url }) => {
      const question = questionOf(url);
      asked.push(question);
      const answer = answers[question];
      if (answer === 'never') return await new Promise(() => {});
      if (answer === 'no connection') throw new TypeError('fetch failed');
      return {
        statusCode: answer.status,
        headers: [],
        body: answer.body === undefined ? '' : JSON.stringify(answer.body),
      };
    },
    { access, linkedProfiles, asked },
  );
}

export function aCallerWhoseAlexa(
  invoke: services.ApiClient['invoke'],
  {
    access = {},
    linkedProfiles,
    asked = [],
  }: Pick<CallerOptions, 'access'> & { linkedProfiles?: LinkedProfiles | undefined; asked?: string[] } = {},
): Caller {
  const timers = new TimersFake();
  const log: Record<string, unknown>[] = [];
  const clients = new services.ServiceClientFactory({
    apiClient: { invoke },
    apiEndpoint: 'https://api.amazonalexa.com',
    authorizationValue: 'token',
  });
  const logger = createLogger({
    clock: timers,
    write: (line) => void log.push(JSON.parse(line) as Record<string, unknown>),
  });
  const atHome: AlexaAccess = {
    apiEndpoint: 'https://api.amazonalexa.com',
    apiAccessToken: 'token',
    deviceId,
    userId: 'amzn1.ask.account.JANE',
    isPersonRecognised: false,
    geolocation: { kind: 'none' },
    ...access,
  };
  return {
    gather: async (place = 'needed') =>
      await gatherCallerFacts(atHome, { place }, { clients, linkedProfiles, clock: timers, timers, logger }),
    access: atHome,
    timers,
    asked,
    log,
  };
}

export function questionOf(url: string): QuestionName {
  const { pathname } = new URL(url);
  const question = (Object.keys(paths) as QuestionName[]).find((name) => paths[name] === pathname);
  if (question === undefined) throw new Error(`Alexa knows no ${pathname}`);
  return question;
}
