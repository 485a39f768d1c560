import * as z from 'zod';
import { emailClaim } from './email-claim.ts';
import { scopesWithheld } from './scopes-of-group.ts';

/** What is read of the trigger's event (Amazon Cognito developer guide, pre token generation Lambda trigger, version 2). */
const eventSchema = z.looseObject({
  request: z.looseObject({
    userAttributes: z.record(z.string(), z.unknown()).nullish(),
    groupConfiguration: z.looseObject({ groupsToOverride: z.array(z.string()).nullish() }).nullish(),
  }),
});

/**
 * Takes those scopes out of a person's access token that none of the person's groups has: Cognito gives a person every scope of the
 * client that is asked for; and adds the person's e-mail address, which Cognito puts into ID tokens only. The client of the contact
 * centre has no person; no trigger of this version runs for it.
 */
export async function handler(received: unknown): Promise<object> {
  const event = eventSchema.parse(received);
  const { userAttributes, groupConfiguration } = event.request;
  return {
    ...event,
    response: {
      claimsAndScopeOverrideDetails: {
        accessTokenGeneration: {
          claimsToAddOrOverride: emailClaim(userAttributes ?? {}),
          scopesToSuppress: scopesWithheld(groupConfiguration?.groupsToOverride ?? []),
        },
      },
    },
  };
}
