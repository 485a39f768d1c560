import type { Ingress } from '../../../shared/domain/call-context.ts';
import type { Condition } from '../../../shared/domain/routing/condition.ts';
import type { EpochMs } from '../../../shared/domain/time.ts';
import type { AtomSet } from './atom-set.ts';

/** A caller in the making. */
export interface CallerSketch {
  entry: Ingress;
  at: EpochMs;
  reasonId?: string;
  locale?: string;
  countryCode?: string;
  stateOrRegion?: string;
  postalCode?: string;
  phoneNumber?: string;
  readonly attributes: Record<string, string>;
}

/**
 * One thing that conditions look at, cut into atoms: classes of values that no condition tells apart. Every atom has a value.
 * Atoms are in order of preference for a caller who is to be shown: what may be left out is atom 0.
 */
export interface Dimension {
  /** How many atoms there are. */
  readonly size: number;
  /**
   * The atoms for which the condition holds.
   * @param of which of the tables that the dimension was made for; schedules are theirs alone.
   * @param ruleId whose condition it is; lots are by rule.
   */
  atomsFor(condition: Condition, of: number, ruleId: string): AtomSet;
  /** Gives the caller a value of that atom. */
  sketch(atom: number, caller: CallerSketch): void;
}
