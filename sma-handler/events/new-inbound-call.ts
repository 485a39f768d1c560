import type { SmaEvent } from '../../shared/contracts/sma-event.ts';
import { apologise, tryNext } from '../attempts.ts';
import type { Route, Step, World } from '../step.ts';

/** A call begins: the first attempt of its plan. */
export function afterNewInboundCall(event: SmaEvent, world: World, route: Route | undefined): Step {
  if (route === undefined) return apologise(event, undefined);
  const { plan, contextId, tableVersion, locale } = route;
  const facts = {
    ruleId: plan.ruleId,
    callerId: plan.callerId,
    ...(contextId === undefined ? {} : { contextId }),
    ...(tableVersion === undefined ? {} : { tableVersion }),
    ...(locale === undefined ? {} : { locale }),
  };
  return tryNext({ event, world, facts, made: 0, remaining: plan.attempts });
}
