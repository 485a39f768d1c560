import * as z from 'zod';
import type { SkillResponse } from '../response.ts';
import { consentScopes } from './consent-scopes.ts';
import type { PendingConsent } from './consent.ts';

export const startConnectionType = 'Connections.StartConnection';
const consentUri = 'connection://AMAZON.AskForPermissionsConsent/2';

const directiveSchema = z.object({
  type: z.literal(startConnectionType),
  uri: z.literal(consentUri, `must be ${consentUri}: the local Alexa knows no other task`),
  input: z.object({
    '@type': z.literal('AskForPermissionsConsentRequest'),
    '@version': z.literal('2'),
    permissionScopes: z
      .array(
        z.object({
          permissionScope: z.enum(consentScopes, 'must be a permission that can be asked for by voice'),
          consentLevel: z.enum(['ACCOUNT', 'PERSON']),
        }),
      )
      .min(1),
  }),
  onCompletion: z
    .literal('RESUME_SESSION', 'must be RESUME_SESSION, or left out: here the skill always gets the session back')
    .optional(),
  token: z.string().optional(),
});

export type ConsentWish =
  | { readonly kind: 'consent'; readonly consent: PendingConsent }
  | { readonly kind: 'invalid'; readonly problem: string };

/**
 * Reads a directive that hands the conversation over to Alexa, to ask for permissions.
 * Real Alexa refuses it beside shouldEndSession, true or false, when the session is to come back.
 */
export function readConsentDirective(directive: unknown, response: SkillResponse): ConsentWish {
  if (typeof response.shouldEndSession === 'boolean')
    return invalid(`leaves the session to Alexa: shouldEndSession must be left out, not ${response.shouldEndSession}`);
  const parsed = directiveSchema.safeParse(directive);
  if (!parsed.success)
    return invalid(
      `is not complete: ${parsed.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`).join('; ')}`,
    );
  const { input, token } = parsed.data;
  const wishes = input.permissionScopes.map(({ permissionScope: scope, consentLevel: level }) => ({ scope, level }));
  return { kind: 'consent', consent: { wishes, token } };
}

function invalid(problem: string): ConsentWish {
  return { kind: 'invalid', problem: `${startConnectionType} ${problem}` };
}
