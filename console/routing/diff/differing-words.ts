/** The same words, and after each, where they read alike, the facts that the other does not have. */
export function differingWords(
  words: { readonly from: string; readonly to: string },
  facts: { readonly from: readonly string[]; readonly to: readonly string[] },
): { readonly from: string; readonly to: string } {
  if (words.from !== words.to) return words;
  return {
    from: `${words.from}${only(facts.from, facts.to)}`,
    to: `${words.to}${only(facts.to, facts.from)}`,
  };
}

function only(facts: readonly string[], others: readonly string[]): string {
  const differing = facts.filter((fact) => !others.includes(fact));
  return differing.length === 0 ? '' : ` (${[...new Set(differing)].join(', ')})`;
}
