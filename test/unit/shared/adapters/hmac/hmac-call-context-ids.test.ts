import fc from 'fast-check';
import { hmacCallContextIds } from '../../../../../shared/adapters/hmac/hmac-call-context-ids.ts';
import { noKeys, type SigningKeySource } from '../../../../../shared/adapters/hmac/signing-key-source.ts';
import { parseSigningKeys, type SigningKeys } from '../../../../../shared/adapters/hmac/signing-keys.ts';
import { clockToleranceMs } from '../../../../../shared/domain/expiry.ts';
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

  it('expire with the minute in which their context does, by a clock that is 5 minutes ahead', () => {
    const id = ids.issue({ reasonId: 'billing', expiresAt: epochMs(expiresAt + 1) });
    const end = expiresAt + 60_000 + clockToleranceMs;

    expect(ids.check(id, epochMs(end - 1)).kind).toBe('valid');
    expect(ids.check(id, epochMs(end))).toEqual({ kind: 'expired' });
  });

  it('are believed by a clock that is hours behind', () => {
    const id = ids.issue({ reasonId: 'billing', expiresAt });

    expect(ids.check(id, epochMs(now - 5 * 3_600_000)).kind).toBe('valid');
  });

  it('are forged first, and expired only when they are ours', () => {
    const id = idsOf({ current: 'a', keys: new Map([['a', keyB]]) }).issue({ reasonId: 'billing', expiresAt });

    expect(ids.check(id, epochMs(expiresAt + 86_400_000))).toEqual({ kind: 'forged' });
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

describe('call-context ids without the key they were signed with', () => {
  const id = idsOf({ current: 'b', keys: new Map([['b', keyB]]) }).issue({ reasonId: 'billing', expiresAt });
  const idsFrom = (source: Partial<SigningKeySource>): CallContextIds =>
    hmacCallContextIds({ keys: { ...noKeys, ...source }, region: 'us-east-1', ids: idsFake() });
  const onlyA = { atHand: () => ({ current: 'a', keys: new Map([['a', keyA]]) }) };

  it('are not verifiable while there is no key at all, and nothing of them is given', () => {
    expect(idsFrom({}).check(id, now)).toEqual({ kind: 'unverifiable' });
  });

  it('are not verifiable while there may be a newer key', () => {
    expect(idsFrom({ ...onlyA, mayBeBehind: () => true }).check(id, now)).toEqual({ kind: 'unverifiable' });
  });

  it('are forged when all keys are known', () => {
    expect(idsFrom({ ...onlyA, mayBeBehind: () => false }).check(id, now)).toEqual({ kind: 'forged' });
  });

  it('are malformed all the same when they are no ids', () => {
    expect(idsFrom({}).check('hello', now)).toEqual({ kind: 'malformed' });
  });

  it('cannot be issued', () => {
    const issue = (): unknown => idsFrom({}).issue({ reasonId: 'billing', expiresAt });

    expect(issue).toThrow(expect.objectContaining({ code: 'store-unavailable' }));
  });

  it('ask for that key by its name', async () => {
    const asked: unknown[] = [];
    const ids = idsFrom({ ready: async (keyId) => void asked.push(keyId) });

    await ids.ready({ id });
    await ids.ready({ id: 'hello' });
    await ids.ready();

    expect(asked).toEqual(['b', undefined, undefined]);
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
