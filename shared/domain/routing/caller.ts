import type { Ingress } from '../call-context.ts';
import type { CallerLocation } from '../location.ts';
import type { E164 } from '../phone-number.ts';
import type { RoutingTable } from './table.ts';

/**
 * What the table may look at. Made from a call context, or from nothing but the ways a call came in
 * when there is no context.
 */
export interface Caller {
  readonly entry: Ingress;
  readonly reasonId?: string;
  /** BCP 47: "en-US". */
  readonly locale?: string;
  readonly location?: CallerLocation;
  readonly phoneNumber?: E164;
  readonly attributes: Readonly<Record<string, string>>;
}

/** The caller, as that table sees them: whoever is of unknown locale is taken to speak the table's. */
export function callerOfTable(caller: Caller, { locale }: Pick<RoutingTable, 'locale'>): Caller {
  return locale === undefined || caller.locale !== undefined ? caller : { ...caller, locale };
}
