import { firstKeyRing, keyRingText, readKeyRing } from '../../../../../infra/aws/key-rotation/key-ring.ts';
import { rotateSecret, shortestIntervalMs } from '../../../../../infra/aws/key-rotation/rotate-secret.ts';
import { idsFake } from '../../../../support/ids-fake.ts';
import { TimersFake } from '../../../../support/timers-fake.ts';
import { SecretFake } from './secret-fake.ts';

const steps = ['createSecret', 'setSecret', 'testSecret', 'finishSecret'] as const;

describe('a rotation of signing keys', () => {
  let time: TimersFake;
  let secret: SecretFake;
  let randomBytes: (count: number) => Uint8Array;
  beforeEach(() => {
    time = new TimersFake();
    secret = new SecretFake(time);
    const ids = idsFake();
    randomBytes = (count) => ids.randomBytes(count);
  });

  const step = (id: string, name: string): Promise<void> =>
    rotateSecret(
      { Step: name, SecretId: 'bank/keys', ClientRequestToken: id },
      { versions: secret, randomBytes, now: () => time.now() },
    );
  const rotate = async (id: string): Promise<void> => {
    secret.startRotation(id);
    for (const name of steps) await step(id, name);
  };
  const signing = (): string | undefined => {
    const read = readKeyRing(secret.text ?? '');
    return read.kind === 'ring' ? `${read.ring.current} of ${Object.keys(read.ring.keys).sort().join('')}` : read.kind;
  };

  it.each([undefined, '{"keys":{},"unused":"x7"}'])(
    'makes the first keys of a secret that has none: %s',
    async (text) => {
      if (text !== undefined) secret.putByHand(text);

      await rotate('1');

      expect(signing()).toBe('a of ab');
    },
  );

  it('has the next key sign each time, and keeps the one before', async () => {
    const seen: unknown[] = [];

    for (const id of ['1', '2', '3', '4']) {
      await rotate(id);
      seen.push(signing());
      await time.advanceBy(shortestIntervalMs);
    }

    expect(seen).toEqual(['a of ab', 'b of abc', 'c of bcd', 'd of cde']);
  });

  it('leaves what is done as it is when a step comes again, even after the last', async () => {
    secret.startRotation('1');

    for (const name of steps) for (let time = 0; time < 3; time += 1) await step('1', name);
    const once = secret.text;
    for (const name of steps) await step('1', name);
    secret.takeOffPending();
    for (const name of steps) await step('1', name);

    expect(secret.text).toBe(once);
    expect(signing()).toBe('a of ab');
  });

  it.each(['testSecret', 'finishSecret'])('does not come to %s before there are keys', async (name) => {
    secret.startRotation('1');

    await expect(step('1', name)).rejects.toThrow('createSecret comes first');
    expect(secret.text).toBeUndefined();
  });

  it.each(steps)('that is over is not taken up again: %s', async (name) => {
    await rotate('1');
    await time.advanceBy(shortestIntervalMs);
    await rotate('2');

    await expect(step('1', name)).rejects.toThrow('this rotation is over');
    expect(signing()).toBe('b of abc');
  });

  it('is refused within two hours of the last one, for what was signed before may still be believed', async () => {
    await rotate('1');
    await time.advanceBy(shortestIntervalMs - 1);
    secret.startRotation('2');

    await expect(step('2', 'createSecret')).rejects.toThrow('less than 120 minutes ago');
    await time.advanceBy(1);
    for (const name of steps) await step('2', name);

    expect(signing()).toBe('b of abc');
  });

  it('is refused within two hours of keys that somebody put in by hand', async () => {
    secret.putByHand(keyRingText(firstKeyRing(randomBytes)));
    secret.startRotation('1');

    await expect(step('1', 'createSecret')).rejects.toThrow('less than 120 minutes ago');
  });

  it('gives a next key at once to one that somebody put in by hand', async () => {
    secret.putByHand(JSON.stringify({ current: 'k', keys: { k: Buffer.alloc(32, 7).toString('base64') } }));

    await rotate('1');

    expect(signing()).toBe('k of kl');
  });

  it('does not undo what somebody changed by hand while it was under way', async () => {
    await rotate('1');
    await time.advanceBy(shortestIntervalMs);
    secret.startRotation('2');
    await step('2', 'createSecret');
    const inHaste = JSON.stringify({ current: 'x', keys: { x: Buffer.alloc(32, 9).toString('base64') } });
    secret.putByHand(inHaste);

    await expect(step('2', 'testSecret')).rejects.toThrow('changed after these were made');
    await expect(step('2', 'finishSecret')).rejects.toThrow('changed after these were made');
    expect(secret.text).toBe(inHaste);
  });

  it('leaves alone what it cannot read, and does not show it', async () => {
    secret.putByHand('hunter2');
    secret.startRotation('1');

    const creating = step('1', 'createSecret');

    await expect(creating).rejects.toThrow('not in the form of CONTEXT_SIGNING_KEYS');
    await expect(creating).rejects.not.toThrow('hunter2');
    expect(secret.text).toBe('hunter2');
  });

  it.each([{}, { Step: 'dropSecret', SecretId: 's', ClientRequestToken: '1' }, 'hello'])(
    'is not begun by anything but Secrets Manager: %j',
    async (event) => {
      const invoking = rotateSecret(event, { versions: secret, randomBytes, now: () => time.now() });

      await expect(invoking).rejects.toThrow('no event of a Secrets Manager rotation');
    },
  );
});
