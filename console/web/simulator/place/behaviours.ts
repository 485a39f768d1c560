import type { Behaviour, LocalState } from '../../../../shared/contracts/local-cloud-api.ts';
import type { SimulatedOutcome } from '../../../routing/simulation/wish.ts';

/** What the telephone of a destination is to do, before a call is placed for real. */
export interface Disposal {
  readonly destination: string;
  readonly behaviour: Behaviour;
}

export interface Disposals {
  readonly set: readonly Disposal[];
  /** What the local cloud cannot have people do, in words. */
  readonly not: readonly string[];
}

/** A telephone that cannot be reached is one that is busy: nothing nearer is to be had without a network that is broken. */
const behaviourFor: Readonly<Record<SimulatedOutcome, Behaviour>> = {
  answered: 'answer',
  notAnswered: 'ringOut',
  unreachable: 'busy',
};

/** How the destinations of a simulated call are to be disposed; those that are so already are left alone. */
export function disposalsFor(
  outcomes: Readonly<Record<string, SimulatedOutcome>>,
  { destinations }: LocalState,
): Disposals {
  const set: Disposal[] = [];
  const not: string[] = [];
  for (const [destination, outcome] of Object.entries(outcomes)) {
    const known = destinations.find((each) => each.destination === destination);
    const behaviour = behaviourFor[outcome];
    if (known === undefined) {
      if (outcome !== 'answered') not.push(`${destination} cannot be set here`);
    } else if (!known.behaviours.includes(behaviour)) {
      not.push(`${destination} cannot ${outcome === 'unreachable' ? 'be out of reach' : 'do that'} here`);
    } else if (known.behaviour !== behaviour) set.push({ destination, behaviour });
    if (known !== undefined && outcome === 'unreachable' && known.behaviours.includes(behaviour))
      not.push(`${destination} will be busy: PSTN Audio reports that as not answered`);
  }
  return { set, not };
}
