import type { RequestEnvelope } from 'ask-sdk-model';

/** As old as a request may be, and as far ahead (Alexa Skills Kit documentation, host a custom skill as a web service: check the timestamp). */
const toleranceMs = 150_000;
/** The same page, of skill events: they are delivered again for an hour. */
const eventToleranceMs = 60 * 60 * 1000;

export type RequestReading =
  | { readonly kind: 'trusted'; readonly envelope: RequestEnvelope }
  | { readonly kind: 'refused'; readonly because: 'malformed' | 'other-skill' | 'stale' };

/**
 * Whether a request is one of Alexa's to this skill, made now. Lambda lets in whoever its policy lets in: a request that somebody has kept, or one for
 * another skill, is not to place a call.
 */
export function readRequest(
  received: unknown,
  { skillId, now }: { readonly skillId: string; readonly now: number },
): RequestReading {
  const { request, context, session } = fieldsOf(received);
  const { type, timestamp, requestId } = fieldsOf(request);
  if (typeof type !== 'string' || typeof requestId !== 'string') return refused('malformed');
  const [asked, ofSession] = [fieldsOf(context)['System'], session].map(
    (part) => fieldsOf(fieldsOf(part)['application'])['applicationId'],
  );
  if (asked !== skillId || (typeof ofSession === 'string' && ofSession !== skillId)) return refused('other-skill');
  const at = typeof timestamp === 'string' ? Date.parse(timestamp) : Number.NaN;
  const tolerance = type.startsWith('AlexaSkillEvent.') ? eventToleranceMs : toleranceMs;
  if (!(Math.abs(now - at) <= tolerance)) return refused('stale');
  return { kind: 'trusted', envelope: received as RequestEnvelope };
}

function refused(because: Extract<RequestReading, { kind: 'refused' }>['because']): RequestReading {
  return { kind: 'refused', because };
}

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}
