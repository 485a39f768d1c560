import type { Clock } from '../../../../shared/ports/clock.ts';
import type { Ids } from '../../../../shared/ports/ids.ts';
import type { Timers } from '../../../../shared/ports/timers.ts';
import {
  requestEnvelope,
  type Installation,
  type RequestBody,
  type RequestEnvelope,
  type SessionError,
  type SkillRequest,
} from './envelopes.ts';
import { readResponse, type ResponseEnvelope } from './response.ts';
import type { Session } from './session.ts';

/** Alexa waits this long for a skill (Alexa Skills Kit documentation, request-and-response-json-reference). */
export const skillTimeoutMs = 8000;

export type SkillAnswer =
  | { readonly kind: 'answered'; readonly envelope: ResponseEnvelope }
  | { readonly kind: 'failed'; readonly error: SessionError };

interface Services {
  readonly invokeSkill: (envelope: RequestEnvelope) => Promise<unknown>;
  readonly installation: Installation;
  readonly locale: string;
  readonly issueToken: () => string;
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
    const { ids, clock, locale } = this.#services;
    const timestamp = new Date(clock.now()).toISOString().replace(/\.\d{3}Z$/, 'Z');
    return { ...body, requestId: `amzn1.echo-api.request.${ids.uuid()}`, timestamp, locale };
  }

  async send(session: Session, request: SkillRequest): Promise<SkillAnswer> {
    const { installation, issueToken } = this.#services;
    const envelope = requestEnvelope(installation, session, request, issueToken());
    session.isNew = false;
    const outcome = await this.#invoke(JSON.parse(JSON.stringify(envelope)) as RequestEnvelope);
    if (outcome.kind !== 'returned') return { kind: 'failed', error: outcome.error };
    // An answer to SessionEndedRequest is never read.
    if (request.type === 'SessionEndedRequest') return { kind: 'answered', envelope: { version: '1.0', response: {} } };
    const reading = readResponse(outcome.answer);
    return reading.kind === 'valid'
      ? { kind: 'answered', envelope: reading.envelope }
      : { kind: 'failed', error: { type: 'INVALID_RESPONSE', message: reading.problem } };
  }

  async #invoke(
    envelope: RequestEnvelope,
  ): Promise<{ kind: 'returned'; answer: unknown } | { kind: 'failed'; error: SessionError }> {
    const { promise: timeout, resolve: expire } = Promise.withResolvers<{ kind: 'failed'; error: SessionError }>();
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
        const answer = await this.#services.invokeSkill(envelope);
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
    }
  }
}
