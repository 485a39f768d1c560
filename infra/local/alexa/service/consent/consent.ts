import type { ResumeCause } from '../envelopes.ts';

/** A permission that the skill asks for: of the account, or of the person who speaks. */
export interface PermissionWish {
  readonly scope: string;
  readonly level: 'ACCOUNT' | 'PERSON';
}

/** What the skill asks Alexa to ask the person (Alexa Skills Kit documentation, voice-forward-consent-api-reference). */
export interface PendingConsent {
  readonly wishes: readonly PermissionWish[];
  /** Given back to the skill as it is. */
  readonly token: string | undefined;
}

export type ConsentStatus = 'ACCEPTED' | 'DENIED' | 'NOT_ANSWERED';

/** What the skill is told once the person has been asked. */
export function answered({ token }: PendingConsent, status: ConsentStatus): ResumeCause {
  return { ...causeOf(token, '200', 'OK'), result: { status } };
}

/** What the skill is told when Alexa could not ask: without a result. That the code is 400 is not documented. */
export function notAsked({ token }: PendingConsent, message: string): ResumeCause {
  return causeOf(token, '400', message);
}

function causeOf(token: string | undefined, code: string, message: string): ResumeCause {
  return { type: 'ConnectionCompleted', ...(token === undefined ? {} : { token }), status: { code, message } };
}
