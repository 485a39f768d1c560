import fc from 'fast-check';
import { hmacCallContextIds } from '../../../../../shared/adapters/hmac/hmac-call-context-ids.ts';
import { parseSigningKeys, type SigningKeys } from '../../../../../shared/adapters/hmac/signing-keys.ts';
import { epochMs } from '../../../../../shared/domain/time.ts';
import type { CallContextIds } from '../../../../../shared/ports/call-context-ids.ts';
import { idsFake } from '../../../../support/ids-fake.ts';

const now = epochMs(Date.parse('2026-11-18T15:00:00Z'));
const expiresAt = epochMs(now + 3_600_000);
const keyA = new Uint8Array(32).fill(1);
const keyB = new Uint8Array(32).fill(2);

function idsOf(keys: SigningKeys): CallContextIds {
  return hmacCallContextIds({ keys, region: 'us-east-1', ids: idsFake() });
}

describe('signed call-context ids', () => {
  const ids = idsOf({ current: 'a', keys: new Map([['a', keyA]]) });

  it('are believed by who issued them, and carry region and reason', () => {
    const id = ids.issue({ reasonId: 'branch-visit', expiresAt });

    expect(ids.check(id, now)).toEqual({ kind: 'valid', id, region: 'use1', reasonHint: 'branch-vis' });
  });

  it('differ, though reason and expiry are the same', () => {
    const issued = Array.from({ length: 20 }, () => ids.issue({ reasonId: 'billing', expiresAt }));

    expect(new Set(issued).size).toBe(20);
  });

  it('are not believed when any one character is another', () => {
    const id = ids.issue({ reasonId: 'billing', expiresAt });

    fc.assert(
      fc.property(
        fc.nat(id.length - 1),
        fc.constantFrom('a', 'b', 'X', 'Y', '0', '1', '9', '-', '_', '.'),
        (at, letter) => {
          fc.pre(id[at] !== letter);
          return ids.check(id.slice(0, at) + letter + id.slice(at + 1), now).kind !== 'valid';
        },
      ),
    );
  });

  it('are forged when another key signed them under the same name', () => {
    const id = idsOf({ current: 'a', keys: new Map([['a', keyB]]) }).issue({ reasonId: 'billing', expiresAt });

    expect(ids.check(id, now)).toEqual({ kind: 'forged' });
  });

  it.each(['', 'hello', 'csi=1', 'x'.repeat(10_000)])('are malformed when they are no ids: %.20s', (text) => {
    expect(ids.check(text, now)).toEqual({ kind: 'malformed' });
  });

  it('expire with the minute in which their context does, not before it', () => {
    const id = ids.issue({ reasonId: 'billing', expiresAt: epochMs(expiresAt + 1) });

    expect(ids.check(id, epochMs(expiresAt + 1)).kind).toBe('valid');
    expect(ids.check(id, epochMs(expiresAt + 59_999)).kind).toBe('valid');
    expect(ids.check(id, epochMs(expiresAt + 60_000))).toEqual({ kind: 'expired' });
  });

  it('are forged first, and expired only when they are ours', () => {
    const id = idsOf({ current: 'a', keys: new Map([['a', keyB]]) }).issue({ reasonId: 'billing', expiresAt });

    expect(ids.check(id, epochMs(expiresAt + 60_000))).toEqual({ kind: 'forged' });
  });

  it('live through a rotation of keys until the old key is retired', () => {
    const id = ids.issue({ reasonId: 'billing', expiresAt });
    const rotated = idsOf({
      current: 'b',
      keys: new Map([
        ['a', keyA],
        ['b', keyB],
      ]),
    });
    const retired = idsOf({ current: 'b', keys: new Map([['b', keyB]]) });

    expect(rotated.check(id, now).kind).toBe('valid');
    expect(rotated.issue({ reasonId: 'billing', expiresAt })[11]).toBe('b');
    expect(retired.check(id, now)).toEqual({ kind: 'forged' });
  });
});

describe('signing keys', () => {
  const base64 = Buffer.from(keyA).toString('base64');

  it('are read from JSON', () => {
    const keys = parseSigningKeys(JSON.stringify({ current: 'a', keys: { a: base64 } }));

    expect(keys.current).toBe('a');
    expect(Buffer.from(keys.keys.get('a') ?? [])).toEqual(Buffer.from(keyA));
  });

  it.each([
    { case: 'not JSON', text: `{"current":"a","keys":{"a":"${base64}"}`, problem: 'not JSON' },
    {
      case: 'no key of that name',
      text: JSON.stringify({ current: 'b', keys: { a: base64 } }),
      problem: 'there is no key "b"',
    },
    {
      case: 'a short key',
      text: JSON.stringify({ current: 'a', keys: { a: 'c2hvcnQ=' } }),
      problem: 'fewer than 32 bytes',
    },
    { case: 'a long name', text: JSON.stringify({ current: 'key', keys: { key: base64 } }), problem: 'one character' },
  ])('are refused without being shown: $case', ({ text, problem }) => {
    const read = (): unknown => parseSigningKeys(text);

    expect(read).toThrow(
      expect.objectContaining({ code: 'environment-invalid', message: expect.stringContaining(problem) }),
    );
    expect(read).not.toThrow(base64);
  });
});
