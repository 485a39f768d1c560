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

/** Who owns the device, and what they have allowed the skill. */
export interface AlexaAccount {
  readonly userId: string;
  readonly customer: {
    readonly name?: string;
    readonly givenName?: string;
    readonly email?: string;
    readonly mobileNumber?: { readonly countryCode: string; readonly phoneNumber: string };
  };
  readonly device: { readonly deviceId: string; readonly address?: DeviceAddress };
  /** Scopes as skill.json spells them. Read when a request is sent: a token keeps what was granted then. */
  readonly grantedPermissions: readonly string[];
  /** Skill calls are for accounts in North America (NA) only. */
  readonly region: 'NA' | 'EU' | 'FE';
}
