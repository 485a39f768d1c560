import type { Household } from '../../../infra/local/alexa/service/household.ts';

/** What somebody says, turn by turn, until Alexa listens no longer; '' is silence. */
export interface Story {
  readonly name: string;
  readonly says: readonly string[];
  /** The Echo is not told to call in the end. */
  readonly withoutCall?: boolean;
  readonly change?: (household: Household) => void;
}

const account = 'one two three four five six seven eight';

/** Every step that a whole conversation has: opened, what about, the account, and the yes that places the call. */
export const wholeConversation = {
  launch: 'open example bank',
  reason: 'call support about my lost card',
  account,
  yes: 'yes',
} as const;
export type Step = keyof typeof wholeConversation;

const mobileNumber = 'alexa::profile:mobile_number:read';
const without =
  (refused: string) =>
  (household: Household): void =>
    household.allowOnly(household.grantedPermissions.filter((scope) => scope !== refused));

/** Turns of every kind, for what they ask of services. */
export const stories: readonly Story[] = [
  { name: 'whole', says: Object.values(wholeConversation) },
  { name: 'one-shot', says: ['ask example bank to call support about my bill', account, 'yes'] },
  { name: 'branch', says: ['ask example bank to connect me to my nearest branch', account, 'yes'] },
  { name: 'adviser', says: ['ask example bank to talk to a mortgage adviser', account, 'yes'] },
  {
    name: 'changed',
    says: ['ask example bank to call support about my bill', account, 'no', 'no it is about my lost card', 'yes'],
  },
  { name: 'no account', says: ['ask example bank to call support about my bill', "I don't know", 'yes'] },
  {
    name: 'call back',
    withoutCall: true,
    says: ['ask example bank to have someone call me back about my bill', account, 'yes'],
  },
  {
    name: 'consent',
    says: ['ask example bank to call support about my bill', account, 'yes', 'yes'],
    change: without(mobileNumber),
  },
  {
    name: 'consent refused',
    withoutCall: true,
    says: ['ask example bank to call support about my bill', account, 'no'],
    change: without(mobileNumber),
  },
  {
    name: 'no address',
    says: ['ask example bank to connect me to my nearest branch', account, 'no', '9 8 1 0 9', 'yes'],
    change: without('alexa::devices:all:address:full:read'),
  },
  {
    name: 'linked account',
    says: ['ask example bank to call support about my bill', 'yes'],
    change: (household) => {
      household.linked = {
        accessToken: 'linked-account-of-the-bench',
        claims: { sub: 'maria', name: 'Maria Lopez', phone_number: '+12065550123', account_number: '12345678' },
      };
    },
  },
  {
    name: 'recognised voice',
    says: ['ask example bank to call support about my bill', account, 'yes'],
    change: (household) => {
      household.grant(['alexa::person_id:read']);
      household.speaker = household.people[0]?.id;
    },
  },
  {
    name: 'help',
    withoutCall: true,
    says: ['open example bank', 'help', 'what is the weather', 'repeat that', '', 'stop'],
  },
];
