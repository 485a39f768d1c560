import type { Response } from 'ask-sdk-model';
import { plainTextOf } from '../../../infra/local/alexa/service/ssml.ts';
import { anEnvelope, anIntent, speechOf, type EditableEnvelope, type SkillUnderTest } from './a-skill.ts';

type Slots = Record<string, Record<string, unknown>>;

/** What a caller says for each slot; of a reason also what it is resolved to. */
export const lostCard: Slots = { reason: resolved('reason', 'my lost card', 'lost-card', 'a lost or stolen card') };
export const account: Slots = { accountNumber: { name: 'accountNumber', value: '12345678' } };
export const savings: Slots = { accountKind: resolved('accountKind', 'savings', 'savings', 'savings') };

export function resolved(name: string, value: string, id: string, valueName: string): Record<string, unknown> {
  return {
    name,
    value,
    resolutions: {
      resolutionsPerAuthority: [{ status: { code: 'ER_SUCCESS_MATCH' }, values: [{ value: { name: valueName, id } }] }],
    },
  };
}

/** One session with the skill, whose attributes travel as they do at Alexa. */
export class Session {
  readonly #skill: SkillUnderTest;
  #attributes: Record<string, unknown> = {};
  #requests = 0;
  #tell: (envelope: unknown) => void = () => undefined;
  response: Response = {};

  constructor(skill: SkillUnderTest) {
    this.#skill = skill;
  }

  says(slots: Slots, confirmationStatus = 'NONE', intent = 'CallIntent'): Promise<string> {
    return this.sends(
      anEnvelope('call-intent-completed', ({ request }) => {
        request.intent = { name: intent, confirmationStatus, slots };
      }),
    );
  }

  replies(intent: string): Promise<string> {
    return this.sends(anIntent(intent));
  }

  launches(): Promise<string> {
    return this.sends(anEnvelope('launch'));
  }

  resumes(cause: unknown): Promise<string> {
    return this.sends(
      anEnvelope('launch', ({ request }) => {
        request['type'] = 'SessionResumedRequest';
        request['cause'] = cause;
      }),
    );
  }

  /** @returns what is said, as plain words. */
  async sends(envelope: unknown): Promise<string> {
    this.#requests += 1;
    const request = structuredClone(envelope) as EditableEnvelope;
    request.session['attributes'] = this.#attributes;
    request.request['requestId'] = `amzn1.echo-api.request.${this.#requests}`;
    return this.sendsAsItIs(request);
  }

  /** Is told of every request that goes out from now on. */
  overhear(tell: (envelope: unknown) => void): void {
    this.#tell = tell;
  }

  async sendsAsItIs(envelope: unknown): Promise<string> {
    this.#tell(envelope);
    const { response, sessionAttributes } = await this.#skill.answer(envelope);
    this.#attributes = sessionAttributes ?? {};
    this.response = response;
    return plainTextOf(`<speak>${speechOf(response)}</speak>`);
  }
}

/** Everything is told, and the skill asks whether it shall call. */
export async function askedToConfirm(skill: SkillUnderTest): Promise<Session> {
  const session = new Session(skill);
  await session.says({ ...lostCard, ...account });
  return session;
}
