import type { SessionEndReason, SessionError, SkillRequest } from './envelopes.ts';
import { spokenText, type Card, type OutputSpeech } from './response.ts';

/** Why the skill heard nothing of what was said. */
export interface NotSent {
  readonly type: 'NotSent';
  readonly because:
    /** Said outside a session and without the skill's name. */
    | 'notForThisSkill'
    /** Fits nothing, and the model has no AMAZON.FallbackIntent. */
    | 'notUnderstood'
    /** Alexa asked on by herself: auto delegation. */
    | 'autoDelegated'
    /** Nothing was said, and Alexa repeated her question. */
    | 'reprompted';
}

/** What came of one thing that a person said. */
export interface AlexaTurn {
  readonly heard: string;
  /** What Alexa says, as plain words; empty when she says nothing. */
  readonly speech: string;
  /** The same with its tags, when it was SSML. */
  readonly ssml?: string;
  readonly card?: Card;
  /** Whether Alexa listens on. */
  readonly sessionOpen: boolean;
  /** There while Alexa asks the person to allow the skill something, and waits for a yes or no. */
  readonly consent?: { readonly scopes: readonly string[] };
  /** The last request that the skill was sent about it; a SessionEndedRequest only when there was no other. */
  readonly request: SkillRequest | NotSent;
  /** All of them in order, SessionEndedRequest included. */
  readonly requests: readonly SkillRequest[];
  /** When the session ended by other means than the skill's own word. */
  readonly ended?: { readonly reason: SessionEndReason; readonly error?: SessionError };
}

interface TurnParts {
  readonly heard: string;
  readonly requests: readonly SkillRequest[];
  /** Needed when no request was sent. */
  readonly notSent?: NotSent['because'];
  readonly speech?: OutputSpeech | null | undefined;
  readonly card?: Card | null | undefined;
  readonly sessionOpen: boolean;
  readonly consent?: AlexaTurn['consent'];
  readonly ended?: AlexaTurn['ended'];
}

export function turnOf({ heard, requests, notSent, speech, card, sessionOpen, consent, ended }: TurnParts): AlexaTurn {
  return {
    heard,
    speech: spokenText(speech),
    ...(speech?.type === 'SSML' ? { ssml: speech.ssml } : {}),
    ...(card === undefined || card === null ? {} : { card }),
    sessionOpen,
    ...(consent === undefined ? {} : { consent }),
    request: requests.findLast(({ type }) => type !== 'SessionEndedRequest') ??
      requests.at(-1) ?? { type: 'NotSent', because: notSent ?? 'notUnderstood' },
    requests,
    ...(ended === undefined ? {} : { ended }),
  };
}
