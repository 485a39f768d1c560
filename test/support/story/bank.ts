import type { AlexaAccount } from '../../../infra/local/alexa/api/account.ts';
import type { RequestEnvelope } from '../../../infra/local/alexa/service/envelopes.ts';
import { startAlexa, type Alexa } from '../../../infra/local/alexa/service/start-alexa.ts';
import { alexaApiClient } from '../../../shared/adapters/alexa/alexa-api-client.ts';
import { alexaProgressiveResponses } from '../../../shared/adapters/alexa/alexa-progressive-responses.ts';
import { alexaSkillCall } from '../../../shared/adapters/alexa/alexa-skill-call.ts';
import { openIdLinkedProfiles } from '../../../shared/adapters/alexa/open-id-linked-profiles.ts';
import { hmacCallContextIds } from '../../../shared/adapters/hmac/hmac-call-context-ids.ts';
import { readUserToUser } from '../../../shared/contracts/user-to-user.ts';
import { mayBeRung } from '../../../shared/domain/callback-prefixes.ts';
import type { E164 } from '../../../shared/domain/phone-number.ts';
import type { Reason } from '../../../shared/domain/routing/table.ts';
import { createLogger } from '../../../shared/observability/logger.ts';
import type { CallIngress, CallStarter, CallStartResult } from '../../../shared/ports/call-starter.ts';
import type { AlexaAccess } from '../../../skill/alexa-access.ts';
import { ReasonCatalogue } from '../../../skill/catalogue/reason-catalogue.ts';
import { createSkill, type AnswerRequest } from '../../../skill/skill.ts';
import type { SkillLocale } from '../../../shared/contracts/skill-locales.ts';
import { idsFake } from '../ids-fake.ts';
import { TimersFake } from '../timers-fake.ts';
import { businessNames, wilhelmina } from './callers.ts';
import { Outside } from './outside.ts';
import { StoryStore } from './store.ts';

export const smaPhoneNumber = '+14255550100' as E164;
/** The claim of the bank's OpenID provider that has the account's number. */
export const accountClaim = 'account_number';
const skillId = 'amzn1.ask.skill.5d1c2b3a-4e5f-4a6b-8c7d-9e0f1a2b3c4d';
const clientId = `amzn1.application-oa2-client.${'0123456789abcdef'.repeat(2)}`;
/** Adapters go by the machine's clock, and machines are busy: what is late is late by the story's own. */
const patientMs = 60_000;
const modelsFolder = new URL('../../../skill/skill-package/interactionModels/custom', import.meta.url).pathname;

export interface BankOptions {
  readonly locale: SkillLocale;
  /** How the household differs from Wilhelmína's. */
  readonly household?: Partial<AlexaAccount> | undefined;
  /** What the skill is configured for: the device, then the caller's own telephone, unless told. */
  readonly ways?: readonly CallIngress[] | undefined;
  /** Of the routing table in force; none is published unless told. */
  readonly reasons?: readonly Reason[] | undefined;
}

/** The Echo was told to call, or somebody's own telephone to ring. */
export interface PlacedCall {
  readonly by: 'Echo' | 'phone';
  readonly from: string;
  readonly to: string;
  readonly contextId: string | undefined;
}

/** What went out, in order. */
interface Outgoing {
  readonly placed: PlacedCall[];
  /** Lines of the log. */
  readonly log: string[];
  /** Said while the skill was at work. */
  readonly progress: string[];
  /** Whole answers of the skill. */
  readonly answers: unknown[];
}

/** Alexa with the models of the skill package, the skill over its own adapters, and what a story may do to them. */
export interface Bank extends Outgoing {
  readonly alexa: Alexa;
  readonly timers: TimersFake;
  readonly outside: Outside;
  readonly store: StoryStore;
  /** What becomes of the next callbacks, once each; those after them start. */
  readonly callbackResults: CallStartResult[];
  /** Alexa forgets the session attributes, once. */
  loseAttributes(): void;
  close(): Promise<void>;
}

