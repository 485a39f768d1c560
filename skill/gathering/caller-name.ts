import type { services } from 'ask-sdk-model';
import { ask, type Asked, type AskingServices } from './asking.ts';

/** As long as a call context takes. */
const maximumLength = 200;

/** The customer's full name (Alexa Customer Profile API, Profile.name): the account holder's, who need not be speaking. */
export async function callerName(
  profile: Pick<services.ups.UpsServiceClient, 'getProfileName'>,
  services: AskingServices,
): Promise<Asked<string>> {
  const asked = await ask('name', () => profile.getProfileName(), services);
  if (asked.kind !== 'given') return asked;
  const name = asked.value.trim().slice(0, maximumLength);
  return name === '' ? { kind: 'notGiven' } : { kind: 'given', value: name };
}
