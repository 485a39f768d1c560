import type { Asked } from './asking.ts';
import type { GatheringServices } from './gathering-services.ts';
import { plainText } from './outside-values.ts';
import { askProfiles } from './profiles.ts';

/** As long as a call context takes. */
const maximumLength = 200;

/** The caller's full name: Profile.name, which is the account holder's where Alexa does not know who speaks. */
export async function callerName(isPersonRecognised: boolean, services: GatheringServices): Promise<Asked<string>> {
  return await askProfiles(
    {
      what: 'name',
      ofAccount: (profile) => profile.getProfileName(),
      ofPerson: (profile) => profile.getPersonsProfileName(),
      read: nameOf,
    },
    isPersonRecognised,
    services,
  );
}

/** What an answer, which may be anything, gives as a name. */
function nameOf(answer: unknown): string | undefined {
  const name = plainText(answer)?.slice(0, maximumLength);
  // The cut must not go through a character.
  return name?.replace(/[\uD800-\uDBFF]$/, '').trimEnd();
}
