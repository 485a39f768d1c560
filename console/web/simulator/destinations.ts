import type { Simulation } from '../../../shared/contracts/simulation.ts';
import type { SimulatedOutcome } from '../../routing/simulation/wish.ts';

export interface SimulatedDestination {
  readonly destination: string;
  readonly outcome: SimulatedOutcome;
  /** The call comes to it as things stand; otherwise somebody has set it before. */
  readonly isOfPlan: boolean;
}

/** Who may be met in the call, in the order of the plan; then whoever else was set to something. Messages cannot fail. */
export function destinationsOf(
  { plan, timeline }: Pick<Simulation, 'plan' | 'timeline'>,
  set: Readonly<Record<string, SimulatedOutcome>>,
): readonly SimulatedDestination[] {
  const named = timeline.flatMap((item) => (item.kind === 'attempt' && item.named !== undefined ? [item.named] : []));
  const planned = new Set(
    [...plan.map(({ destination }) => destination), ...named].filter((each) => !each.startsWith('message:')),
  );
  const others = Object.keys(set).filter((each) => !planned.has(each));
  return [
    ...Array.from(planned, (destination) => ({
      destination,
      outcome: set[destination] ?? ('answered' as const),
      isOfPlan: true,
    })),
    ...others.map((destination) => ({
      destination,
      outcome: set[destination] ?? ('answered' as const),
      isOfPlan: false,
    })),
  ];
}

const kinds: Readonly<Record<string, string>> = {
  contactCenter: 'contact centre',
  lookUp: 'look-up',
};

/** "contact centre support" of "contactCenter:support". */
export function destinationName(destination: string): string {
  const [kind = '', ...id] = destination.split(':');
  return `${kinds[kind] ?? kind} ${id.join(':')}`;
}

/** What can be chosen for a destination, in its own words. */
export function outcomeNames(destination: string): Readonly<Record<SimulatedOutcome, string>> {
  switch (destination.split(':')[0]) {
    case 'meeting':
      return { answered: 'an adviser comes', notAnswered: 'nobody comes', unreachable: 'does not open' };
    case 'lookUp':
      return { answered: 'answers', notAnswered: 'answers too late', unreachable: 'does not answer' };
    case 'voicemail':
      return { answered: 'records', notAnswered: 'records nothing', unreachable: 'cannot be recorded' };
    default:
      return { answered: 'answers', notAnswered: 'does not answer', unreachable: 'cannot be reached' };
  }
}
