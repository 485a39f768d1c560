import fc from 'fast-check';
import { hmacCallCommandSigner } from '../../../../../shared/adapters/hmac/call-command-signer.ts';
import type { SigningKeys } from '../../../../../shared/adapters/hmac/signing-keys.ts';
import type { CallCommand } from '../../../../../shared/domain/call-flow/call-command.ts';
import { epochMs } from '../../../../../shared/domain/time.ts';
import type { CallCommandSigner } from '../../../../../shared/ports/call-commands.ts';
import { idsFake } from '../../../../support/ids-fake.ts';

const call = '00000000-0000-4000-8000-000000000001';
const now = epochMs(Date.parse('2026-11-18T15:00:00Z'));
const keyA = new Uint8Array(32).fill(1);
const keyB = new Uint8Array(32).fill(2);
const transfer: CallCommand = { command: 'transfer', destination: 'branch:tacoma' };

function signerOf(keys: SigningKeys): CallCommandSigner {
  return hmacCallCommandSigner({ keys, ids: idsFake() });
}

describe('a signed command', () => {
  const signer = signerOf({ current: 'a', keys: new Map([['a', keyA]]) });

  it.each<{ case: string; command: CallCommand }>([
    { case: 'transfer', command: transfer },
    { case: 'hang up', command: { command: 'hangUp' } },
    { case: 'an adviser is there', command: { command: 'adviserJoined' } },
  ])('is understood by the call it is for: $case', ({ command }) => {
    const sent = signer.sign(call, command, now);

    expect(signer.check(call, sent, now)).toEqual({ kind: 'valid', command, commandId: sent['commandId'] });
  });

  it('has an id of its own each time, so that it is done once however often it arrives', () => {
    const ids = Array.from({ length: 10 }, () => signer.sign(call, transfer, now)['commandId']);

    expect(new Set(ids).size).toBe(10);
  });

  it('fits into what PSTN Audio takes: 20 texts', () => {
    const sent = signer.sign(call, transfer, now);

    expect(Object.keys(sent).length).toBeLessThanOrEqual(20);
    expect(Object.values(sent).every((value) => typeof value === 'string')).toBe(true);
  });

  it('is not believed by another call', () => {
    const sent = signer.sign(call, transfer, now);

    expect(signer.check(`${call.slice(0, -1)}2`, sent, now)).toEqual({ kind: 'refused', because: 'forged' });
  });

  it.each([
    { case: 'destination', change: { destination: 'branch:bellevue' } },
    { case: 'id', change: { commandId: '00000000-0000-4000-8000-0000000000ff' } },
    { case: 'time', change: { issuedAt: String(now + 1) } },
    { case: 'key', change: { signature: 'b.AAAA' } },
    { case: 'length of the signature', change: { signature: 'a.AAAA' } },
  ])('is not believed with another $case', ({ change }) => {
    const sent = { ...signer.sign(call, transfer, now), ...change };

    expect(signer.check(call, sent, now)).toEqual({ kind: 'refused', because: 'forged' });
  });

  it('is not believed when the command is another', () => {
    const sent = { ...signer.sign(call, { command: 'mute' }, now), command: 'hangUp' };

    expect(signer.check(call, sent, now)).toEqual({ kind: 'refused', because: 'forged' });
  });

  it('is not believed when any one character of the signature is another', () => {
    const sent = signer.sign(call, transfer, now);
    const signature = sent['signature'] ?? '';

    fc.assert(
      fc.property(fc.nat(signature.length - 1), fc.constantFrom('a', 'b', 'X', '0', '-', '_', '.'), (at, letter) => {
        fc.pre(signature[at] !== letter);
        const changed = { ...sent, signature: `${signature.slice(0, at)}${letter}${signature.slice(at + 1)}` };

        expect(signer.check(call, changed, now)).toEqual({ kind: 'refused', because: 'forged' });
      }),
    );
  });

  it('is good for a minute, and while clocks differ by half of one', () => {
    const sent = signer.sign(call, transfer, now);
    const kindAt = (offset: number): string => signer.check(call, sent, epochMs(now + offset)).kind;

    expect([-30_000, 0, 60_000].map(kindAt)).toEqual(['valid', 'valid', 'valid']);
    expect(signer.check(call, sent, epochMs(now + 60_001))).toEqual({ kind: 'refused', because: 'expired' });
    expect(signer.check(call, sent, epochMs(now - 30_001))).toEqual({ kind: 'refused', because: 'expired' });
  });

  it('lives through a rotation of keys until the old key is retired', () => {
    const sent = signer.sign(call, transfer, now);
    const rotated = signerOf({ current: 'b', keys: new Map([['a', keyA]]).set('b', keyB) });
    const retired = signerOf({ current: 'b', keys: new Map([['b', keyB]]) });

    expect(rotated.check(call, sent, now).kind).toBe('valid');
    expect(retired.check(call, sent, now)).toEqual({ kind: 'refused', because: 'forged' });
  });
});

describe('what is no command of ours', () => {
  const signer = signerOf({ current: 'a', keys: new Map([['a', keyA]]) });
  const sent = signer.sign(call, transfer, now);
  const { destination: _, ...withoutDestination } = sent;

  it.each([
    { case: 'nothing', received: undefined },
    { case: 'text', received: 'transfer' },
    { case: 'somebody else’s arguments', received: { action: 'transfer' } },
    { case: 'another command', received: { ...sent, command: 'dial' } },
    { case: 'a number to dial', received: { ...sent, destination: '+12065550199' } },
    { case: 'a transfer to nowhere', received: withoutDestination },
    { case: 'a destination for hanging up', received: { ...sent, command: 'hangUp' } },
    { case: 'no signature', received: { ...sent, signature: undefined } },
  ])('is refused as malformed: $case', ({ received }) => {
    expect(signer.check(call, received, now)).toEqual({ kind: 'refused', because: 'malformed' });
  });

  it('never makes the check fail, whatever it is', () => {
    fc.assert(
      fc.property(fc.anything(), (received) => {
        expect(signer.check(call, received, now).kind).toBe('refused');
      }),
    );
  });
});
