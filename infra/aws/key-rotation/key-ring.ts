import * as z from 'zod';

/** Signing keys as a secret holds them, in the form of CONTEXT_SIGNING_KEYS: base64 by one-character ids. */
export interface KeyRing {
  /** Signs. */
  readonly current: string;
  readonly keys: Readonly<Record<string, string>>;
}

export type ReadKeyRing = { readonly kind: 'ring'; readonly ring: KeyRing } | { readonly kind: 'empty' | 'unreadable' };

/** `count` cryptographically strong random bytes. */
export type RandomBytes = (count: number) => Uint8Array;

const keyBytes = 32;
/** Which key comes after which says where each stands: the one after `current` is next, the one before it was current last. */
const idsInOrder = '0123456789abcdefghijklmnopqrstuvwxyz';
const firstId = 'a';

const idSchema = z.string().regex(/^[0-9a-z]$/);
const keySchema = z.base64().refine((key) => Buffer.from(key, 'base64').length >= keyBytes);
const ringSchema = z
  .strictObject({ current: idSchema, keys: z.record(idSchema, keySchema) })
  .refine(({ current, keys }) => current in keys);
/** As the secret is created: no key, none to sign with, and what CloudFormation adds. */
const emptySchema = z.object({ current: z.undefined().optional(), keys: z.strictObject({}).optional() });

/** Reads what a secret holds. Never throws: whoever shows why it cannot be read could show a key. */
export function readKeyRing(text: string): ReadKeyRing {
  const json = parsed(text);
  const ring = ringSchema.safeParse(json);
  if (ring.success) return { kind: 'ring', ring: ring.data };
  return { kind: emptySchema.safeParse(json).success ? 'empty' : 'unreadable' };
}

/** The text that `parseSigningKeys` of the functions reads. */
export function keyRingText({ current, keys }: KeyRing): string {
  return JSON.stringify({ current, keys });
}

/** The first keys of a secret: one that signs, and the one that will. */
export function firstKeyRing(randomBytes: RandomBytes): KeyRing {
  return { current: firstId, keys: { [firstId]: newKey(randomBytes), [idAfter(firstId)]: newKey(randomBytes) } };
}

/** Whether every function may have read the key that is to sign next. Without one, a rotation only adds it, and drops nothing. */
export function hasNext({ current, keys }: KeyRing): boolean {
  return idAfter(current) in keys;
}

/**
 * What comes after these keys: the next one signs, a new one is next, the one that signed so far is still believed, and what is older
 * is gone. Keys that somebody made by hand may have no next one: they only get it.
 */
export function rotated(ring: KeyRing, randomBytes: RandomBytes): KeyRing {
  const previous = ring.current;
  const current = idAfter(previous);
  const { [previous]: previousKey, [current]: currentKey } = ring.keys;
  if (previousKey === undefined || currentKey === undefined)
    return { current: previous, keys: { ...ring.keys, [current]: newKey(randomBytes) } };
  return {
    current,
    keys: { [previous]: previousKey, [current]: currentKey, [idAfter(current)]: newKey(randomBytes) },
  };
}

/** Whether functions can go over from one to the other: what signs afterwards is known before, what signed before is known afterwards. */
export function follows(after: KeyRing, before: KeyRing): boolean {
  return [before.current, after.current].every(
    (id) => after.keys[id] !== undefined && after.keys[id] === before.keys[id],
  );
}

function idAfter(id: string): string {
  return idsInOrder.charAt((idsInOrder.indexOf(id) + 1) % idsInOrder.length);
}

function newKey(randomBytes: RandomBytes): string {
  return Buffer.from(randomBytes(keyBytes)).toString('base64');
}

/** Undefined when it is no JSON: the parser's own message would quote it. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
