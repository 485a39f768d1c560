import { join } from 'node:path';
import { alexaClientIdPattern } from '../../../../shared/contracts/communication-session.ts';
import type { Clock } from '../../../../shared/ports/clock.ts';
import type { Ids } from '../../../../shared/ports/ids.ts';
import type { Timers } from '../../../../shared/ports/timers.ts';
import type { AlexaAccount } from '../api/account.ts';
import type { ProgressiveSpeech } from '../api/directives.ts';
import type { AlexaFaults } from '../api/faults.ts';
import type { SmartProperty } from '../api/smart-properties/smart-property.ts';
import { startAlexaApi } from '../api/start-alexa-api.ts';
import { Conversation } from './conversation.ts';
import type { DeviceCall } from './device-call.ts';
import { withDynamicEntities } from './dynamic-entities.ts';
import type { RequestEnvelope } from './envelopes.ts';
import { Household } from './household.ts';
import { loadInteractionModel } from './interaction-model-file.ts';
import { languageOf } from './language/language-of.ts';
import { Microphone, type ListeningOptions } from './listening.ts';
import { Matcher } from './matching/matcher.ts';
import { slotReader } from './matching/slot-reader.ts';
import type { SkillEvent, SkillEventOutcome } from './skill-events.ts';
import { SkillLine } from './skill-line.ts';
import type { AlexaTurn } from './turn.ts';

export interface AlexaOptions {
  /** The folder `interactionModels/custom` of the skill package, with one `<locale>.json` for each locale. */
  readonly modelsFolder: string;
  /** Such as en-US, fr-CA or es-US: English, French or Spanish, for that is what Alexa's own phrases and numbers are known in. */
  readonly locale: string;
  /** `amzn1.ask.skill.<uuid>`: what the skill checks as its applicationId. */
  readonly skillId: string;
  /** `amzn1.application-oa2-client.<32 hex digits>`: the skill's Login with Amazon client id, which PSTN Audio knows it by. */
  readonly clientId: string;
  /** Whose device it is at the start; what changes later is the household's. */
  readonly account: AlexaAccount;
  /** Runs the skill's Lambda function; given up after 8 seconds. */
  readonly invokeSkill: (envelope: RequestEnvelope) => Promise<unknown>;
  /** Told of each call once StartCommunicationSession is accepted. Must return at once: the skill's answer waits for it. */
  readonly placeCall: (call: DeviceCall) => void;
  /** Told of what Alexa says while the skill is still at work. Must return at once. */
  readonly onProgress?: (speech: ProgressiveSpeech) => void;
  /** The business that manages the device. Absent: nobody does. */
  readonly smartProperty?: SmartProperty;
  /** Absent: Alexa listens for as long as it takes, and silence is told by keepSilent. */
  readonly listening?: ListeningOptions;
  readonly clock: Clock;
  readonly timers: Timers;
  readonly ids: Ids;
}

/** The Alexa service for one skill, one account and one device. */
export interface Alexa {
  /** `http://127.0.0.1:<port>` */
  readonly apiEndpoint: string;
  /** Login with Amazon's token endpoint, for a business that manages devices. */
  readonly lwaTokenEndpoint: string;
  /** Base URL of the provider of linked accounts: `<base>/userinfo`. */
  readonly openIdProvider: string;
  /** Who speaks unless told, what is allowed and linked, and where a mobile device is. */
  readonly household: Household;
  /**
   * What the person says, with or without the wake word. One turn at a time: a second call waits for the first.
   * `as` is the id of a member of the household whose voice Alexa knows; the household's speaker unless told.
   * @throws RangeError when there is no such member.
   */
  say(utterance: string, by?: { readonly as?: string }): Promise<AlexaTurn>;
  /** The person says nothing for 8 seconds while Alexa listens. */
  keepSilent(): Promise<AlexaTurn>;
  /** What the customer does in the Alexa app, between one turn and the next. Disabling the skill ends its session. */
  skillEvent(event: SkillEvent): Promise<SkillEventOutcome>;
  readonly faults: AlexaFaults;
  /** Drops what is still open at the API, and listens no more. */
  close(): Promise<void>;
}

/**
 * Starts Alexa with her API on a free port of loopback.
 * @throws InteractionModelError when the model would not build; RangeError for ids or a locale that are not what they should be.
 */
export async function startAlexa(options: AlexaOptions): Promise<Alexa> {
  const { modelsFolder, locale, skillId, clientId, invokeSkill, listening, clock, timers, ids } = options;
  const language = languageOf(locale);
  if (language === undefined)
    throw new RangeError(`the local Alexa speaks English, French and Spanish (en-US, fr-CA, es-US, …), not ${locale}`);
  if (!skillId.startsWith('amzn1.ask.skill.')) throw new RangeError('skillId must be amzn1.ask.skill.<uuid>');
  if (!alexaClientIdPattern.test(clientId))
    throw new RangeError('clientId must be amzn1.application-oa2-client.<32 hex digits>');

  const model = await loadInteractionModel(join(modelsFolder, `${locale}.json`));
  const household = new Household(options.account);
  const api = await startAlexaApi({ ...options, account: household, clientId });
  const line = new SkillLine({
    invokeSkill,
    skillId,
    household,
    apiEndpoint: api.apiEndpoint,
    locale,
    issueToken: (speaker) => api.tokens.issue(speaker),
    openRequests: api.requests,
    clock,
    timers,
    ids,
  });
  const read = slotReader(model, skillId, language);
  const conversation = new Conversation({
    model,
    language,
    matcherWith: (added) => new Matcher(model, withDynamicEntities(read, added, skillId), language),
    household,
    line,
    clock,
    ids,
  });

  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <Result>(take: () => Promise<Result>): Promise<Result> => {
    // A turn that broke has told its own caller; the next one is not to suffer from it.
    const taken = last.then(take, take);
    last = taken;
    return taken;
  };
  const keepSilent = (): Promise<AlexaTurn> => turnAt(() => conversation.keepSilent());
  const microphone = new Microphone({ timers, listening, keepSilent });
  const turnAt = (take: () => Promise<AlexaTurn>): Promise<AlexaTurn> => {
    microphone.close();
    return inTurn(async () => {
      microphone.close();
      const turn = await take();
      microphone.after(turn);
      return turn;
    });
  };
  return {
    apiEndpoint: api.apiEndpoint,
    lwaTokenEndpoint: api.lwaTokenEndpoint,
    openIdProvider: api.openIdProvider,
    household,
    say: (utterance, { as } = {}) => turnAt(async () => conversation.say(utterance, household.voiceOf(as))),
    keepSilent,
    skillEvent: (event) =>
      inTurn(async () => {
        if (event.type === 'SkillDisabled') {
          microphone.close();
          conversation.drop();
        }
        return line.notify(event);
      }),
    faults: api.faults,
    close: async () => {
      microphone.close();
      await api.close();
    },
  };
}
