import type { Coordinates } from '../location.ts';
import type { E164 } from '../phone-number.ts';
import type { Condition } from './condition.ts';
import type { Schedule } from './schedule.ts';

/** One reason to call, as the skill's interaction model and the rules name it. */
export interface Reason {
  readonly id: string;
  /** As an agent reads it: "a lost or stolen card". */
  readonly name: string;
  readonly synonyms: readonly string[];
}

/** How the context id is written into the INVITE that reaches a contact centre. */
export const headerProfiles = ['rfc7433', 'x-header', 'none'] as const;
export type HeaderProfile = (typeof headerProfiles)[number];

/** A contact centre behind an Amazon Chime SDK Voice Connector. */
export interface ContactCenter {
  readonly id: string;
  readonly voiceConnectorArn: string;
  /** User part of the Request-URI, 1 to 30 characters. */
  readonly user: string;
  readonly headerProfile: HeaderProfile;
}

/** A place with a number that people answer. */
export interface Branch {
  readonly id: string;
  readonly name: string;
  readonly number: E164;
  readonly coordinates: Coordinates;
  readonly services: readonly string[];
  /** Absent: always open. */
  readonly scheduleId?: string;
}

/** One try to reach somebody, as the table says it. Ring time in whole seconds, 1 to 120. */
export type AttemptRule =
  | { readonly kind: 'contactCenter'; readonly id: string; readonly timeoutSeconds: number }
  | {
      readonly kind: 'nearestBranch';
      readonly service?: string;
      readonly withinKilometers: number;
      /** How many branches to try, nearest first. */
      readonly upTo: number;
      readonly timeoutSeconds: number;
    }
  | { readonly kind: 'branch'; readonly id: string; readonly timeoutSeconds: number }
  | { readonly kind: 'phone'; readonly id: string; readonly number: E164; readonly timeoutSeconds: number }
  | { readonly kind: 'meeting'; readonly id: string };

export interface Rule {
  readonly id: string;
  /** All must hold. None: the rule fits everybody. */
  readonly when: readonly Condition[];
  readonly attempts: readonly AttemptRule[];
}

/** What an operator published: rules in order, first match wins, a default for everybody else. */
export interface RoutingTable {
  readonly name: string;
  readonly reasons: readonly Reason[];
  readonly rules: readonly Rule[];
  readonly defaultAttempts: readonly AttemptRule[];
  readonly schedules: readonly Schedule[];
  readonly contactCenters: readonly ContactCenter[];
  readonly branches: readonly Branch[];
  /** A number the account owns: shown to whoever is called. */
  readonly callerId: E164;
}

/** A published table, never changed again. */
export interface PublishedTable {
  readonly version: number;
  readonly table: RoutingTable;
}
