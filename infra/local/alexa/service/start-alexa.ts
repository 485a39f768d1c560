import { join } from 'node:path';
import { alexaClientIdPattern } from '../../../../shared/contracts/communication-session.ts';
import type { Clock } from '../../../../shared/ports/clock.ts';
import type { Ids } from '../../../../shared/ports/ids.ts';
import type { Timers } from '../../../../shared/ports/timers.ts';
import { AccessTokens } from '../api/access-tokens.ts';
import type { AlexaAccount } from '../api/account.ts';
import { serveApi } from '../api/api-server.ts';
import { communicationSessionEndpoint } from '../api/communication-session.ts';
import { deviceAddressEndpoint } from '../api/device-address.ts';
import type { DeviceCall } from './device-call.ts';
import { AlexaFaults } from '../api/faults.ts';
import { profileEndpoint } from '../api/profile.ts';
import { Conversation } from './conversation.ts';
import type { RequestEnvelope } from './envelopes.ts';
import { loadInteractionModel } from './interaction-model-file.ts';
import { Matcher } from './matching/matcher.ts';
import { slotReader } from './matching/slot-reader.ts';
import { SkillLine } from './skill-line.ts';
import type { AlexaTurn } from './turn.ts';

export interface AlexaOptions {
  /** The folder `interactionModels/custom` of the skill package, with one `<locale>.json` for each locale. */
  readonly modelsFolder: string;
  /** An English locale such as en-US: Alexa's own phrases and numbers are known in English only. */
  readonly locale: string;
  /** `amzn1.ask.skill.<uuid>`: what the skill checks as its applicationId. */
  readonly skillId: string;
  /** `amzn1.application-oa2-client.<32 hex digits>`: the skill's Login with Amazon client id, which PSTN Audio knows it by. */
  readonly clientId: string;
  readonly account: AlexaAccount;
  /** Runs the skill's Lambda function; given up after 8 seconds. */
  readonly invokeSkill: (envelope: RequestEnvelope) => Promise<unknown>;
  /** Told of each call once StartCommunicationSession is accepted. Must return at once: the skill's answer waits for it. */
  readonly placeCall: (call: DeviceCall) => void;
  readonly clock: Clock;
  readonly timers: Timers;
  readonly ids: Ids;
}

/** The Alexa service for one skill, one account and one device. */
export interface Alexa {
  /** `http://127.0.0.1:<port>` */
  readonly apiEndpoint: string;
  /** What the person says, with or without the wake word. One turn at a time: a second call waits for the first. */
  say(utterance: string): Promise<AlexaTurn>;
  /** The person says nothing for 8 seconds while Alexa listens. */
  keepSilent(): Promise<AlexaTurn>;
  readonly faults: AlexaFaults;
  close(): Promise<void>;
}

/**
 * Starts Alexa with her API on a free port of loopback.
 * @throws InteractionModelError when the model would not build; RangeError for ids or a locale that are not what they should be.
 */
export async function startAlexa(options: AlexaOptions): Promise<Alexa> {
  const { modelsFolder, locale, skillId, clientId, account, invokeSkill, placeCall, clock, timers, ids } = options;
  if (!/^en-[A-Z]{2}$/.test(locale))
    throw new RangeError(`the local Alexa speaks English only (en-US, en-CA, …), not ${locale}`);
  if (!skillId.startsWith('amzn1.ask.skill.')) throw new RangeError('skillId must be amzn1.ask.skill.<uuid>');
  if (!alexaClientIdPattern.test(clientId))
    throw new RangeError('clientId must be amzn1.application-oa2-client.<32 hex digits>');

  const model = await loadInteractionModel(join(modelsFolder, `${locale}.json`));
  const tokens = new AccessTokens({ account, clock, ids });
  const faults = new AlexaFaults();
  const api = await serveApi(
    [
      profileEndpoint(account),
      deviceAddressEndpoint(account),
      communicationSessionEndpoint({ account, clientId, placeCall, ids }),
    ],
    tokens,
    faults,
  );
  const line = new SkillLine({
    invokeSkill,
    installation: { skillId, userId: account.userId, deviceId: account.device.deviceId, apiEndpoint: api.apiEndpoint },
    locale,
    issueToken: () => tokens.issue(),
    clock,
    timers,
    ids,
  });
  const conversation = new Conversation({ model, matcher: new Matcher(model, slotReader(model, skillId)), line, ids });

  let lastTurn: Promise<unknown> = Promise.resolve();
  const afterLastTurn = (take: () => Promise<AlexaTurn>): Promise<AlexaTurn> => {
    // A turn that broke has told its own caller; the next one is not to suffer from it.
    const turn = lastTurn.then(take, take);
    lastTurn = turn;
    return turn;
  };
  return {
    apiEndpoint: api.apiEndpoint,
    say: (utterance) => afterLastTurn(() => conversation.say(utterance)),
    keepSilent: () => afterLastTurn(() => conversation.keepSilent()),
    faults,
    close: () => api.close(),
  };
}
