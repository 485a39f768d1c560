import type { Happening } from '../../shared/domain/call-flow/happening.ts';
import { identifierOnly } from '../../shared/observability/log-fields.ts';

/** Of the destinations of one plan, in characters: the table's version tells the rest. */
const mostOfDestinations = 600;

/** The happening with every text in it that is no identifier withheld, and a long plan cut, as there is little room for records. */
export function withIdentifiersOnly(happening: Happening): Happening {
  const checked = Object.entries(happening).map(([name, value]: [string, unknown]) => [name, checkedValue(value)]);
  return Object.fromEntries(checked) as Happening;
}

function checkedValue(value: unknown): unknown {
  if (typeof value === 'string') return identifierOnly(value);
  if (Array.isArray(value)) return firstOnes(value.map(checkedValue));
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(
      Object.entries(value).map(([name, each]: [string, unknown]) => [name, checkedValue(each)]),
    );
  return value;
}

function firstOnes(list: readonly unknown[]): readonly unknown[] {
  let length = 0;
  return list.filter((each) => (length += String(each).length + 1) <= mostOfDestinations);
}
