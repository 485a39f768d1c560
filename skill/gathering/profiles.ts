import type { services } from 'ask-sdk-model';
import { ask, firstGiven, type Asked } from './asking.ts';
import type { GatheringServices } from './gathering-services.ts';

type Profile = services.ups.UpsServiceClient;

/** A question that the account's profile answers and, where Alexa has recognised who speaks, theirs too. */
export interface ProfileQuestion<Value> {
  readonly what: 'name' | 'mobile-number';
  readonly ofAccount: (profile: Profile) => Promise<unknown>;
  readonly ofPerson: (profile: Profile) => Promise<unknown>;
  readonly read: (answer: unknown) => Value | undefined;
}

/**
 * Asks both at once (Alexa Customer Profile API). The speaker's answer wins; where neither gives one, the account's tells why,
 * for it is the account holder whom consent is asked of, and few speakers have a profile that they let skills read.
 */
export async function askProfiles<Value>(
  { what, ofAccount, ofPerson, read }: ProfileQuestion<Value>,
  isPersonRecognised: boolean,
  services: GatheringServices,
): Promise<Asked<Value>> {
  const { clients } = services;
  const account = ask({ what, send: () => ofAccount(clients.getUpsServiceClient()), read }, services);
  if (!isPersonRecognised) return await account;

  const person = ask({ what: `person-${what}`, send: () => ofPerson(clients.getUpsServiceClient()), read }, services);
  const [ofSpeaker, ofHolder] = await Promise.all([person, account]);
  return firstGiven([ofSpeaker, ofHolder], ofHolder);
}
