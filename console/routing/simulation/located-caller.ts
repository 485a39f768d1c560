import { coordinatesOfPostalCode } from '../../../shared/adapters/postal-codes/coordinates-of-postal-code.ts';
import type { Caller } from '../../../shared/domain/routing/caller.ts';

/** The caller with the place where their postal code lies, as the skill finds it out before the call. */
export function locatedCaller(caller: Caller): Caller {
  const { location } = caller;
  if (location?.postalCode === undefined || location.coordinates !== undefined) return caller;
  const coordinates = coordinatesOfPostalCode(location.countryCode ?? 'US', location.postalCode);
  return coordinates === undefined ? caller : { ...caller, location: { ...location, coordinates } };
}
