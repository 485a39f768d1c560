import type { HttpBinding } from './operations/operation.ts';

/** Which operation a request is for, and the members of the request that its path and query hold. */
export type Route =
  | { readonly kind: 'found'; readonly operation: string; readonly members: Readonly<Record<string, string>> }
  | { readonly kind: 'wrongMethod'; readonly allowed: readonly string[] }
  | { readonly kind: 'unknownPath' };

export type Router = (method: string, url: URL) => Route;

// Names in a query are the members' own with hyphens, but for these two.
const oddNames: Readonly<Record<string, string>> = {
  arn: 'ResourceARN',
  'sip-media-application': 'SipMediaApplicationId',
};

/** @param bindings by name of operation. */
export function router(bindings: Readonly<Record<string, HttpBinding>>): Router {
  const routes = Object.entries(bindings).map(([operation, binding]) => ({ operation, ...readBinding(binding) }));
  return (method, url) => {
    const parts = url.pathname.split('/').map(decoded);
    const onPath = routes.filter(
      ({ path, variant }) =>
        path.length === parts.length &&
        path.every((name, n) => isMember(name) || name === parts[n]) &&
        (variant === undefined || url.searchParams.get(variant.name) === variant.value),
    );
    // A path that ends in ?operation= is more to the point than the same path without.
    const fitting = onPath.filter((route) => route.method === method);
    const route = fitting.find(({ variant }) => variant !== undefined) ?? fitting[0];
    if (route !== undefined)
      return {
        kind: 'found',
        operation: route.operation,
        members: { ...fromQuery(url.searchParams), ...fromPath(route.path, parts) },
      };
    return onPath.length === 0
      ? { kind: 'unknownPath' }
      : { kind: 'wrongMethod', allowed: [...new Set(onPath.map((other) => other.method))] };
  };
}

interface Binding {
  readonly method: string;
  readonly path: readonly string[];
  readonly variant: { readonly name: string; readonly value: string } | undefined;
}

function readBinding(binding: HttpBinding): Binding {
  const [method = '', target = ''] = binding.split(' ');
  const [path = '', query] = target.split('?');
  const [name = '', value = ''] = query?.split('=') ?? [];
  return { method, path: path.split('/'), variant: query === undefined ? undefined : { name, value } };
}

function isMember(name: string): boolean {
  return name.startsWith('{');
}

function fromPath(path: readonly string[], parts: readonly string[]): Record<string, string> {
  return Object.fromEntries(path.flatMap((name, n) => (isMember(name) ? [[name.slice(1, -1), parts[n] ?? '']] : [])));
}

function fromQuery(query: URLSearchParams): Record<string, string> {
  const member = (name: string): string =>
    oddNames[name] ?? name.replaceAll(/(?:^|-)([a-z])/g, (_, letter: string) => letter.toUpperCase());
  return Object.fromEntries([...query].map(([name, value]) => [member(name), value]));
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
