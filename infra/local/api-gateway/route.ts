import type { Throttle } from './throttle.ts';

/** One route of an HTTP API (Amazon API Gateway developer guide, http-api-develop-routes). */
export interface Route {
  /** `<METHOD or ANY> /<path with {parameters} and perhaps {proxy+} at its end>`, or `$default`. */
  readonly routeKey: string;
  /** The function that answers. */
  readonly functionName: string;
  /** Who may call: bearers of a valid token with at least one of `scopes` if any are named (the default), or everyone. */
  readonly authorization?: 'JWT' | 'NONE';
  readonly scopes?: readonly string[];
  /** Absent: as often as one likes. */
  readonly throttle?: Throttle;
}

export interface RouteMatch {
  readonly route: Route;
  /** Decoded. */
  readonly pathParameters: Readonly<Record<string, string>>;
}

interface Pattern {
  readonly route: Route;
  readonly method: string;
  readonly segments: readonly string[];
  readonly rank: string;
}

const parameter = /^\{(\w[\w-]*)(\+?)\}$/u;

/**
 * Prepares routes for look-up by method and undecoded path. The most specific route wins: a full match before a greedy one,
 * fixed segments before parameters, a named method before ANY, `$default` last (same guide, "Routing API requests").
 * The look-up throws URIError when a parameter is not well encoded.
 * @throws RangeError for a route key that is not one.
 */
export function routeTable(routes: readonly Route[]): (method: string, path: string) => RouteMatch | undefined {
  const patterns = routes.map(patternOf).sort((a, b) => (a.rank < b.rank ? -1 : Number(a.rank > b.rank)));
  return (method, path) => {
    for (const { route, segments, ...pattern } of patterns) {
      if (pattern.method !== 'ANY' && pattern.method !== method) continue;
      const pathParameters = matchSegments(segments, path.split('/').slice(1));
      if (pathParameters !== undefined) return { route, pathParameters };
    }
    return undefined;
  };
}

function patternOf(route: Route): Pattern {
  const { routeKey } = route;
  if (routeKey === '$default') return { route, method: 'ANY', segments: ['{$default+}'], rank: '9' };
  const [, method, path] = /^(ANY|GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS) \/(.*)$/u.exec(routeKey) ?? [];
  const segments = path?.split('/') ?? [];
  const wrong = segments.some(
    (each, index) =>
      (each.includes('{') || each.includes('}')) &&
      (!parameter.test(each) || (each.endsWith('+}') && index < segments.length - 1)),
  );
  if (method === undefined || wrong) {
    throw new RangeError(
      `not a route key: ${routeKey}; write METHOD /path/{parameter}, {parameter+} only at the end, or $default`,
    );
  }
  const ranks = segments.map((each) => (each.endsWith('+}') ? '2' : parameter.test(each) ? '1' : '0'));
  const greedy = ranks.at(-1) === '2' ? '1' : '0';
  return { route, method, segments, rank: `${greedy}${ranks.join('')}${method === 'ANY' ? '1' : '0'}` };
}

function matchSegments(segments: readonly string[], path: readonly string[]): Record<string, string> | undefined {
  const found: Record<string, string> = {};
  for (const [index, segment] of segments.entries()) {
    const actual = path[index];
    if (segment === '{$default+}') return found;
    const [, name, greedy] = parameter.exec(segment) ?? [];
    if (actual === undefined || (name !== undefined && actual === '')) return undefined;
    if (name === undefined) {
      if (actual !== segment) return undefined;
    } else if (greedy === '+') {
      return { ...found, [name]: decodeURIComponent(path.slice(index).join('/')) };
    } else {
      found[name] = decodeURIComponent(actual);
    }
  }
  return path.length === segments.length ? found : undefined;
}
