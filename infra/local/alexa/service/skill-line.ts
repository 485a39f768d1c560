import type { Clock } from '../../../../shared/ports/clock.ts';
import type { Ids } from '../../../../shared/ports/ids.ts';
import type { Timers } from '../../../../shared/ports/timers.ts';
import type { HouseholdMember } from '../api/account.ts';
import type { OpenRequests } from '../api/open-requests.ts';
import {
  eventEnvelope,
  sessionEnvelope,
  type RequestBody,
  type RequestEnvelope,
  type SessionError,
  type SkillRequest,
} from './envelopes.ts';
import type { Household } from './household.ts';
import { readResponse, type ResponseEnvelope } from './response.ts';
import type { Session } from './session.ts';
import { settle, type SkillEvent, type SkillEventOutcome } from './skill-events.ts';
import { timestampOf } from './timestamp.ts';

/** Alexa waits this long for a skill (Alexa Skills Kit documentation, request-and-response-json-reference). */
export const skillTimeoutMs = 8000;

export type SkillAnswer =
  | { readonly kind: 'answered'; readonly envelope: ResponseEnvelope }
  | { readonly kind: 'failed'; readonly error: SessionError };

interface Services {
  readonly invokeSkill: (envelope: RequestEnvelope) => Promise<unknown>;
  readonly skillId: string;
  readonly household: Household;
  readonly apiEndpoint: string;
  readonly locale: string;
  /** For one request, by whom it was said when Alexa knows the voice. */
  readonly issueToken: (speaker: HouseholdMember | undefined) => string;
  /** Told of every request while the skill is at work on it. */
  readonly openRequests: Pick<OpenRequests, 'begin'>;
  readonly clock: Clock;
  readonly timers: Timers;
  readonly ids: Ids;
}

/** The line to the skill: requests go out and answers come in as JSON, so that neither side can touch the other's objects. */
export class SkillLine {
  readonly #services: Services;

  constructor(services: Services) {
    this.#services = services;
  }

  request(body: RequestBody): SkillRequest {
    return { ...body, ...this.#head(), locale: this.#services.locale };
  }

  async send(session: Session, request: SkillRequest): Promise<SkillAnswer> {
    const { household, issueToken } = this.#services;
    const speaker = session.speaker === undefined ? undefined : household.member(session.speaker);
    const envelope = sessionEnvelope({ ...this.#services, apiAccessToken: issueToken(speaker) }, session, request);
    session.isNew = false;
    const outcome = await this.#invoke(envelope);
    if (outcome.kind !== 'returned') return { kind: 'failed', error: outcome.error };
    // An answer to SessionEndedRequest is never read.
    if (request.type === 'SessionEndedRequest') return { kind: 'answered', envelope: { version: '1.0', response: {} } };
    const reading = readResponse(outcome.answer);
    return reading.kind === 'valid'
      ? { kind: 'answered', envelope: reading.envelope }
      : { kind: 'failed', error: { type: 'INVALID_RESPONSE', message: reading.problem } };
  }

  /** Tells the skill what the customer has done in the Alexa app, outside any session. What was allowed changes before, and the customer's id after it. */
  async notify(event: SkillEvent): Promise<SkillEventOutcome> {
    const { household, issueToken } = this.#services;
    const setting = settle(household, event);
    const head = this.#head();
    const request = { ...setting, ...head, eventCreationTime: head.timestamp, eventPublishingTime: head.timestamp };
    const envelope = eventEnvelope({ ...this.#services, apiAccessToken: issueToken(undefined) }, request);
    if (event.type === 'SkillDisabled') household.leave();
    const outcome = await this.#invoke(envelope);
    return outcome.kind === 'returned'
      ? { kind: 'delivered', request }
      : { kind: 'failed', request, error: outcome.error };
  }

  #head(): { requestId: string; timestamp: string } {
    const { ids, clock } = this.#services;
    return { requestId: `amzn1.echo-api.request.${ids.uuid()}`, timestamp: timestampOf(clock.now()) };
  }

  async #invoke(
    envelope: RequestEnvelope,
  ): Promise<{ kind: 'returned'; answer: unknown } | { kind: 'failed'; error: SessionError }> {
    const { promise: timeout, resolve: expire } = Promise.withResolvers<{ kind: 'failed'; error: SessionError }>();
    const end = this.#services.openRequests.begin(envelope.request);
    const timer = this.#services.timers.after(skillTimeoutMs, () => {
      expire({
        kind: 'failed',
        error: {
          type: 'ENDPOINT_TIMEOUT',
          message: `the skill did not answer within ${skillTimeoutMs / 1000} seconds`,
        },
      });
    });
    const answered = (async () => {
      try {
        const answer = await this.#services.invokeSkill(JSON.parse(JSON.stringify(envelope)) as RequestEnvelope);
        return {
          kind: 'returned',
          answer: answer === undefined ? undefined : (JSON.parse(JSON.stringify(answer)) as unknown),
        } as const;
      } catch (error) {
        const name = error instanceof Error ? error.name : typeof error;
        const message = `an exception occurred while the request was with the skill: ${name}`;
        return { kind: 'failed', error: { type: 'INVALID_RESPONSE', message } } as const;
      }
    })();
    try {
      return await Promise.race([answered, timeout]);
    } finally {
      timer.cancel();
      end();
    }
  }
}
