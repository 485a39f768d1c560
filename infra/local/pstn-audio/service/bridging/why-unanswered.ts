import type { RouteOutcome, TriedRoute } from './ring-peers.ts';

/** Why nobody was reached, for developers: no event tells. `via` is what the routes are those of. */
export function whyUnanswered(via: string, tried: readonly TriedRoute[]): string {
  return tried.length === 0 ? `${via} has no route for this call` : `${via}: ${tried.map(routeText).join('; ')}`;
}

/** Such as `127.0.0.1:5070: 503 Service Unavailable`. */
function routeText({ peer: { host, port }, outcome }: TriedRoute): string {
  return `${host}:${port}: ${outcomeText(outcome)}`;
}

function outcomeText(outcome: RouteOutcome): string {
  switch (outcome.kind) {
    case 'refused':
      return `${outcome.status} ${outcome.reason}`.trimEnd();
    case 'timedOut':
    case 'silent':
      return 'no response';
    case 'unreachable':
      return `unreachable (${outcome.cause})`;
    case 'cancelled':
    case 'givenUp':
      return 'no answer in time';
    default:
      return outcome satisfies never;
  }
}
