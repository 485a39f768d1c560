/** How likely counts as uneven as these are, if what is expected is true (Pearson's chi squared). */
export function chiSquaredP(observed: readonly number[], expected: readonly number[]): number {
  const statistic = observed.reduce((sum, count, index) => {
    const wanted = expected[index] ?? Number.NaN;
    return sum + (count - wanted) ** 2 / wanted;
  }, 0);
  return 1 - lowerGamma((observed.length - 1) / 2, statistic / 2);
}

/** The regularised lower incomplete gamma function, by its series (DLMF 8.11.4); good enough to some 1e-10 for what is likely. */
function lowerGamma(a: number, x: number): number {
  if (x <= 0) return 0;
  let term = 1 / a;
  let sum = term;
  for (let n = 1; n < 10_000 && term > sum * 1e-15; n += 1) {
    term *= x / (a + n);
    sum += term;
  }
  return Math.min(1, sum * Math.exp(a * Math.log(x) - x - logGamma(a)));
}

/** For half integers, by recurrence from ln Γ(1/2) and ln Γ(1). */
function logGamma(a: number): number {
  let value = a % 1 === 0 ? 0 : Math.log(Math.PI) / 2;
  for (let n = a % 1 === 0 ? 1 : 0.5; n < a; n += 1) value += Math.log(n);
  return value;
}
