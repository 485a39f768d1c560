import { readFileSync } from 'node:fs';
import type { RequestEnvelope, Response, ResponseEnvelope, services } from 'ask-sdk-model';
import type { CallContext } from '../../../shared/domain/call-context.ts';
import type { E164 } from '../../../shared/domain/phone-number.ts';
import { hmacCallContextIds } from '../../../shared/adapters/hmac/hmac-call-context-ids.ts';
import { MemoryCallContextStore } from '../../../shared/adapters/memory/memory-call-context-store.ts';
import { createLogger } from '../../../shared/observability/logger.ts';
import type { CallIngress, CallRequest, CallStartResult } from '../../../shared/ports/call-starter.ts';
import { createSkill } from '../../../skill/skill.ts';
import { idsFake } from '../../support/ids-fake.ts';
import { TimersFake } from '../../support/timers-fake.ts';

export const smaPhoneNumber = '+12065550199' as E164;

/** What Alexa's services answer, by path; a promise that never settles stands for a service that hangs. */
export type AlexaAnswers = Record<string, { status: number; body?: unknown } | 'hangs' | 'no connection'>;

export const paths = {
  name: '/v2/accounts/~current/settings/Profile.name',
  mobileNumber: '/v2/accounts/~current/settings/Profile.mobileNumber',
  address: '/v1/devices/amzn1.ask.device.EXAMPLE/settings/address',
  countryAndPostalCode: '/v1/devices/amzn1.ask.device.EXAMPLE/settings/address/countryAndPostalCode',
} as const;

/** Jane Doe in Seattle, who has allowed everything. */
export const everythingGiven: AlexaAnswers = {
  [paths.name]: { status: 200, body: 'Jane Doe' },
  [paths.mobileNumber]: { status: 200, body: { countryCode: '+1', phoneNumber: '206-555-0100' } },
  [paths.address]: {
    status: 200,
    body: {
      addressLine1: '410 Terry Ave North',
      city: 'Seattle',
      countryCode: 'US',
      stateOrRegion: 'WA',
      postalCode: '98109',
      districtOrCounty: '',
    },
  },
  [paths.countryAndPostalCode]: { status: 200, body: { countryCode: 'US', postalCode: '98109' } },
};

export interface SkillUnderTest {
  invoke(envelope: unknown): Promise<Response>;
  /** With session attributes. */
  answer(envelope: unknown): Promise<ResponseEnvelope>;
  readonly timers: TimersFake;
  /** What happened at the store and at the call starter, in order. */
  readonly deeds: string[];
  readonly stored: CallContext[];
  readonly started: CallRequest[];
  readonly asked: services.ApiClientRequest[];
  readonly log: Record<string, unknown>[];
}

export interface SkillOptions {
  readonly alexa?: AlexaAnswers;
  readonly put?: () => Promise<void>;
  readonly start?: (request: CallRequest) => Promise<CallStartResult>;
  /** What the skill is able to; a call from the device alone unless told. */
  readonly ingresses?: readonly CallIngress[];
  readonly reasonsWithPlace?: readonly string[];
}

/** The whole skill, with fakes around it. */
export function aSkill({
  alexa = {},
  put = async () => {},
  start = async () => ({ kind: 'started' }),
  ingresses = ['alexa-skill-call'],
  reasonsWithPlace = [],
}: SkillOptions = {}): SkillUnderTest {
  const timers = new TimersFake();
  const deeds: string[] = [];
  const stored: CallContext[] = [];
  const started: CallRequest[] = [];
  const asked: services.ApiClientRequest[] = [];
  const log: Record<string, unknown>[] = [];
  const answers: AlexaAnswers = { ...everythingGiven, ...alexa };
  const contexts = new MemoryCallContextStore();

  const answer = createSkill({
    skillId: 'amzn1.ask.skill.11111111-2222-4333-8444-555555555555',
    apiClient: {
      async invoke(request) {
        asked.push(request);
        const answer = answers[new URL(request.url).pathname] ?? { status: 500 };
        if (answer === 'hangs') return await new Promise(() => {});
        if (answer === 'no connection') throw new TypeError('fetch failed');
        return {
          statusCode: answer.status,
          headers: [],
          body: answer.body === undefined ? '' : JSON.stringify(answer.body),
        };
      },
    },
    callContexts: {
      async put(context) {
        deeds.push('put');
        await put();
        await contexts.put(context);
        deeds.push('written');
        stored.push(context);
      },
      order: (id, order) => contexts.order(id, order),
      orderedFor: (...asked) => contexts.orderedFor(...asked),
      forget: async (id) => {
        deeds.push('forget');
        await contexts.forget(id);
      },
      forgetAllOf: (owner) => contexts.forgetAllOf(owner),
    },
    callbacksPerHour: 5,
    callContextIds: hmacCallContextIds({
      keys: { current: 'a', keys: new Map([['a', new Uint8Array(32)]]) },
      region: 'us-east-1',
      ids: idsFake(),
    }),
    callStarters: () =>
      ingresses.map((ingress) => ({
        ingress,
        async start(request) {
          deeds.push('start');
          started.push(request);
          return await start(request);
        },
      })),
    smaPhoneNumber,
    reasonsWithPlace,
    names: { business: 'Example Bank', phoneNumber: smaPhoneNumber },
    clock: timers,
    timers,
    logger: createLogger({
      clock: timers,
      write: (line) => void log.push(JSON.parse(line) as Record<string, unknown>),
    }),
  });
  return {
    timers,
    deeds,
    stored,
    started,
    asked,
    log,
    answer,
    invoke: async (envelope) => (await answer(envelope)).response,
  };
}

/** Loose on purpose: tests write requests that the SDK's types do not allow. */
export interface EditableEnvelope {
  session: Record<string, unknown>;
  context: { System: Record<string, unknown> & { application: { applicationId: string } } };
  request: Record<string, unknown> & {
    intent: { name: string; confirmationStatus: string; slots?: Record<string, Record<string, unknown>> };
  };
}

/** A whole request as Alexa sends it; `edit` changes a copy. */
export function anEnvelope(name: string, edit: (envelope: EditableEnvelope) => void = () => {}): RequestEnvelope {
  const envelope = JSON.parse(
    readFileSync(new URL(`../../fixtures/alexa/${name}.json`, import.meta.url), 'utf8'),
  ) as EditableEnvelope;
  edit(envelope);
  return envelope as unknown as RequestEnvelope;
}

/** A request with an intent that has no slots. */
export function anIntent(name: string): RequestEnvelope {
  return anEnvelope('launch', (envelope) => {
    envelope.request['type'] = 'IntentRequest';
    envelope.request.intent = { name, confirmationStatus: 'NONE' };
  });
}

/** What Alexa says: the SSML without its root. */
export function speechOf(response: Response): string {
  const { outputSpeech } = response;
  return outputSpeech?.type === 'SSML' ? outputSpeech.ssml.replace(/^<speak>(.*)<\/speak>$/s, '$1') : '';
}
