import type { Clock } from '../../../../shared/ports/clock.ts';
import { askConsent } from './consent/ask-consent.ts';
import { dynamicEntitiesLifetimeMs, readEntityUpdate, type EntityUpdate } from './dynamic-entities.ts';
import type { RequestBody, SessionEndReason, SessionError, SkillRequest } from './envelopes.ts';
import type { Household } from './household.ts';
import type { InteractionModel, ModelSlotType } from './interaction-model.ts';
import type { Language } from './language/language.ts';
import type { Matcher } from './matching/matcher.ts';
import { delegate, type Move } from './moves.ts';
import type { Card, OutputSpeech, SkillResponse } from './response.ts';
import type { Session } from './session.ts';
import type { SkillLine } from './skill-line.ts';
import { joined, plain } from './speech.ts';
import { turnOf, type AlexaTurn } from './turn.ts';
import { readWish } from './wish.ts';

/** A skill may chain dialogs by delegating to another intent; one that does so without end is stopped. */
const maximumRequestsPerTurn = 10;

export interface ExchangeServices {
  readonly model: InteractionModel;
  readonly language: Language;
  /** Understands these values beside those of the model. */
  readonly matcherWith: (added: readonly ModelSlotType[]) => Matcher;
  readonly household: Household;
  readonly line: SkillLine;
  readonly clock: Clock;
}

interface TurnSoFar {
  readonly heard: string;
  readonly requests: SkillRequest[];
  card: Card | undefined;
  /** What the skill had Alexa say before a request that came of itself. */
  said: OutputSpeech | undefined;
}

/** Moves on until somebody has to speak: the skill with its own words, or Alexa with hers. The turn tells whether the session is still open. */
export async function exchange(
  services: ExchangeServices,
  session: Session,
  heard: string,
  first: Move,
): Promise<AlexaTurn> {
  const turn: TurnSoFar = { heard, requests: [], card: undefined, said: undefined };
  let move = first;
  while (move.kind === 'send') {
    if (turn.requests.length >= maximumRequestsPerTurn)
      return endWith(
        services,
        session,
        turn,
        `${turn.requests.length} requests did not lead to anything that can be said`,
      );
    session.pending = undefined;
    session.reprompt = undefined;
    const request = services.line.request(move.body);
    turn.requests.push(request);
    const answer = await services.line.send(session, request);
    if (answer.kind === 'failed') return endSession(services, session, turn, 'ERROR', answer.error);

    const { response, sessionAttributes } = answer.envelope;
    session.attributes = sessionAttributes ?? {};
    turn.card = response.card ?? turn.card;
    move = follow(services, session, response, move.body);
    if (move.kind === 'send') turn.said = joined(turn.said, response.outputSpeech);
  }
  if (move.kind === 'fail') return endWith(services, session, turn, move.problem);

  session.pending = move.pending;
  session.reprompt = move.reprompt;
  const { pending } = move;
  return turnOf({
    ...turn,
    notSent: 'autoDelegated',
    speech: joined(turn.said, move.speech),
    sessionOpen: move.sessionOpen,
    ...(pending?.kind === 'consent' ? { consent: { scopes: pending.consent.wishes.map(({ scope }) => scope) } } : {}),
  });
}

/** What follows from an answer of the skill's to `body`. */
function follow(services: ExchangeServices, session: Session, response: SkillResponse, body: RequestBody): Move {
  const { model, language, household } = services;
  const update = readEntityUpdate(model, response.directives ?? []);
  if (update.kind === 'invalid') return { kind: 'fail', problem: update.problem };
  const wish = readWish(model, response, body.type === 'IntentRequest' ? body.intent : undefined);
  updateEntities(services, session, update);

  const speech = response.outputSpeech ?? undefined;
  const reprompt = response.reprompt?.outputSpeech ?? undefined;
  switch (wish.kind) {
    case 'none': {
      // Left out, the microphone of a device without a screen stays closed.
      const sessionOpen = response.shouldEndSession === false || response.shouldEndSession === null;
      return { kind: 'say', speech, reprompt, pending: undefined, sessionOpen };
    }
    case 'ask': {
      const { intent, question } = wish;
      return {
        kind: 'say',
        speech,
        reprompt,
        pending: { kind: 'dialog', dialog: { intent, question } },
        sessionOpen: true,
      };
    }
    case 'delegate':
      return delegate(model, wish.intent, body);
    case 'consent': {
      const skillName = model.languageModel.invocationName;
      return askConsent(wish.consent, speech, { household, language, skillName, speaker: session.speaker });
    }
    case 'invalid':
      return { kind: 'fail', problem: wish.problem };
    default:
      return wish satisfies never;
  }
}

function updateEntities(
  { matcherWith, clock }: ExchangeServices,
  session: Session,
  update: Exclude<EntityUpdate, { kind: 'invalid' }>,
): void {
  if (update.kind === 'clear') session.entities = undefined;
  if (update.kind === 'replace')
    session.entities = {
      matcher: matcherWith(update.types),
      expiresAt: clock.now() + dynamicEntitiesLifetimeMs,
    };
}

function endWith(
  services: ExchangeServices,
  session: Session,
  turn: Pick<TurnSoFar, 'heard' | 'requests'>,
  message: string,
): Promise<AlexaTurn> {
  return endSession(services, session, turn, 'ERROR', { type: 'INVALID_RESPONSE', message });
}

/** Ends the session against the skill's will; it is told, and what it answers is not heard. */
export async function endSession(
  { line, language }: Pick<ExchangeServices, 'line' | 'language'>,
  session: Session,
  { heard, requests }: Pick<TurnSoFar, 'heard' | 'requests'>,
  reason: SessionEndReason,
  error?: SessionError,
): Promise<AlexaTurn> {
  const ended = { reason, ...(error === undefined ? {} : { error }) };
  const request = line.request({ type: 'SessionEndedRequest', ...ended });
  await line.send(session, request);
  return turnOf({
    heard,
    requests: [...requests, request],
    ...(error === undefined ? {} : { speech: plain(language.ownWords.problem) }),
    sessionOpen: false,
    ended,
  });
}
