import type { LinkedAccount } from '../api/account.ts';
import type { SessionError, SkillEventRequest } from './envelopes.ts';
import type { Household } from './household.ts';

/** What a customer does with the skill in the Alexa app (Alexa Skills Kit documentation, skill-events-in-alexa-skills). */
export type SkillEvent =
  | { readonly type: 'SkillEnabled' }
  /** What was allowed and linked is gone. */
  | { readonly type: 'SkillDisabled' }
  /** The customer allows these scopes as well. */
  | { readonly type: 'SkillPermissionAccepted'; readonly permissions: readonly string[] }
  /** The customer allows these scopes and no others. */
  | { readonly type: 'SkillPermissionChanged'; readonly permissions: readonly string[] }
  | { readonly type: 'SkillAccountLinked'; readonly linked: LinkedAccount };

interface EventTimes {
  readonly eventCreationTime: string;
  readonly eventPublishingTime: string;
}
type AppSetting =
  | { readonly type: 'AlexaSkillEvent.SkillEnabled' }
  | { readonly type: 'AlexaSkillEvent.SkillDisabled' }
  | {
      readonly type: 'AlexaSkillEvent.SkillPermissionAccepted' | 'AlexaSkillEvent.SkillPermissionChanged';
      readonly body: { readonly acceptedPermissions: readonly { readonly scope: string }[] };
    }
  | { readonly type: 'AlexaSkillEvent.SkillAccountLinked'; readonly body: { readonly accessToken: string } };
export type SkillEventBody = AppSetting & EventTimes;

/** Whether the skill took the event; what it answers is not read. */
export type SkillEventOutcome =
  | { readonly kind: 'delivered'; readonly request: SkillEventRequest }
  | { readonly kind: 'failed'; readonly request: SkillEventRequest; readonly error: SessionError };

/** Changes the household by an event, and gives what the skill is told of it. */
export function settle(household: Household, event: SkillEvent): AppSetting {
  switch (event.type) {
    case 'SkillEnabled':
    case 'SkillDisabled':
      return { type: `AlexaSkillEvent.${event.type}` };
    case 'SkillPermissionAccepted':
      household.grant(event.permissions);
      return { type: 'AlexaSkillEvent.SkillPermissionAccepted', body: accepted(household) };
    case 'SkillPermissionChanged':
      household.allowOnly(event.permissions);
      return { type: 'AlexaSkillEvent.SkillPermissionChanged', body: accepted(household) };
    case 'SkillAccountLinked':
      household.linked = event.linked;
      return { type: 'AlexaSkillEvent.SkillAccountLinked', body: { accessToken: event.linked.accessToken } };
    default:
      return event satisfies never;
  }
}

/** All that the account allows now, not what is new alone. */
function accepted({ grantedPermissions }: Household): { acceptedPermissions: { scope: string }[] } {
  return { acceptedPermissions: grantedPermissions.map((scope) => ({ scope })) };
}
