import { e164Of } from '../../shared/contracts/phone-number.ts';
import type { E164 } from '../../shared/domain/phone-number.ts';
import type { Asked } from './asking.ts';
import type { GatheringServices } from './gathering-services.ts';
import { memberOf, textOf } from './outside-values.ts';
import { askProfiles } from './profiles.ts';

/** The caller's mobile number: Profile.mobileNumber. One that cannot be dialled counts as none. */
export async function phoneNumber(isPersonRecognised: boolean, services: GatheringServices): Promise<Asked<E164>> {
  return await askProfiles(
    {
      what: 'mobile-number',
      ofAccount: (profile) => profile.getProfileMobileNumber(),
      ofPerson: (profile) => profile.getPersonsProfileMobileNumber(),
      read: numberOf,
    },
    isPersonRecognised,
    services,
  );
}

function numberOf(answer: unknown): E164 | undefined {
  return e164Of({
    countryCode: textOf(memberOf(answer, 'countryCode')),
    phoneNumber: textOf(memberOf(answer, 'phoneNumber')),
  });
}
