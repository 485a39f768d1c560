import { behaviours, type Behaviour, type LocalState } from '../../../shared/contracts/local-cloud-api.ts';
import type { AdviserBehaviour } from '../contact-center/adviser.ts';
import type { LocalCloud } from '../cloud/local-cloud.ts';

type Destination = LocalState['destinations'][number];
type Staffed = Pick<LocalCloud, 'desk' | 'branches' | 'advisers' | 'tenant'>;

/** An adviser has no telephone that could be busy. */
const ofAdvisers = ['answer', 'ringOut', 'ask'] as const satisfies readonly Behaviour[];
const adviser = 'meeting:adviser';

/** Who can be reached in the local cloud, and how they are disposed. */
export function destinationsOf({ desk, branches, advisers, tenant }: Staffed): readonly Destination[] {
  return [
    { destination: contactCenterOf(tenant), behaviours: [...behaviours], behaviour: desk.behaviour },
    ...[...branches.behaviours].map(([id, behaviour]) => ({
      destination: `branch:${id}`,
      behaviours: [...behaviours],
      behaviour,
    })),
    { destination: adviser, behaviours: [...ofAdvisers], behaviour: behaviourOf(advisers.behaviour) },
  ];
}

/** From the next call on. `cannot`: it is known, and can do other things. */
export function setBehaviour(people: Staffed, destination: string, behaviour: Behaviour): 'set' | 'unknown' | 'cannot' {
  const found = destinationsOf(people).find((each) => each.destination === destination);
  if (found === undefined) return 'unknown';
  if (!found.behaviours.includes(behaviour)) return 'cannot';
  const { desk, branches, advisers, tenant } = people;
  if (destination === adviser) advisers.behave(adviserBehaviour(behaviour));
  else if (destination === contactCenterOf(tenant)) desk.behave(behaviour);
  else branches.behave(destination.replace(/^branch:/u, ''), behaviour);
  return 'set';
}

function contactCenterOf({ contactCenterId }: Staffed['tenant']): string {
  return `contactCenter:${contactCenterId}`;
}

function behaviourOf({ kind }: AdviserBehaviour): Behaviour {
  return ({ comes: 'answer', neverComes: 'ringOut', ask: 'ask' } as const)[kind];
}

function adviserBehaviour(behaviour: Behaviour): AdviserBehaviour {
  switch (behaviour) {
    case 'ask':
      return { kind: 'ask' };
    case 'answer':
      return { kind: 'comes' };
    case 'busy':
    case 'decline':
    case 'ringOut':
      return { kind: 'neverComes' };
  }
}
