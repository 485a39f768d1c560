import { suggestion } from '../../../shared/contracts/table-file/nearest-name.ts';
import type { RoutingTable } from '../../../shared/domain/routing/table.ts';
import type { SimulationWish } from './wish.ts';

/** What is odd about the caller; the call is played all the same. */
export function doubtsAbout(wish: SimulationWish, { reasons }: RoutingTable, isAsked: boolean): string[] {
  const { caller, chooses } = wish;
  const { reasonId, location, attributes } = caller;
  const isKnown = location !== undefined || Object.keys(attributes).length > 0;
  return [
    ...[reasonId, chooses].flatMap((id) => (id === undefined ? [] : doubtsAboutReason(id, reasons))),
    ...(isAsked && isKnown
      ? [
          'Of a real caller who dials and is asked the reason, nothing but the number is known: neither place nor attributes.',
        ]
      : []),
  ];
}

/** A reason that the table does not have fits no rule that asks for one: most likely it is misspelt. */
export function doubtsAboutReason(reasonId: string, reasons: RoutingTable['reasons']): string[] {
  const known = [...reasons.map(({ id }) => id), 'other'];
  return known.includes(reasonId) ? [] : [`"${reasonId}" is not a reason of this table${suggestion(reasonId, known)}`];
}
