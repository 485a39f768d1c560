import type { Ids } from '../../../../shared/ports/ids.ts';
import type { PendingConsent } from './consent/consent.ts';
import type { PendingDialog } from './dialog/reply.ts';
import type { DynamicEntities } from './dynamic-entities.ts';
import type { OutputSpeech } from './response.ts';

/** What the next words are an answer to, when it is not for the skill alone to say. */
export type Pending =
  | { readonly kind: 'dialog'; readonly dialog: PendingDialog }
  | { readonly kind: 'consent'; readonly consent: PendingConsent };

/** One session between a person and the skill, from the invocation until the microphone closes. */
export interface Session {
  readonly sessionId: string;
  /** True until the skill has been sent its first request. */
  isNew: boolean;
  /** What the skill answered last; what it leaves out is forgotten. */
  attributes: Readonly<Record<string, unknown>>;
  pending: Pending | undefined;
  /** What Alexa says once when the person stays silent. */
  reprompt: OutputSpeech | undefined;
  /** Whose voice was heard last, when Alexa knows it. */
  speaker: string | undefined;
  /** Values of slot types that the skill has added. */
  entities: DynamicEntities | undefined;
}

export function openSession(ids: Ids, speaker: string | undefined): Session {
  return {
    sessionId: `amzn1.echo-api.session.${ids.uuid()}`,
    isNew: true,
    attributes: {},
    pending: undefined,
    reprompt: undefined,
    speaker,
    entities: undefined,
  };
}
