import type { RecordedDecision } from '../../../shared/contracts/recorded-decision.ts';
import type { Happening } from '../../../shared/domain/call-flow/happening.ts';
import { defaultDestination } from '../../../shared/domain/routing/plan.ts';
import type { CallOfTime } from '../calls-of-time.ts';

type Routed = Extract<Happening, { kind: 'routed' }>;

/** What a call was decided from, as far as its records tell, and how. Undefined: nothing was decided by a table. */
export type RecordedCall = RecordedDecision & { readonly tableVersion: number };

/**
 * Of what was decided for the call, what its first attempt was made by: what a caller chose in the menu counts, another try does not.
 * Records tell neither number nor place nor attributes.
 */
export function recordedCallOf({ transactionId, startedAt, records }: CallOfTime): RecordedCall | undefined {
  const routed = decisionOf(records.flatMap(({ happenings }) => happenings));
  if (routed?.tableVersion === undefined || routed.ruleId === defaultDestination) return undefined;
  const { entry, ruleId, tableVersion, reasonId, locale, destinations, seed } = routed;
  const contextId = records.find((record) => record.contextId !== undefined)?.contextId;
  return {
    context: {
      ingress: entry,
      ...(reasonId === undefined ? {} : { reason: reasonId }),
      ...(locale === undefined ? {} : { locale }),
    },
    at: new Date(startedAt).toISOString(),
    seed: seed ?? contextId ?? transactionId,
    ruleId,
    destinations: [...destinations],
    tableVersion,
  };
}

function decisionOf(happenings: readonly Happening[]): Routed | undefined {
  let decided: Routed | undefined;
  for (const happening of happenings) {
    if (happening.kind === 'attemptBegan' && decided !== undefined) break;
    if (happening.kind === 'routed') decided = happening;
  }
  return decided;
}
