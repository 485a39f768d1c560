import { assertNever } from '../../shared/domain/assert-never.ts';
import type { CallToRoute } from './call-to-route.ts';
import { callerOf, strangerFrom, type KnownCaller } from './known-caller.ts';
import type { RoutingServices } from './routing-services.ts';
import { refuse, type ShownContext } from './shown-context.ts';

/**
 * Claims the context for this call, and with it pins the table's version. Undefined when it is not to be had for this call: another
 * has claimed it, or its time is over. Where the store cannot be reached, or does not know it (yet), the id is still ours: its hint is
 * believed, and the agent may find the context by it.
 */
export async function claimedCaller(
  { id: contextId, reasonHint, entry, entryByContext }: ShownContext,
  tableVersion: number | undefined,
  call: CallToRoute,
  services: RoutingServices,
): Promise<KnownCaller | undefined> {
  const { contexts, clock } = services;
  const { transactionId, number, time } = call;
  const claimed = await time.had('context-unavailable', () =>
    contexts.claim(contextId, { transactionId, tableVersion: tableVersion ?? 0, now: clock.now() }),
  );
  const byHint: KnownCaller = { caller: strangerFrom(entry, number), contextId, reasonHint };
  if (claimed === undefined) return byHint;
  switch (claimed.kind) {
    case 'claimed':
      return {
        caller: callerOf(claimed.context, entryByContext ? claimed.context.ingress : entry, number),
        contextId,
        tableVersion: claimed.tableVersion,
      };
    case 'notFound':
      refuse(call, services, claimed.kind);
      return byHint;
    case 'claimedByAnotherCall':
    case 'expired':
      refuse(call, services, claimed.kind);
      return undefined;
    default:
      return assertNever(claimed);
  }
}
