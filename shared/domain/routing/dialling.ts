import type { E164 } from '../phone-number.ts';
import type { DiallingRules } from './table.ts';

/** Deny wins, and what is not allowed is denied. */
export function mayBeDialled(number: E164, { allow, deny }: DiallingRules): boolean {
  return allow.some((prefix) => number.startsWith(prefix)) && !deny.some((prefix) => number.startsWith(prefix));
}
