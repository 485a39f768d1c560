import type { LookUpQuestion } from '../../contracts/look-up.ts';
import type { LookUpRequest } from '../../ports/look-ups.ts';

/** What goes over the wire. Without a context, what the call itself shows is all that is known. */
export function questionOf({ lookUpId, call, context }: LookUpRequest): LookUpQuestion {
  const { phoneNumber, locale, ...ids } = call;
  const about = { lookUp: lookUpId, ...ids };
  const shown = {
    ...(phoneNumber === undefined ? {} : { phoneNumber }),
    ...(locale === undefined ? {} : { locale }),
  };
  if (context === undefined) {
    return {
      ...about,
      // Only a call that came with an id has been ordered by a skill.
      ingress: call.contextId === undefined ? 'phone' : 'alexa-skill-call',
      ...shown,
      attributes: {},
    };
  }
  const { id: _id, createdAt: _createdAt, expiresAt: _expiresAt, ...known } = context;
  return { ...about, ...shown, ...known };
}