export async function openBank({ locale, household = {}, ways, reasons }: BankOptions): Promise<Bank> {
  const timers = new TimersFake();
  const outside = new Outside(timers);
  const store = new StoryStore(outside);
  const sent: Outgoing = { placed: [], log: [], progress: [], answers: [] };
  const callbackResults: CallStartResult[] = [];
  const ids = idsFake();
  let losesAttributes = false;
  let skill: AnswerRequest = () => Promise.reject(new Error('the skill is not there yet'));

  const alexa = await startAlexa({
    modelsFolder,
    locale,
    skillId,
    clientId,
    account: { ...wilhelmina(locale), ...household },
    invokeSkill: async (envelope) => {
      const answer = await skill(losesAttributes ? withoutAttributes(envelope) : envelope);
      losesAttributes = false;
      sent.answers.push(answer);
      return answer;
    },
    placeCall: ({ from, to, userToUser }) =>
      sent.placed.push({ by: 'Echo', from, to, contextId: clientSessionOf(userToUser) }),
    onProgress: ({ text }) => sent.progress.push(text),
    clock: timers,
    timers,
    ids,
  });
  outside.watch(alexa.faults);

  const api = alexaApiClient({ timeoutMs: patientMs });
  const profiles = openIdLinkedProfiles({ userInfoUrl: `${alexa.openIdProvider}/userinfo`, accountClaim, timers });
  const progress = alexaProgressiveResponses({ timeoutMs: patientMs });
  const logger = createLogger({ clock: timers, write: (line) => void sent.log.push(line) });
  skill = createSkill({
    skillId,
    apiClient: { invoke: (request) => outside.ask(() => api.invoke(request)) },
    linkedProfiles: { of: (token, call) => outside.ask(() => profiles.of(token, call)) },
    callContexts: store,
    callbacksPerHour: 5,
    callContextIds: hmacCallContextIds({
      keys: { current: 'a', keys: new Map([['a', new Uint8Array(32)]]) },
      region: 'us-east-1',
      ids,
    }),
    callStarters: startersOf(ways ?? ['alexa-skill-call', 'callback'], { outside, sent, callbackResults }),
    progressiveResponses: {
      speak: (request, speech) => outside.ask(() => progress.speak(request, speech)),
    },
    smaPhoneNumber,
    reasonsWithPlace: ['branch-visit'],
    catalogue: new ReasonCatalogue({
      published: {
        inForce: async () => (reasons === undefined ? { kind: 'none' } : { kind: 'read', version: 1, reasons }),
      },
      tableName: 'example-bank',
      clock: timers,
      timers,
      logger,
    }),
    names: { business: businessNames[locale], phoneNumber: smaPhoneNumber },
    clock: timers,
    timers,
    logger,
  });
  return {
    ...sent,
    alexa,
    timers,
    outside,
    store,
    callbackResults,
    loseAttributes: () => void (losesAttributes = true),
    close: () => alexa.close(),
  };
}

interface StarterServices {
  readonly outside: Outside;
  readonly sent: Pick<Outgoing, 'placed'>;
  readonly callbackResults: CallStartResult[];
}

/** The device calls over Alexa's own API; a callback is written down, and not placed. */
function startersOf(
  ways: readonly CallIngress[],
  { outside, sent, callbackResults }: StarterServices,
): (access: AlexaAccess) => readonly CallStarter[] {
  const callback: CallStarter = {
    ingress: 'callback',
    reaches: (callersNumber) => mayBeRung(callersNumber),
    start: async ({ from, to, contextId }) => {
      const result = callbackResults.shift() ?? { kind: 'started' };
      if (result.kind === 'started') sent.placed.push({ by: 'phone', from, to, contextId });
      return result;
    },
  };
  return (access) =>
    ways.map((way) => {
      if (way === 'callback') return callback;
      const device = alexaSkillCall({ ...access, timeoutMs: patientMs });
      return { ingress: way, start: (request) => outside.ask(() => device.start(request)) };
    });
}

function clientSessionOf(userToUser = ''): string | undefined {
  const reading = readUserToUser({ 'User-to-User': userToUser });
  return reading.kind === 'clientSession' ? reading.clientSessionId : undefined;
}

function withoutAttributes(envelope: RequestEnvelope): RequestEnvelope {
  const { session, ...rest } = envelope;
  return session === undefined ? envelope : { ...rest, session: { ...session, attributes: {} } };
}
