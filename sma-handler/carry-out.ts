import { assertNever } from '../shared/domain/assert-never.ts';
import type { Happening } from '../shared/domain/call-flow/happening.ts';
import { next } from './call-flow.ts';
import type { CallState } from './call-state.ts';
import { findDestination, route, type RoutingEffects } from './effects/route.ts';
import { countAttendees, invite, type InvitationServices } from './effects/invite-advisers.ts';
import { lookUp, type LookUpServices } from './effects/look-up.ts';
import { closeMeeting, openMeeting, type MeetingServices } from './effects/open-meeting.ts';
import type { Invocation } from './invocation.ts';
import type { Answer, FlowInput, Step, World } from './step.ts';

export interface EffectServices extends MeetingServices, LookUpServices, RoutingEffects, InvitationServices {
  readonly world: World;
}

/** Takes steps until there is an answer, with what they ask for on the way. Ends: each round uses up an attempt, or a question. */
export async function carryOut(
  initial: CallState,
  first: FlowInput,
  invocation: Invocation,
  services: EffectServices,
): Promise<Answer> {
  const happenings: Happening[] = [];
  let step = next(initial, first, services.world);
  for (;;) {
    happenings.push(...(step.happenings ?? []));
    if (step.closeMeeting !== undefined) await closeMeeting(step.closeMeeting, invocation, services);
    if (step.kind === 'respond') return { ...step, happenings };
    step = next(step.state, await prepared(step, invocation, services), services.world);
  }
}

function prepared(step: Exclude<Step, Answer>, invocation: Invocation, services: EffectServices): Promise<FlowInput> {
  switch (step.kind) {
    case 'route':
      return route(step, invocation, services);
    case 'findDestination':
      return findDestination(step, invocation, services);
    case 'openMeeting':
      return openMeeting(step, invocation, services);
    case 'invite':
      return invite(step, invocation, services);
    case 'countAttendees':
      return countAttendees(step, invocation, services);
    case 'lookUp':
      return lookUp(step, invocation, services);
    default:
      return assertNever(step);
  }
}
