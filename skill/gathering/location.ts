import type { services } from 'ask-sdk-model';
import { coordinatesOfPostalCode } from '../../shared/adapters/postal-codes/coordinates-of-postal-code.ts';
import type { CallerLocation } from '../../shared/domain/location.ts';
import type { EpochMs } from '../../shared/domain/time.ts';
import type { Clock } from '../../shared/ports/clock.ts';
import { ask, statusOf, type Asked, type AskingServices } from './asking.ts';

type Addresses = Pick<services.deviceAddress.DeviceAddressServiceClient, 'getFullAddress' | 'getCountryAndPostalCode'>;

/** The parts of an address that a location is made of; Alexa gives null or "" for what the customer left empty. */
interface AddressParts {
  readonly countryCode?: string | null;
  readonly stateOrRegion?: string | null;
  readonly postalCode?: string | null;
}

/** As long as a call context takes. */
const maximumLengths = { stateOrRegion: 100, postalCode: 20 } as const;

/**
 * Where the device stands (Alexa Device Address API): by the full address if the customer allows it,
 * else by country and postal code. Street and city are not kept.
 */
export async function location(
  addresses: Addresses,
  deviceId: string,
  services: AskingServices & { readonly clock: Clock },
): Promise<Asked<CallerLocation>> {
  const asked = await ask<AddressParts>('address', () => addressParts(addresses, deviceId), services);
  if (asked.kind !== 'given') return asked;
  const found = locationOf(asked.value, services.clock.now());
  return found === undefined ? { kind: 'notGiven' } : { kind: 'given', value: found };
}

async function addressParts(addresses: Addresses, deviceId: string): Promise<AddressParts> {
  try {
    return await addresses.getFullAddress(deviceId);
  } catch (error) {
    // Each of the two has its own permission.
    if (statusOf(error) !== 403) throw error;
    return await addresses.getCountryAndPostalCode(deviceId);
  }
}

function locationOf(address: AddressParts, observedAt: EpochMs): CallerLocation | undefined {
  const countryCode = /^[A-Z]{2}$/.exec(text(address.countryCode).toUpperCase())?.[0];
  const stateOrRegion = text(address.stateOrRegion).slice(0, maximumLengths.stateOrRegion);
  const postalCode = text(address.postalCode).slice(0, maximumLengths.postalCode);
  if (countryCode === undefined && stateOrRegion === '' && postalCode === '') return undefined;
  const coordinates = countryCode === undefined ? undefined : coordinatesOfPostalCode(countryCode, postalCode);
  return {
    source: 'deviceAddress',
    observedAt,
    ...(countryCode === undefined ? {} : { countryCode }),
    ...(stateOrRegion === '' ? {} : { stateOrRegion }),
    ...(postalCode === '' ? {} : { postalCode }),
    ...(coordinates === undefined ? {} : { coordinates }),
  };
}

function text(value: string | null | undefined): string {
  return (value ?? '').trim();
}
