import { reasonOfHint } from '../../shared/domain/call-context-id.ts';
import { callerOfTable, type Caller } from '../../shared/domain/routing/caller.ts';
import { decide, type Decision } from '../../shared/domain/routing/decide.ts';
import { menuOf } from '../../shared/domain/routing/menu-of.ts';
import { reasonsToAsk } from '../../shared/domain/routing/menu.ts';
import { listedInField } from '../../shared/observability/log-fields.ts';
import type { Route } from '../route.ts';
import type { CallToRoute } from './call-to-route.ts';
import type { KnownCaller } from './known-caller.ts';
import type { KnownTable } from './known-tables.ts';
import type { RoutingServices } from './routing-services.ts';

/**
 * Where the caller goes by that table; without one, or where it leaves nothing to try, to the default destination.
 *
 * @param options `askWhy`: somebody who has dialled, nobody knows why, is asked where the answer changes anything.
 */
export function decidedRoute(
  known: KnownCaller,
  published: KnownTable | undefined,
  { moment, transactionId }: CallToRoute,
  { defaultPlan }: RoutingServices,
  options: { readonly askWhy?: boolean } = {},
): Route {
  if (published === undefined) return { plan: defaultPlan, ...toldOf(known.caller, known.contextId) };
  const { table, version: tableVersion } = published;
  const seed = known.contextId ?? transactionId;
  // What the function says of its own accord is said in the locale that the decision is made for.
  const caller = callerOfTable(withHint(known, published), table.table);
  const decision = decide(table, caller, moment, seed);
  const { plan } = decision;
  const passedOver = branchesPassedOver(decision, published);
  const asked = options.askWhy === true ? reasonsToAsk(table, caller, moment, seed) : [];
  return {
    plan: plan.attempts.length === 0 ? defaultPlan : plan,
    tableVersion,
    ...toldOf(caller, known.contextId),
    ...(known.contextId === undefined ? { seed } : {}),
    ...(passedOver === undefined ? {} : { passedOver }),
    ...(asked.length === 0 ? {} : { menu: menuOf(asked, table.table, caller.locale) }),
  };
}

function toldOf(
  { entry, locale, reasonId }: Caller,
  contextId: string | undefined,
): Pick<Route, 'entry' | 'locale' | 'reasonId' | 'contextId'> {
  return {
    entry,
    ...(contextId === undefined ? {} : { contextId }),
    ...(locale === undefined ? {} : { locale }),
    ...(reasonId === undefined ? {} : { reasonId }),
  };
}

/** The hint is cut from the reason's id; the table tells which reason that was. */
function withHint({ caller, reasonHint = '' }: KnownCaller, { table: { table } }: KnownTable): Caller {
  if (caller.reasonId !== undefined) return caller;
  const reasonIds = table.reasons.map(({ id }) => id);
  const reasonId = reasonOfHint(reasonHint, reasonIds);
  return reasonId === undefined ? caller : { ...caller, reasonId };
}

const loggedBranches = 4;
/** An explanation looks at every rule and every branch: with more of either a call would wait for its log line. */
const explainedAtMost = 1000;

/** The nearest branches that lost, for whoever asks why; a log line has no room for all of them. */
function branchesPassedOver(decision: Decision, { table: { table } }: KnownTable): string | undefined {
  const worthIt =
    table.rules.length <= explainedAtMost &&
    table.branches.size <= explainedAtMost &&
    decision.plan.attempts.some(({ kind }) => kind === 'branch');
  if (!worthIt) return undefined;
  const { branchesPassedOver } = decision.explanation;
  const nearest = branchesPassedOver.slice(0, loggedBranches).map(({ branchId, because }) => `${branchId}:${because}`);
  return listedInField(nearest) || undefined;
}
