import { hmacCallContextIds } from '../../../../../shared/adapters/hmac/hmac-call-context-ids.ts';
import {
  signingKeysOfSettings,
  type SigningKeySettings,
} from '../../../../../shared/adapters/secrets/signing-keys-of-settings.ts';
import type { SigningKeySource } from '../../../../../shared/adapters/hmac/signing-key-source.ts';
import { BridgeError } from '../../../../../shared/errors.ts';
import { contextCreatedAt, contextExpiresAt } from '../../../../support/call-context-builder.ts';
import { idsFake } from '../../../../support/ids-fake.ts';
import { TimersFake } from '../../../../support/timers-fake.ts';

const keys = JSON.stringify({ current: 'a', keys: { a: Buffer.alloc(32, 1).toString('base64') } });
const broken = keys.slice(0, -1);

describe('the signing keys of a function', () => {
  const trouble: unknown[] = [];
  const settings = (changes: Partial<SigningKeySettings>): SigningKeySource => {
    const time = new TimersFake();
    trouble.length = 0;
    return signingKeysOfSettings({
      keys: undefined,
      secret: undefined,
      secrets: { read: (name) => Promise.resolve(name === 'bank/context-keys' ? keys : broken) },
      clock: time,
      timers: time,
      onTrouble: (error) => trouble.push(error),
      ...changes,
    });
  };

  it('are those of its settings, at hand without waiting', () => {
    const source = settings({ keys, secret: 'another' });

    expect(source.atHand()?.current).toBe('a');
    expect(trouble).toEqual([]);
  });

  it('come out of a secret where the settings name one instead', async () => {
    const source = settings({ secret: 'bank/context-keys' });

    await source.ready();

    expect(source.atHand()?.current).toBe('a');
    expect(trouble).toEqual([]);
  });

  it('come out of the secret when those in the settings cannot be read, which is told', async () => {
    const source = settings({ keys: broken, secret: 'bank/context-keys' });

    await source.ready();

    expect(source.atHand()?.current).toBe('a');
    expect(trouble).toEqual([expect.objectContaining({ message: 'CONTEXT_SIGNING_KEYS: not JSON' })]);
  });

  it.each([
    { case: 'the settings hold garbage', changes: { keys: broken } },
    { case: 'the settings hold nothing', changes: {} },
    { case: 'the secret holds garbage', changes: { secret: 'bank/garbage' } },
    {
      case: 'the secret cannot be had',
      changes: {
        secret: 'bank/context-keys',
        secrets: { read: () => Promise.reject(new BridgeError('store-unavailable', 'down')) },
      },
    },
  ])('are none when $case: it begins all the same, and believes no id', async ({ changes }) => {
    const id = hmacCallContextIds({ keys: settings({ keys }), region: 'us-east-1', ids: idsFake() }).issue({
      reasonId: 'billing',
      expiresAt: contextExpiresAt,
    });
    const ids = hmacCallContextIds({ keys: settings(changes), region: 'us-east-1', ids: idsFake() });

    await ids.ready({ id });

    expect(ids.check(id, contextCreatedAt)).toEqual({ kind: 'unverifiable' });
    expect(trouble).toEqual([expect.any(BridgeError)]);
    expect(JSON.stringify(trouble.map(String))).not.toContain(Buffer.alloc(32, 1).toString('base64'));
  });
});
