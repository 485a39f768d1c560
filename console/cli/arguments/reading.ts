/** What came of reading something that was typed. */
export type Reading<Value> =
  { readonly kind: 'value'; readonly value: Value } | { readonly kind: 'problem'; readonly problem: string };

export function value<Value>(read: Value): Reading<Value> {
  return { kind: 'value', value: read };
}

export function problem(text: string): Reading<never> {
  return { kind: 'problem', problem: text };
}
