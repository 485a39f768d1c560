import { assertNever } from '../domain/assert-never.ts';
import type { HeaderProfile, HeaderSettings } from '../domain/routing/header-profile.ts';
import { toHex } from './hex.ts';
import { maximumSipHeaderLength } from './sma-limits.ts';

/** What a profile's readers take. */
export interface HeaderLimits {
  /** The whole value with its parameters. */
  readonly valueCharacters: number;
  /** The value before its first ";". */
  readonly dataCharacters: number;
  /** The header's name; beyond it some platforms drop the header. */
  readonly nameCharacters: number;
  /** The whole value. */
  readonly allowed: RegExp;
}

/** One header of an INVITE. */
export interface ContextHeader {
  readonly name: string;
  readonly value: string;
}

/** The name of the header of `x-header` when the table gives none. */
export const defaultContextHeaderName = 'X-Call-Context-Id';

/** Headers that carry user-to-user information, in lower case: an INVITE has one of them at most. */
export const userToUserHeaderNames = ['user-to-user', 'x-user-to-user'] as const;

/**
 * "Some systems can discard data that exceeds 128 characters" (Genesys Cloud, UUI overview). ISDN, where User-to-User
 * comes from, carries 128 octets (ITU-T Q.931 §4.5.30), twice as many characters in hex: the smaller reading is kept.
 */
const dataCharacters = 128;

/** Visible ASCII and blanks: what every parser of SIP headers agrees about. */
const printable = /^[\x20-\x7e]*$/;

const userToUserLimits: HeaderLimits = {
  valueCharacters: maximumSipHeaderLength,
  dataCharacters,
  nameCharacters: maximumSipHeaderLength,
  allowed: printable,
};

/** The tightest limits that readers of the profile are known to have. */
export const headerLimits: Readonly<Record<HeaderProfile, HeaderLimits>> = {
  rfc7433: userToUserLimits,
  'isdn-pd': userToUserLimits,
  'pd-param': userToUserLimits,
  audiocodes: userToUserLimits,
  // Azure Communication Services, call-context: values of 256 characters at most, and only these.
  azure: { ...userToUserLimits, valueCharacters: 256, allowed: /^[A-Za-z0-9=;.!%*_+~-]*$/ },
  // Enghouse Contact Center: names of 30 characters at most with their "X-", values of 200.
  'x-header': { valueCharacters: 200, dataCharacters: 200, nameCharacters: 30, allowed: printable },
  none: { valueCharacters: 0, dataCharacters: 0, nameCharacters: 0, allowed: /^$/ },
};

/**
 * The one header that carries the context id, or `undefined` when the profile sends none. What is written is
 * `csi=<id>` in hex, as skill calls have it (Amazon Chime SDK developer guide, call-context-data), except for `x-header`.
 */
export function contextHeader({ profile, name }: HeaderSettings, contextId: string): ContextHeader | undefined {
  const hex = toHex(`csi=${contextId}`);
  switch (profile) {
    // RFC 7433 §4: data and its encoding. For whoever reads the data as it is: Talkdesk, Twilio, Vonage.
    case 'rfc7433':
    // The same; Azure Communication Services hands the whole value to the application and takes few characters.
    case 'azure':
      return { name: 'User-to-User', value: `${hex};encoding=hex` };
    // RFC 7434: the first octet is the protocol discriminator of ISDN, 00 is "user specific" (ITU-T Q.931 §4.5.30).
    // Genesys Cloud strips it (UUI data formats), and would strip the "c" of "csi=" in its place.
    case 'isdn-pd':
      return { name: 'User-to-User', value: `00${hex};encoding=hex;purpose=isdn-uui;content=isdn-uui` };
    // The discriminator as a parameter: nothing is stripped (Genesys Cloud, UUI data formats).
    case 'pd-param':
      return { name: 'User-to-User', value: `${hex};pd=00;encoding=hex` };
    // AudioCodes' own header, for trunks that keep User-to-User for themselves. It knows no discriminator.
    case 'audiocodes':
      return { name: 'X-User-To-User', value: `${hex};encoding=hex` };
    // NICE CXone and Five9 read X- headers only.
    case 'x-header':
      return { name: name ?? defaultContextHeaderName, value: contextId };
    case 'none':
      return undefined;
    default:
      return assertNever(profile);
  }
}

/**
 * The headers of an INVITE to a contact centre: those that are the same for every call, and exactly one with the
 * context id, for Genesys Cloud discards User-to-User that is there twice. `undefined` when there are none.
 */
export function contextHeaders(
  settings: HeaderSettings,
  contextId: string | undefined,
): Record<string, string> | undefined {
  const header = contextId === undefined ? undefined : contextHeader(settings, contextId);
  const fixed = Object.entries(settings.fixed ?? {}).filter(
    ([name]) => name.toLowerCase() !== header?.name.toLowerCase(),
  );
  const headers = [...fixed, ...(header === undefined ? [] : [[header.name, header.value] as const])];
  return headers.length === 0 ? undefined : Object.fromEntries(headers);
}
