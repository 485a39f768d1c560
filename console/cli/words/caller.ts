import type { Witness } from '../../../shared/contracts/caller-file.ts';

/** A witness as one would tell a colleague: "reason billing, in WA, at 2026-12-24 17:30 UTC". */
export function describeWitness({ context, at }: Witness): string {
  const { ingress, reason, locale, phoneNumber, location = {}, attributes = {} } = context;
  const { countryCode, stateOrRegion, postalCode, coordinates } = location;
  const reasonId = typeof reason === 'string' ? reason : reason?.id;
  const parts = [
    reasonId === undefined ? undefined : `reason ${reasonId}`,
    ingress === undefined ? undefined : `by ${ingress}`,
    locale === undefined ? undefined : `speaks ${locale}`,
    phoneNumber === undefined ? undefined : `from ${phoneNumber}`,
    countryCode === undefined ? undefined : `in ${countryCode}`,
    stateOrRegion === undefined ? undefined : `in ${stateOrRegion}`,
    postalCode === undefined ? undefined : `postal code ${postalCode}`,
    coordinates === undefined ? undefined : `at ${coordinates.latitude}, ${coordinates.longitude}`,
    ...Object.entries(attributes).map(([name, text]) => `${name} ${text}`),
    `on ${at.slice(0, 16).replace('T', ' ')} UTC`,
  ];
  return parts.filter((part) => part !== undefined).join(', ');
}
