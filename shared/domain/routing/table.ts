import type { E164 } from '../phone-number.ts';
import type { Ringing, WithPolicy } from './attempt-policy.ts';
import type { BranchDirectory } from './branches.ts';
import type { CallService } from './call-service.ts';
import type { Condition } from './condition.ts';
import type { HeaderSettings } from './header-profile.ts';
import type { MeetingAttempt, PhoneAttempt } from './plan.ts';
import type { RuleIndexPlan } from './rule-index-plan.ts';
import type { Schedule } from './schedule.ts';

/** Text by locale or language; "default" is there always, for everybody else. */
export type LocalizedText = Readonly<Record<string, string>> & { readonly default: string };

/** One reason to call, as the skill's interaction model and the rules name it. */
export interface Reason {
  readonly id: string;
  /** As an agent reads it: "a lost or stolen card". */
  readonly name: LocalizedText;
  /** What callers say for it, by locale, or under "default" for every locale. */
  readonly synonyms: Readonly<Record<string, readonly string[]>>;
}

/** A contact centre behind an Amazon Chime SDK Voice Connector. */
export interface ContactCenter {
  readonly id: string;
  readonly voiceConnectorArn: string;
  /** User part of the Request-URI, 1 to 30 characters. */
  readonly user: string;
  readonly headers: HeaderSettings;
}

/** An operator's service that says where a call goes. */
export interface LookUp {
  readonly id: string;
  /** https, or http on loopback. */
  readonly url: string;
}

/** Which numbers may be dialled: those that begin like one of `allow` and like none of `deny`. */
export interface DiallingRules {
  readonly allow: readonly string[];
  readonly deny: readonly string[];
}

/** An attempt that can be one of several to choose from. */
export type SimpleAttemptRule =
  | ({ readonly kind: 'contactCenter'; readonly id: string } & Ringing)
  | ({ readonly kind: 'branch'; readonly id: string } & Ringing)
  | ({ readonly kind: 'lookUp'; readonly id: string } & Ringing)
  | PhoneAttempt
  | MeetingAttempt
  | { readonly kind: 'message'; readonly id: string; readonly words: LocalizedText }
  | ({
      readonly kind: 'voicemail';
      readonly id: string;
      readonly words: LocalizedText;
      /** 1 to 600. */
      readonly maximumSeconds: number;
    } & WithPolicy);

export interface WeightedAttempt {
  /** 1 to 10,000; a choice is made in proportion. */
  readonly weight: number;
  readonly attempt: SimpleAttemptRule;
}

/** One try to reach somebody, as the table says it. */
export type AttemptRule =
  | SimpleAttemptRule
  | ({
      readonly kind: 'nearestBranch';
      readonly service?: string;
      readonly withinKilometers: number;
      /** How many branches to try, nearest first. */
      readonly upTo: number;
      /**
       * Branches that are at most this much farther than the nearest count as equally near: callers are spread over them
       * in proportion to their capacity. Kilometres; 0 or absent: strictly the nearest.
       */
      readonly spreadKilometers?: number;
    } & Ringing)
  /** One of several in proportion to their weights, always the same for the same call; then the next by lot, up to `upTo`. */
  | { readonly kind: 'choice'; readonly from: readonly WeightedAttempt[]; readonly upTo: number };

export interface Rule {
  readonly id: string;
  /** All must hold. None: the rule fits everybody. */
  readonly when: readonly Condition[];
  readonly attempts: readonly AttemptRule[];
  readonly service?: CallService;
}

/** Asked of callers of whom nothing is known but that they dialled. */
export interface MenuRule {
  /** Said first, if anything. */
  readonly greeting?: LocalizedText;
  /** Ids of the reasons that are offered, in the order of the keys 1 to 9. */
  readonly reasons: readonly string[];
}

/** What an operator published: rules in order, first match wins, a default for everybody else. */
export interface RoutingTable {
  readonly name: string;
  /**
   * "fr-CA": the language of texts that name none, and in whose voice they are spoken. Whoever is of unknown locale is taken to
   * speak it. Absent: nobody knows, and an American voice speaks to callers of unknown locale.
   */
  readonly locale?: string;
  readonly reasons: readonly Reason[];
  readonly rules: readonly Rule[];
  /** How to find the first rule that fits without asking all. Absent: chosen when the table is loaded. */
  readonly ruleIndex?: RuleIndexPlan;
  readonly defaultAttempts: readonly AttemptRule[];
  readonly defaultService?: CallService;
  /** Absent: the first nine reasons are offered. */
  readonly menu?: MenuRule;
  readonly schedules: readonly Schedule[];
  readonly contactCenters: readonly ContactCenter[];
  readonly lookUps: readonly LookUp[];
  readonly branches: BranchDirectory;
  /** By id, the branches that attempts name; so that nobody has to search. */
  readonly namedBranches: Readonly<Record<string, number>>;
  readonly dialling: DiallingRules;
  /** A number the account owns: shown to whoever is called. */
  readonly callerId: E164;
}

/** A published table, never changed again. */
export interface PublishedTable {
  readonly version: number;
  readonly table: RoutingTable;
}
