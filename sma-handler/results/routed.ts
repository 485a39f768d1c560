import type { SmaEvent } from '../../shared/contracts/sma-event.ts';
import type { Happening } from '../../shared/domain/call-flow/happening.ts';
import type { CallFacts, CallState, Following } from '../call-state.ts';
import { askCallback, askMenu, beginAttempts, beginPlan } from '../questions.ts';
import type { Route } from '../route.ts';
import { telling, type Step, type World } from '../step.ts';

/** It is decided where the call goes: whatever has to be asked before is asked, and then the first attempt is made. */
export function afterRouted(state: CallState, event: SmaEvent, world: World, route: Route): Step {
  const following: Following = {
    facts: { ...factsOf(route), ...(state.phase === 'offering' ? { answered: true } : {}) },
    // Numbers go on: a meeting of before is not to be asked for again.
    attemptNumber: state.phase === 'offering' ? state.attemptNumber : 0,
    remaining: route.plan.attempts,
    recording: state.phase === 'offering' ? state.recording : 'off',
  };
  return telling(begin(state, event, world, { route, following }), routed(route));
}

function begin(
  state: CallState,
  event: SmaEvent,
  world: World,
  { route, following }: { readonly route: Route; readonly following: Following },
): Step {
  if (event.InvocationEventType === 'CALL_ANSWERED') return askCallback(following);
  if (route.menu !== undefined && state.phase === 'new') return askMenu(route.menu, following);
  // Once more: whatever was asked has been answered.
  if (state.phase === 'offering') return beginAttempts(following, event, world);
  return beginPlan(following, event, world);
}

function factsOf({ plan, entry, contextId, tableVersion, locale, reasonId }: Route): CallFacts {
  return {
    entry,
    ruleId: plan.ruleId,
    callerId: plan.callerId,
    ...(contextId === undefined ? {} : { contextId }),
    ...(tableVersion === undefined ? {} : { tableVersion }),
    ...(locale === undefined ? {} : { locale }),
    ...(reasonId === undefined ? {} : { reasonId }),
    ...(plan.service === undefined ? {} : { service: plan.service }),
  };
}

function routed({ plan, entry, tableVersion, reasonId, locale, seed, passedOver }: Route): Happening {
  return {
    kind: 'routed',
    entry,
    ruleId: plan.ruleId,
    destinations: plan.attempts.map(({ kind, id }) => `${kind}:${id}`),
    ...(tableVersion === undefined ? {} : { tableVersion }),
    ...(reasonId === undefined ? {} : { reasonId }),
    ...(locale === undefined ? {} : { locale }),
    ...(seed === undefined ? {} : { seed }),
    ...(passedOver === undefined ? {} : { passedOver }),
  };
}
