/** One request that went through a recording proxy, in milliseconds of one clock. */
export interface RecordedRequest {
  /** Where it went: "dynamodb". */
  readonly service: string;
  /** What was asked, as far as its headers tell: "UpdateItem", "POST /meetings". */
  readonly operation: string;
  /** When its head arrived. */
  readonly from: number;
  /** When its answer had been handed on. */
  readonly to: number;
}

/**
 * The longest chain of requests of which each began when the one before had been answered: what somebody who waits for all of them
 * waits for, counted in round trips.
 */
export function longestChain(requests: readonly RecordedRequest[]): RecordedRequest[] {
  const chain: RecordedRequest[] = [];
  for (const request of requests.toSorted((a, b) => a.to - b.to)) {
    const last = chain.at(-1);
    if (last === undefined || request.from >= last.to) chain.push(request);
  }
  return chain;
}

/** How long at least one request was under way, in milliseconds: two at once count once. */
export function timeUnderWay(requests: readonly RecordedRequest[]): number {
  let total = 0;
  let counted = -Infinity;
  for (const { from, to } of requests.toSorted((a, b) => a.from - b.from)) {
    total += Math.max(0, to - Math.max(from, counted));
    counted = Math.max(counted, to);
  }
  return total;
}
