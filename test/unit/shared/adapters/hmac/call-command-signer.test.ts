import fc from 'fast-check';
import { hmacCallCommandSigner } from '../../../../../shared/adapters/hmac/call-command-signer.ts';
import type { SigningKeys } from '../../../../../shared/adapters/hmac/signing-keys.ts';
import type { CallCommand } from '../../../../../shared/domain/call-flow/call-command.ts';
import { epochMs } from '../../../../../shared/domain/time.ts';
import type { CallCommandSigner } from '../../../../../shared/ports/call-commands.ts';
import { BridgeError } from '../../../../../shared/errors.ts';
import { LoadedSigningKeys } from '../../../../../shared/adapters/secrets/loaded-signing-keys.ts';
import { idsFake } from '../../../../support/ids-fake.ts';
import { TimersFake } from '../../../../support/timers-fake.ts';

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
    { case: 'an adviser has left this meeting', command: { command: 'adviserLeft', meetingId: 'meeting-1' } },
    {
      case: 'this adviser dropped out of this meeting at that time',
      command: {
        command: 'adviserDropped',
        meetingId: 'meeting-1',
        attendeeId: 'attendee-2',
        happenedAt: '1795014000000',
      },
    },
    { case: 'this adviser is there', command: { command: 'adviserJoined', attendeeId: 'attendee-2' } },
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
    { case: 'command', change: { command: 'adviserJoined', destination: undefined, meetingId: 'meeting-1' } },
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

describe('what news of an adviser is about', () => {
  const signer = signerOf({ current: 'a', keys: new Map([['a', keyA]]) });
  const news: CallCommand = {
    command: 'adviserLeft',
    meetingId: 'meeting-1',
    attendeeId: 'attendee-2',
    happenedAt: '1795014000000',
  };
  const sent = signer.sign(call, news, now);

  it.each([
    { meetingId: 'meeting-2' },
    { meetingId: undefined },
    { attendeeId: 'attendee-3' },
    { attendeeId: undefined },
    { meetingId: 'attendee-2', attendeeId: 'meeting-1' },
    { meetingId: undefined, attendeeId: undefined, happenedAt: undefined },
    { happenedAt: '1795014000001' },
  ])('is signed, too: %j', (change) => {
    expect(signer.check(call, { ...sent, ...change }, now)).toEqual({ kind: 'refused', because: 'forged' });
  });
});

describe('keys of commands that lie in a secret', () => {
  const textOf = (current: string, keys: Readonly<Record<string, Uint8Array>>): string =>
    JSON.stringify({
      current,
      keys: Object.fromEntries(Object.entries(keys).map(([id, key]) => [id, Buffer.from(key).toString('base64')])),
    });
  let time: TimersFake;
  let secret: string | undefined;
  let trouble: unknown[];
  beforeEach(() => {
    time = new TimersFake(now);
    secret = textOf('a', { a: keyA });
    trouble = [];
  });

  const signerOfSecret = (): CallCommandSigner =>
    hmacCallCommandSigner({
      keys: new LoadedSigningKeys({
        secrets: { read: async () => secret ?? Promise.reject(new BridgeError('store-unavailable', 'down')) },
        secret: 'bank/commands',
        setting: 'CALL_COMMAND_SECRET',
        clock: time,
        timers: time,
        onTrouble: (_error, setting) => trouble.push(setting),
      }),
      ids: idsFake(),
    });

  it('sign and believe from one side to the other, when both have made themselves ready', async () => {
    const [console, sma] = [signerOfSecret(), signerOfSecret()];

    await console.ready();
    const sent = console.sign(call, transfer, now);
    await sma.ready(sent);

    expect(sma.check(call, sent, now)).toMatchObject({ kind: 'valid', command: transfer });
  });

  it('are rotated while both run: a command of the new key is believed at once, one of the old key still', async () => {
    const [console, sma] = [signerOfSecret(), signerOfSecret()];
    await Promise.all([console.ready(), sma.ready()]);
    const before = console.sign(call, transfer, now);
    secret = textOf('b', { a: keyA, b: keyB });

    const restarted = signerOfSecret();
    await restarted.ready();
    const after = restarted.sign(call, transfer, now);
    await sma.ready(after);

    expect(after['signature']).toMatch(/^b\./);
    expect([before, after].map((sent) => sma.check(call, sent, now).kind)).toEqual(['valid', 'valid']);
  });

  it('cannot be had: nothing is signed, and what comes is refused as nobody can tell whose it is', async () => {
    secret = undefined;
    const signer = signerOfSecret();
    const sent = signerOf({ current: 'a', keys: new Map([['a', keyA]]) }).sign(call, transfer, now);

    await signer.ready(sent);

    expect(() => signer.sign(call, transfer, now)).toThrow(expect.objectContaining({ code: 'store-unavailable' }));
    expect(signer.check(call, sent, now)).toEqual({ kind: 'refused', because: 'unverifiable' });
    expect(trouble).toEqual(['CALL_COMMAND_SECRET']);
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
    {
      case: 'a meeting for hanging up',
      received: { ...sent, command: 'hangUp', destination: undefined, meetingId: 'm1' },
    },
    {
      case: 'an attendee for muting',
      received: { ...sent, command: 'mute', destination: undefined, attendeeId: 'a1' },
    },
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
