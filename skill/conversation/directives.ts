import type { Directive, Intent } from 'ask-sdk-model';
import type { CallDraft, Consent, ConversationState, QuestionAsked } from './conversation-state.ts';

const slotNames = ['reason', 'accountNumber', 'accountKind', 'postalCode'] as const;

/** Which slot Alexa is to expect an answer for. */
const elicited: Readonly<Partial<Record<QuestionAsked, (typeof slotNames)[number]>>> = {
  reason: 'reason',
  account: 'accountNumber',
  accountAgain: 'accountNumber',
  postalCode: 'postalCode',
  postalCodeAgain: 'postalCode',
};

/** The scopes that each consent is asked for with (Alexa Skills Kit documentation, permissions). */
export const scopes: Readonly<Record<Consent, readonly string[]>> = {
  mobileNumber: ['alexa::profile:mobile_number:read', 'alexa::profile:name:read'],
  geolocation: ['alexa::devices:all:geolocation:read'],
  // By voice it is country and postal code that can be allowed, and no more of an address is kept.
  address: ['alexa:devices:all:address:country_and_postal_code:read'],
};

/**
 * Tells Alexa what the question is about, so that she expects its answer. The slots are sent empty: what was said before is kept in the session, and what
 * comes back in them is new.
 */
export function dialogDirective({ asked, draft }: ConversationState): Directive | undefined {
  if (asked === 'confirmation') return { type: 'Dialog.ConfirmIntent', updatedIntent: emptyIntent(draft) };
  const slot = asked === undefined ? undefined : elicited[asked];
  return slot === undefined
    ? undefined
    : { type: 'Dialog.ElicitSlot', slotToElicit: slot, updatedIntent: emptyIntent(draft) };
}

/** Alexa asks the customer herself, by voice; the skill is resumed with the answer (Alexa Skills Kit documentation, voice-forward consent). */
export function consentDirective(consent: Consent): Directive {
  return {
    type: 'Connections.StartConnection',
    uri: 'connection://AMAZON.AskForPermissionsConsent/2',
    input: {
      '@type': 'AskForPermissionsConsentRequest',
      '@version': '2',
      permissionScopes: scopes[consent].map((permissionScope) => ({ permissionScope, consentLevel: 'ACCOUNT' })),
    },
    onCompletion: 'RESUME_SESSION',
    token: consent,
  };
}

function emptyIntent({ way }: CallDraft): Intent {
  return {
    name: way === 'call' ? 'CallIntent' : 'CallBackIntent',
    confirmationStatus: 'NONE',
    slots: Object.fromEntries(slotNames.map((name) => [name, { name, confirmationStatus: 'NONE' }])),
  };
}
