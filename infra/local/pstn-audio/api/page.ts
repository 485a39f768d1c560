import { done, refused, type Answer } from './api-error.ts';

export interface PageRequest {
  readonly MaxResults: number;
  readonly NextToken?: string;
}

/**
 * Part of a list, in the order of creation. The token names the last object of the page before, so that what is created or deleted
 * meanwhile makes nothing appear twice or not at all.
 * @param member the list's name in the answer; a token is good for that list only.
 * @param show what is told of an object.
 */
export function page<Item extends { readonly CreatedTimestamp: string }>(
  member: string,
  items: Iterable<Item>,
  { MaxResults, NextToken }: PageRequest,
  { id, show }: { readonly id: (item: Item) => string; readonly show: (item: Item) => object },
): Answer {
  const after = NextToken === undefined ? '' : readToken(member, NextToken);
  if (after === undefined) return refused('BadRequestException', badToken);
  const rest = [...items]
    .map((item) => ({ item, key: `${item.CreatedTimestamp} ${id(item)}` }))
    .filter(({ key }) => key > after)
    .sort((a, b) => (a.key < b.key ? -1 : 1));
  const shown = rest.slice(0, MaxResults);
  const last = shown.at(-1);
  const more = rest.length > shown.length && last !== undefined;
  return done({
    [member]: shown.map(({ item }) => show(item)),
    ...(more ? { NextToken: writeToken(member, last.key) } : {}),
  });
}

export const badToken = 'NextToken: is not one that this service has given for this list.';

/** Opaque to who gets it. */
export function writeToken(list: string, place: string): string {
  return Buffer.from(JSON.stringify([list, place])).toString('base64url');
}

/** The place that a token of this list stands for; undefined when it is none. */
export function readToken(list: string, token: string): string | undefined {
  try {
    const read: unknown = JSON.parse(Buffer.from(token, 'base64url').toString());
    if (!Array.isArray(read) || read.length !== 2 || read[0] !== list) return undefined;
    return typeof read[1] === 'string' ? read[1] : undefined;
  } catch {
    return undefined;
  }
}
