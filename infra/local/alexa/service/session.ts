import type { Ids } from '../../../../shared/ports/ids.ts';
import type { PendingDialog } from './dialog/reply.ts';
import type { OutputSpeech } from './response.ts';

/** One session between a person and the skill, from the invocation until the microphone closes. */
export interface Session {
  readonly sessionId: string;
  /** True until the skill has been sent its first request. */
  isNew: boolean;
  /** What the skill answered last; what it leaves out is forgotten. */
  attributes: Readonly<Record<string, unknown>>;
  /** The question of a dialog that waits for its answer. */
  pending: PendingDialog | undefined;
  /** What Alexa says once when the person stays silent. */
  reprompt: OutputSpeech | undefined;
}

export function openSession(ids: Ids): Session {
  return {
    sessionId: `amzn1.echo-api.session.${ids.uuid()}`,
    isNew: true,
    attributes: {},
    pending: undefined,
    reprompt: undefined,
  };
}
