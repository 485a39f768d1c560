import { coordinatesOfPostalCode } from '../../shared/adapters/postal-codes/coordinates-of-postal-code.ts';
import type { CallerLocation } from '../../shared/domain/location.ts';
import type { EpochMs } from '../../shared/domain/time.ts';
import type { AlexaAccess } from '../alexa-access.ts';
import { timeLimits } from '../time-limits.ts';
import { ask, firstGiven, type Asked } from './asking.ts';
import type { GatheringServices } from './gathering-services.ts';
import type { GeolocationReading } from './geolocation-reading.ts';
import { memberOf, plainText } from './outside-values.ts';

/** Whether the call goes to a place near the caller, or can do without knowing where they are. */
export type PlaceWish = 'needed' | 'welcome';

/** Nobody is to wait in silence for what the call can do without. */
const waits: Readonly<Record<PlaceWish, number>> = {
  needed: timeLimits.gatheringMs,
  welcome: timeLimits.gatheringMs / 2,
};

/** A car on a motorway is ten kilometres further by then, and another branch the nearest. */
const maximumAgeMs = 5 * 60 * 1000;
/** Some blocks of a town: what is less exact tells no more than a postal code does. */
const maximumInaccuracyMeters = 1000;

/** As long as a call context takes. */
const maximumLengths = { stateOrRegion: 100, postalCode: 20 } as const;

/**
 * Where the caller is: where their mobile device says it is, when that is recent and exact; else where the device stands
 * (Alexa Device Address API), by its full address, or by country and postal code. Street and city are not kept.
 */
export async function callerLocation(
  { geolocation, deviceId }: Pick<AlexaAccess, 'geolocation' | 'deviceId'>,
  place: PlaceWish,
  services: GatheringServices,
): Promise<Asked<CallerLocation>> {
  const now = services.clock.now();
  const measured = measuredLocation(geolocation, now);
  if (measured !== undefined) return { kind: 'given', value: measured };

  const question = { milliseconds: waits[place], read: (answer: unknown) => locationOfAddress(answer, now) };
  const addresses = (): ReturnType<typeof services.clients.getDeviceAddressServiceClient> =>
    services.clients.getDeviceAddressServiceClient();
  const [full, short] = await Promise.all([
    ask({ ...question, what: 'address', send: () => addresses().getFullAddress(deviceId) }, services),
    ask(
      { ...question, what: 'country-and-postal-code', send: () => addresses().getCountryAndPostalCode(deviceId) },
      services,
    ),
  ]);
  return firstGiven([full, short], withoutAddress(full, short));
}

function measuredLocation(reading: GeolocationReading, now: EpochMs): CallerLocation | undefined {
  if (reading.kind !== 'coordinates' || reading.accuracyMeters > maximumInaccuracyMeters) return undefined;
  // The device's clock may be ahead of ours as well as behind.
  if (Math.abs(now - reading.at) > maximumAgeMs) return undefined;
  return { source: 'geolocation', observedAt: reading.at, coordinates: reading.coordinates };
}

/** Each of the two has its own permission, and a skill asks for one: that the other is not allowed says nothing. */
function withoutAddress(full: Asked<CallerLocation>, short: Asked<CallerLocation>): Asked<CallerLocation> {
  const kinds = [full.kind, short.kind];
  if (kinds.includes('notGiven')) return { kind: 'notGiven' };
  return { kind: kinds.includes('unavailable') ? 'unavailable' : 'permissionMissing' };
}

/** Alexa gives null or "" for what the customer left empty. */
function locationOfAddress(address: unknown, observedAt: EpochMs): CallerLocation | undefined {
  const countryCode = /^[A-Z]{2}$/.exec((plainText(memberOf(address, 'countryCode')) ?? '').toUpperCase())?.[0];
  const stateOrRegion = shortText(memberOf(address, 'stateOrRegion'), maximumLengths.stateOrRegion);
  const postalCode = shortText(memberOf(address, 'postalCode'), maximumLengths.postalCode);
  if (countryCode === undefined && stateOrRegion === undefined && postalCode === undefined) return undefined;
  const coordinates =
    countryCode === undefined || postalCode === undefined
      ? undefined
      : coordinatesOfPostalCode(countryCode, postalCode);
  return {
    source: 'deviceAddress',
    observedAt,
    ...(countryCode === undefined ? {} : { countryCode }),
    ...(stateOrRegion === undefined ? {} : { stateOrRegion }),
    ...(postalCode === undefined ? {} : { postalCode }),
    ...(coordinates === undefined ? {} : { coordinates }),
  };
}

/** Cut short, neither a state nor a postal code would be one. */
function shortText(value: unknown, maximumLength: number): string | undefined {
  const text = plainText(value);
  return text === undefined || text.length > maximumLength ? undefined : text;
}
