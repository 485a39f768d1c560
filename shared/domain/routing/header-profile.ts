/**
 * How the context id is written into the INVITE that reaches a contact centre. Platforms disagree; the name says whose reading
 * is served, `shared/contracts/header-profiles.ts` what is written.
 */
export const headerProfiles = ['rfc7433', 'isdn-pd', 'pd-param', 'audiocodes', 'azure', 'x-header', 'none'] as const;
export type HeaderProfile = (typeof headerProfiles)[number];

/** What a contact centre is told in SIP headers. */
export interface HeaderSettings {
  readonly profile: HeaderProfile;
  /** Name of the header of `x-header`. Default: X-Call-Context-Id. */
  readonly name?: string;
  /** Headers that are the same for every call, such as a queue's name. Nothing about the caller. */
  readonly fixed?: Readonly<Record<string, string>>;
}
