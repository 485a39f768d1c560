import type { DeviceSettings } from './device-settings.ts';

/** A postal address as the Device Address API gives it; every part may be missing. */
export interface DeviceAddress {
  readonly addressLine1?: string;
  readonly addressLine2?: string;
  readonly addressLine3?: string;
  readonly countryCode?: string;
  readonly stateOrRegion?: string;
  readonly city?: string;
  readonly districtOrCounty?: string;
  readonly postalCode?: string;
}

/** A member of the household whom Alexa may know by the voice. */
export interface HouseholdMember {
  /** What they are called here: `say('…', { as: 'maria' })`. */
  readonly id: string;
  /** context.System.person.personId */
  readonly personId: string;
  readonly name?: string;
  readonly givenName?: string;
  readonly mobileNumber?: { readonly countryCode: string; readonly phoneNumber: string };
  /** The bearer token of their own account with the business, once they have linked it. */
  readonly accessToken?: string | undefined;
  /** What the business's own OpenID provider tells the bearer of that token, beside who it is. */
  readonly claims?: Readonly<Record<string, unknown>>;
  /** What they have allowed the skill for themselves, beside what the account allows. */
  readonly grantedPermissions?: readonly string[];
}

/** An account with the business that was linked in the Alexa app. */
export interface LinkedAccount {
  /** The bearer token that stands in requests. */
  readonly accessToken: string;
  /** What the business's own OpenID provider tells the bearer: sub, name, phone_number, … */
  readonly claims: Readonly<Record<string, unknown>>;
}

/** Where a mobile device is. A device that has none of this stays where it is, and has an address instead. */
export interface DeviceGeolocation {
  /** Left out: the device does not know, or does not tell. */
  readonly coordinate?: {
    readonly latitudeInDegrees: number;
    readonly longitudeInDegrees: number;
    readonly accuracyInMeters: number;
  };
  /** How long ago it was measured, in seconds; 0 unless told. */
  readonly ageSeconds?: number;
  /** RUNNING and ENABLED unless told. */
  readonly locationServices?: {
    readonly status: 'RUNNING' | 'STOPPED';
    readonly access: 'ENABLED' | 'DISABLED' | 'UNKNOWN';
  };
}

/** The room of a device that a business manages (Alexa Smart Properties). */
export interface ManagedUnit {
  readonly unitId: string;
  /** Told to a skill that was allowed `alexa::persistent_unit_id::read`. */
  readonly persistentUnitId: string;
  readonly name?: string;
}

/** Who owns the device, and what they have allowed the skill. */
export interface AlexaAccount {
  readonly userId: string;
  readonly customer: {
    readonly name?: string;
    readonly givenName?: string;
    readonly email?: string;
    readonly mobileNumber?: { readonly countryCode: string; readonly phoneNumber: string };
  };
  readonly device: {
    readonly deviceId: string;
    readonly address?: DeviceAddress;
    readonly settings?: DeviceSettings;
  };
  /** Scopes as skill.json spells them. Read when a request is sent: a token keeps what was granted then. */
  readonly grantedPermissions: readonly string[];
  /** Members whose voices Alexa knows; nobody unless told. */
  readonly people?: readonly HouseholdMember[] | undefined;
  readonly linked?: LinkedAccount | undefined;
  /** There only for a mobile device. */
  readonly geolocation?: DeviceGeolocation | undefined;
  readonly unit?: ManagedUnit | undefined;
  /** Skill calls are for accounts in North America (NA) only. */
  readonly region: 'NA' | 'EU' | 'FE';
}
