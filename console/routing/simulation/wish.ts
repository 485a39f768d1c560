import type { simulatedOutcomes } from '../../../shared/contracts/tables-api.ts';
import type { Caller } from '../../../shared/domain/routing/caller.ts';
import type { NamedDestination } from '../../../shared/domain/routing/named-destination.ts';
import type { EpochMs } from '../../../shared/domain/time.ts';

export type SimulatedOutcome = (typeof simulatedOutcomes)[number];

/** What a service that is looked up in answers. */
export interface SimulatedAnswer {
  /** `undefined`: it has nobody for this call. */
  readonly destination: NamedDestination | undefined;
  readonly timeoutSeconds?: number;
}

/** A call to be played. */
export interface SimulationWish {
  readonly caller: Caller;
  readonly at: EpochMs;
  /** What lots are drawn by. */
  readonly seed: string;
  /** By destination ("branch:tacoma"). Whoever is not named answers. */
  readonly destinations?: Readonly<Record<string, SimulatedOutcome>>;
  /** By the look-up's id. Absent: it has nobody. */
  readonly lookUps?: Readonly<Record<string, SimulatedAnswer>>;
  /** The reason that the caller chooses when they are asked. Absent: they press nothing. */
  readonly chooses?: string;
}

/** How it is with that destination. */
export function outcomeAt(
  destination: string,
  { destinations = {} }: Pick<SimulationWish, 'destinations'>,
): SimulatedOutcome {
  return (Object.hasOwn(destinations, destination) ? destinations[destination] : undefined) ?? 'answered';
}
