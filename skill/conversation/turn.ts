import type { HandlerInput } from 'ask-sdk-core';
import { hasCode } from '../../shared/errors.ts';
import { withinTime } from '../../shared/within-time.ts';
import type { AlexaAccess } from '../alexa-access.ts';
import { forgetContext } from '../calling/forget-context.ts';
import { prepareCall } from '../calling/prepare-call.ts';
import { startCall } from '../calling/start-call.ts';
import { whileSlow } from '../calling/while-slow.ts';
import type { SkillServices } from '../skill-services.ts';
import { localeOf, wordsOf } from '../speech/answers.ts';
import { timeLimits } from '../time-limits.ts';
import { next } from './conversation.ts';
import type { Heard } from './heard.ts';
import type { Answer, Step, Ways } from './step.ts';

/** One request, and the time that is left of it. */
export interface Turn {
  readonly input: HandlerInput;
  /** Absent: the request did not come from a device. */
  readonly access: AlexaAccess | undefined;
  readonly ways: Ways;
  /** When the request came. */
  readonly began: number;
}

const noDevice: Answer = { kind: 'close', say: (words) => words.noDevice };

/** Takes steps until there is an answer, with what they ask for on the way. Ends: what is gathered is gathered once, and a call is started once. */
export async function answerOf(first: Step, turn: Turn, services: SkillServices): Promise<Answer> {
  const done = new Set<Step['kind']>();
  const forgotten: Promise<void>[] = [];
  let step = first;
  for (;;) {
    if (step.forget !== undefined) forgotten.push(forgetContext(step.forget, services));
    if (step.kind !== 'prepare' && step.kind !== 'start') {
      await Promise.all(forgotten);
      return step;
    }
    const { access } = turn;
    if (access === undefined) return noDevice;
    const heard = done.has(step.kind) ? undefined : await carriedOut(step, { ...turn, access }, services);
    if (heard === undefined) return { kind: 'close', say: (words) => words.somethingWentWrong };
    done.add(step.kind);
    step = next(step.state, heard, turn.ways);
  }
}

type Asked = Exclude<Step, Answer>;
type FromDevice = Turn & { readonly access: AlexaAccess };

async function carriedOut(step: Asked, turn: FromDevice, services: SkillServices): Promise<Heard> {
  const { timers, logger, clock } = services;
  const left = Math.max(0, timeLimits.wholeRequestMs - (clock.now() - turn.began));
  const work = step.kind === 'prepare' ? prepared(step, turn, services) : started(step, turn, services);
  const answer = await withinTime(timers, left, said(work, turn, services));
  if (answer.kind === 'inTime') return answer.value;
  logger.warn('call-late', { milliseconds: timeLimits.wholeRequestMs, phase: step.kind });
  return step.kind === 'prepare'
    ? { kind: 'notPrepared' }
    : {
        kind: 'started',
        started: { kind: 'notStarted', result: { kind: 'unavailable' }, ingress: 'alexa-skill-call', others: [] },
      };
}

/** Whoever waits hears that something is being done. */
function said(work: Promise<Heard>, { input, access }: FromDevice, services: SkillServices): Promise<Heard> {
  const { type, requestId } = input.requestEnvelope.request;
  // After a consent Alexa is not ready for it.
  const reached = type === 'IntentRequest' ? access : undefined;
  return whileSlow({ access: reached, requestId, speech: wordsOf(input, services).oneMoment }, work, services);
}

async function prepared({ state }: Asked, { input, access }: FromDevice, services: SkillServices): Promise<Heard> {
  const { serviceClientFactory: clients } = input;
  if (clients === undefined) return { kind: 'notPrepared' };
  try {
    const call = { draft: state.draft, access, clients, locale: localeOf(input) };
    const result = await prepareCall(call, services);
    if (result.kind !== 'ready')
      services.logger.info('call-not-prepared', { outcome: result.kind, code: result.because });
    return { kind: 'prepared', prepared: result };
  } catch (error) {
    if (!hasCode(error, 'store-unavailable')) throw error;
    services.logger.error('call-context-not-written', error);
    return { kind: 'notPrepared' };
  }
}

async function started(
  step: Extract<Step, { kind: 'start' }>,
  { input, access, began }: FromDevice,
  services: SkillServices,
): Promise<Heard> {
  const { contextId, ingress } = step;
  const { requestId } = input.requestEnvelope.request;
  try {
    const result = await startCall({ contextId, requestId, ingress }, access, services);
    services.logger.info('call-requested', {
      locale: localeOf(input),
      milliseconds: services.clock.now() - began,
      ...('ingress' in result ? { ingress: result.ingress } : {}),
      outcome: result.kind === 'notStarted' ? result.result.kind : result.kind,
      ...(result.kind === 'notStarted' && result.result.kind === 'refused' ? { code: result.result.code } : {}),
    });
    return { kind: 'started', started: result };
  } catch (error) {
    if (!hasCode(error, 'store-unavailable')) throw error;
    services.logger.error('call-not-ordered', error);
    return { kind: 'notPrepared' };
  }
}
