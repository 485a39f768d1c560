import type { AlexaAccount, HouseholdMember } from '../alexa/api/account.ts';
import type { Tenant } from '../cloud/tenant.ts';
import type { TalkOptions } from './arguments.ts';
import { scopes } from './scopes.ts';

/** The host name under which the telephone network knows the callers' own telephones. */
export const callersHost = 'callers-telephone.test';

/** People of the example bank, who do not exist. */
export const examplePeople: readonly HouseholdMember[] = [
  {
    id: 'maria',
    personId: 'amzn1.ask.person.EXAMPLEMARIA',
    name: 'Maria Lopez',
    givenName: 'Maria',
    mobileNumber: { countryCode: '+1', phoneNumber: '206-555-0123' },
  },
  {
    id: 'diego',
    personId: 'amzn1.ask.person.EXAMPLEDIEGO',
    name: 'Diego Lopez',
    givenName: 'Diego',
    mobileNumber: { countryCode: '+1', phoneNumber: '206-555-0124' },
  },
];

/** On the road, some blocks from the branch in Tacoma. */
const onTheRoad = {
  coordinate: { latitudeInDegrees: 47.2565, longitudeInDegrees: -122.4396, accuracyInMeters: 15 },
} as const;

/** A tenant whose customer is as the options say, and whose telephones of their own can be rung. */
export function talkTenant(tenant: Tenant, options: TalkOptions): Tenant {
  const account = accountOf(tenant.account, options);
  const { Pstn, ...pstnAudio } = tenant.pstnAudio;
  const own = numbersOf(account).map(
    (number) => ({ Prefix: number, Host: callersHost, Port: 5060, Protocol: 'UDP' }) as const,
  );
  return {
    ...tenant,
    skill: { ...tenant.skill, locale: options.locale },
    account,
    pstnAudio: { ...pstnAudio, Pstn: { ...Pstn, Routes: [...own, ...Pstn.Routes] } },
  };
}

function accountOf(account: AlexaAccount, { grant, deny, region, mobile, as }: TalkOptions): AlexaAccount {
  // What makes sense only when it is allowed is allowed, unless it was said not to be.
  const implied = [...(mobile ? [scopes.geolocation] : []), ...(as === undefined ? [] : [scopes.person])];
  const granted = new Set([...account.grantedPermissions, ...implied]);
  for (const scope of deny) granted.delete(scope);
  for (const scope of grant) granted.add(scope);
  return {
    ...account,
    grantedPermissions: [...granted],
    people: account.people ?? examplePeople,
    region,
    ...(mobile ? { geolocation: account.geolocation ?? onTheRoad } : {}),
  };
}

/** E.164. */
function numbersOf({ customer, people: members = [] }: AlexaAccount): string[] {
  const numbers = [customer, ...members].flatMap(({ mobileNumber }) =>
    mobileNumber === undefined
      ? []
      : [`+${`${mobileNumber.countryCode}${mobileNumber.phoneNumber}`.replaceAll(/\D/gu, '')}`],
  );
  return [...new Set(numbers)];
}
