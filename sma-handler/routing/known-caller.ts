import type { CallContext, Ingress } from '../../shared/domain/call-context.ts';
import type { E164 } from '../../shared/domain/phone-number.ts';
import type { Caller } from '../../shared/domain/routing/caller.ts';

/** What is known of the caller when the table is asked. */
export interface KnownCaller {
  readonly caller: Caller;
  /** Absent: nothing is known but how the call came in. */
  readonly contextId?: string;
  /** Cut from the reason's id; counts where the caller's reason is not known. */
  readonly reasonHint?: string;
  /** The table that the call is pinned to; 0: the first delivery of the event could not tell one. */
  readonly tableVersion?: number;
}

/** A caller without a context, who shows a number or does not. */
export function strangerFrom(entry: Ingress, phoneNumber: E164 | undefined): Caller {
  return { entry, attributes: {}, ...(phoneNumber === undefined ? {} : { phoneNumber }) };
}

/** A caller with a context. The number in it is better known than the one that the call shows. */
export function callerOf(
  { reason, locale, location, phoneNumber: known, attributes }: CallContext,
  entry: Ingress,
  shown: E164 | undefined,
): Caller {
  const phoneNumber = known ?? shown;
  return {
    entry,
    reasonId: reason.id,
    attributes,
    ...(locale === undefined ? {} : { locale }),
    ...(location === undefined ? {} : { location }),
    ...(phoneNumber === undefined ? {} : { phoneNumber }),
  };
}
