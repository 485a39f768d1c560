import { endpointNames } from '../../alexa/api/endpoint.ts';
import type { Fault } from '../../alexa/api/faults.ts';
import type { BranchBehaviour } from '../../contact-center/branches.ts';
import { done, notDone, type CommandOutcome, type CommandWorld } from './command.ts';

export const behaviours: readonly BranchBehaviour[] = ['answer', 'busy', 'decline', 'ringOut'];
/** Late enough that whatever is said to the caller first has begun. */
export const adviserComesAfterMs = 1000;

export function fault([endpoint, what = '', times = '1']: readonly string[], { alexa }: CommandWorld): CommandOutcome {
  const name = endpointNames.find((known) => known === endpoint);
  const wanted = readFault(what);
  if (name === undefined || wanted === undefined || !/^[1-9]\d{0,2}$/u.test(times))
    return notDone(
      `As in /fault profile 429, /fault session hang 2, /fault address 3000ms; endpoints: ${endpointNames.join(', ')}`,
    );
  alexa.faults.next(name, wanted, Number(times));
  return done(`${what} from ${name}, ${times === '1' ? 'once' : `${times} times`}`);
}

function readFault(text: string): Fault | undefined {
  if (text === 'hang') return 'hang';
  if (/^[2-5]\d\d$/u.test(text)) return Number(text);
  return /^\d{1,5}ms$/u.test(text) ? { afterMs: Number.parseInt(text, 10) } : undefined;
}

export function branch([id, text]: readonly string[], { branches, branchIds }: CommandWorld): CommandOutcome {
  const behaviour = behaviours.find((known) => known === text);
  if (id === undefined || !branchIds.includes(id) || behaviour === undefined)
    return notDone(`As in /branch ${branchIds[0] ?? '<id>'} busy; branches: ${branchIds.join(', ')}`);
  branches.behave(id, behaviour);
  return done(`${id}: ${behaviour}`);
}

export function adviser([text]: readonly string[], { advisers }: CommandWorld): CommandOutcome {
  if (text !== 'comes' && text !== 'never') return notDone('As in /adviser comes, /adviser never');
  advisers.behave(text === 'comes' ? { kind: 'comes', afterMs: adviserComesAfterMs } : { kind: 'neverComes' });
  return done(text === 'comes' ? 'An adviser comes.' : 'No adviser comes.');
}

export function bye(_: readonly string[], { call }: CommandWorld): CommandOutcome {
  return call.otherSideHangsUp() ? done() : notDone('Nobody has answered you');
}
