import { hmacCallContextIds } from '../../../../../shared/adapters/hmac/hmac-call-context-ids.ts';
import {
  optionalSigningKeys,
  signingKeysOfSettings,
  type SigningKeyLoading,
} from '../../../../../shared/adapters/secrets/signing-keys-of-settings.ts';
import type { SigningKeySource } from '../../../../../shared/adapters/hmac/signing-key-source.ts';
import { BridgeError } from '../../../../../shared/errors.ts';
import { contextCreatedAt, contextExpiresAt } from '../../../../support/call-context-builder.ts';
import { idsFake } from '../../../../support/ids-fake.ts';
import { TimersFake } from '../../../../support/timers-fake.ts';

const keys = JSON.stringify({ current: 'a', keys: { a: Buffer.alloc(32, 1).toString('base64') } });
const broken = keys.slice(0, -1);

interface Changes extends Partial<SigningKeyLoading> {
  readonly keys?: string;
  readonly secret?: string;
}

describe('the signing keys of a function', () => {
  const trouble: unknown[] = [];
  const loading = (changes: Partial<SigningKeyLoading> = {}): SigningKeyLoading => {
    const time = new TimersFake();
    trouble.length = 0;
    return {
      secrets: { read: (name) => Promise.resolve(name === 'bank/context-keys' ? keys : broken) },
      clock: time,
      timers: time,
      onTrouble: (error, setting) => trouble.push([setting, error]),
      ...changes,
    };
  };
  const settings = ({ keys: text, secret, ...changes }: Changes): SigningKeySource =>
    signingKeysOfSettings(
      'CONTEXT_SIGNING',
      { CONTEXT_SIGNING_KEYS: text, CONTEXT_SIGNING_SECRET: secret },
      loading(changes),
    );

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
    expect(trouble).toEqual([
      ['CONTEXT_SIGNING_KEYS', expect.objectContaining({ message: 'CONTEXT_SIGNING_KEYS: not JSON' })],
    ]);
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
    expect(trouble).toEqual([[expect.stringMatching(/^CONTEXT_SIGNING_(KEYS|SECRET)$/), expect.any(BridgeError)]]);
    expect(JSON.stringify(trouble.map(String))).not.toContain(Buffer.alloc(32, 1).toString('base64'));
  });

  it.each(['LOOK_UP_SIGNING', 'CALL_COMMAND'] as const)(
    'lie under names of their own for each purpose, where another purpose’s are of no use: %s',
    async (purpose) => {
      const ofSecret = optionalSigningKeys(purpose, { [`${purpose}_SECRET`]: 'bank/context-keys' }, loading());
      await ofSecret?.ready();
      const ofText = optionalSigningKeys(purpose, { [`${purpose}_KEYS`]: keys }, loading());
      const ofAnother = optionalSigningKeys(purpose, { CONTEXT_SIGNING_KEYS: keys }, loading());

      expect([ofSecret?.atHand()?.current, ofText?.atHand()?.current]).toEqual(['a', 'a']);
      expect(ofAnother).toBeUndefined();
      expect(trouble).toEqual([]);
    },
  );

  it('name the setting that they hang on when the secret holds no keys', async () => {
    const source = optionalSigningKeys('CALL_COMMAND', { CALL_COMMAND_SECRET: 'bank/garbage' }, loading());

    await source?.ready();

    expect(trouble).toEqual([
      ['CALL_COMMAND_SECRET', expect.objectContaining({ message: 'CALL_COMMAND_SECRET: not JSON' })],
    ]);
  });

  it('are not there for what a function may do without when its settings hold garbage, which is told', () => {
    const source = optionalSigningKeys('LOOK_UP_SIGNING', { LOOK_UP_SIGNING_KEYS: broken }, loading());

    expect(source).toBeUndefined();
    expect(trouble).toEqual([['LOOK_UP_SIGNING_KEYS', expect.any(BridgeError)]]);
  });
});
