/** The value that so many of them (0 to 1) are not above (nearest rank); undefined of none. */
export function quantile(values: readonly number[], share: number): number | undefined {
  const inOrder = values.toSorted((a, b) => a - b);
  return inOrder[Math.max(0, Math.ceil(share * inOrder.length) - 1)];
}
