import { callerOfFile } from '../../../shared/contracts/caller-file.ts';
import type { LookUpAnswerBody } from '../../../shared/contracts/look-up.ts';
import type { SimulateRequest } from '../../../shared/contracts/tables-api.ts';
import { epochMs, type EpochMs } from '../../../shared/domain/time.ts';
import { locatedCaller } from './located-caller.ts';
import type { SimulatedAnswer, SimulationWish } from './wish.ts';

/** Lots have to be drawn by something, and the same for the same question. */
const usualSeed = 'caller';

/** The call that a request asks for, with the defaults that the contract names. */
export function wishOfRequest(request: Omit<SimulateRequest, 'source'>, now: EpochMs): SimulationWish {
  const { caller, at, seed, destinations, lookUps, chooses } = request;
  return {
    caller: locatedCaller(callerOfFile(caller)),
    at: at === undefined ? now : epochMs(Date.parse(at)),
    // A whole call context brings its seed: its id is what lots are drawn by in a call.
    seed: seed ?? caller.id ?? usualSeed,
    ...(destinations === undefined ? {} : { destinations }),
    ...(lookUps === undefined ? {} : { lookUps: answersOf(lookUps) }),
    ...(chooses === undefined ? {} : { chooses }),
  };
}

function answersOf(lookUps: Readonly<Record<string, LookUpAnswerBody>>): Record<string, SimulatedAnswer> {
  return Object.fromEntries(Object.entries(lookUps).map(([id, answer]) => [id, answerOf(answer)]));
}

function answerOf({ destination, timeout }: LookUpAnswerBody): SimulatedAnswer {
  return { destination: destinationOf(destination), ...(timeout === undefined ? {} : { timeoutSeconds: timeout }) };
}

function destinationOf(destination: LookUpAnswerBody['destination']): SimulatedAnswer['destination'] {
  if (destination === null) return undefined;
  if ('phone' in destination) return { kind: 'phone', number: destination.phone };
  return 'branch' in destination
    ? { kind: 'branch', id: destination.branch }
    : { kind: 'contactCenter', id: destination.contactCenter };
}
