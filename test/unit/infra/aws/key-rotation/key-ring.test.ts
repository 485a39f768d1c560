import fc from 'fast-check';
import {
  firstKeyRing,
  follows,
  hasNext,
  keyRingText,
  readKeyRing,
  rotated,
  type KeyRing,
  type RandomBytes,
} from '../../../../../infra/aws/key-rotation/key-ring.ts';
import { parseSigningKeys } from '../../../../../shared/adapters/hmac/signing-keys.ts';
import { idsFake } from '../../../../support/ids-fake.ts';

const key = (byte: number): string => Buffer.alloc(32, byte).toString('base64');
/** A key of nothing but 1, then one of nothing but 2, and so on. */
const countedBytes = (): RandomBytes => {
  const ids = idsFake();
  return (count) => ids.randomBytes(count);
};
const randomBytes = countedBytes();

describe('the keys of a secret', () => {
  it('are at first one that signs and one that will', () => {
    const ring = firstKeyRing(countedBytes());

    expect(ring).toEqual({ current: 'a', keys: { a: key(1), b: key(2) } });
    expect(hasNext(ring)).toBe(true);
  });

  it('are read by the functions as they are written, after any number of rotations', () => {
    fc.assert(
      fc.property(fc.nat(80), (rotations) => {
        let ring = firstKeyRing(randomBytes);
        for (let each = 0; each < rotations; each += 1) ring = rotated(ring, randomBytes);

        const { current, keys } = parseSigningKeys(keyRingText(ring));

        expect(current).toBe(ring.current);
        expect(keys.size).toBeLessThanOrEqual(3);
        expect(keys.size).toBe(rotations === 0 ? 2 : 3);
      }),
    );
  });

  it('have the next one sign after a rotation, believe the one that did, and forget the one before', () => {
    const ring: KeyRing = { current: 'b', keys: { a: key(1), b: key(2), c: key(3) } };

    const next = rotated(ring, countedBytes());

    expect(next).toEqual({ current: 'c', keys: { b: key(2), c: key(3), d: key(1) } });
  });

  it.each([
    ['9', 'a'],
    ['z', '0'],
  ])('go on after %s with %s', (current, after) => {
    const ring = rotated({ current, keys: { [current]: key(1) } }, randomBytes);

    expect(Object.keys(ring.keys)).toEqual(expect.arrayContaining([current, after]));
    expect(rotated(ring, randomBytes).current).toBe(after);
  });

  it('that somebody made without a next one get it, keep all they have, and sign with what they signed with', () => {
    const ring: KeyRing = { current: 'k', keys: { k: key(1), x: key(2) } };

    const next = rotated(ring, countedBytes());

    expect(hasNext(ring)).toBe(false);
    expect(next).toEqual({ current: 'k', keys: { k: key(1), x: key(2), l: key(1) } });
  });

  it.each([
    ['as CloudFormation creates them', '{"keys":{},"unused":"x7"}'],
    ['as an operator empties them', '{}'],
  ])('are none yet: %s', (_, text) => {
    expect(readKeyRing(text)).toEqual({ kind: 'empty' });
  });

  it.each([
    ['no JSON', 'hunter2'],
    ['a list', '[]'],
    ['keys that are not known', '{"keys":{"a":"AAAA"}}'],
    ['a short key', '{"current":"a","keys":{"a":"AAAA"}}'],
    ['no key to sign with', JSON.stringify({ current: 'b', keys: { a: key(1) } })],
    ['a long id', JSON.stringify({ current: 'aa', keys: { aa: key(1) } })],
    ['something beside the keys', JSON.stringify({ current: 'a', keys: { a: key(1) }, more: 1 })],
    ['a key to sign with, and no keys', '{"current":"a","keys":{}}'],
  ])('cannot be read: %s', (_, text) => {
    expect(readKeyRing(text)).toEqual({ kind: 'unreadable' });
  });

  it('may follow each other when both keys that sign are in both', () => {
    const before: KeyRing = { current: 'a', keys: { a: key(1), b: key(2) } };

    expect(follows(rotated(before, randomBytes), before)).toBe(true);
    expect(follows({ current: 'b', keys: { b: key(2), c: key(3) } }, before)).toBe(false);
    expect(follows({ current: 'c', keys: { a: key(1), c: key(3) } }, before)).toBe(false);
    expect(follows({ current: 'b', keys: { a: key(1), b: key(9) } }, before)).toBe(false);
    expect(follows({ current: 'b', keys: { a: key(9), b: key(2) } }, before)).toBe(false);
  });
});
