import { LoadedSigningKeys } from '../../../../../shared/adapters/secrets/loaded-signing-keys.ts';
import { epochMs } from '../../../../../shared/domain/time.ts';
import { BridgeError } from '../../../../../shared/errors.ts';
import type { Secrets } from '../../../../../shared/ports/secrets.ts';
import { TimersFake } from '../../../../support/timers-fake.ts';

const minute = 60_000;
const keyText = (...ids: string[]): string =>
  JSON.stringify({
    current: ids.at(-1),
    keys: Object.fromEntries(ids.map((id) => [id, Buffer.alloc(32, id).toString('base64')])),
  });

class SecretsFake implements Secrets {
  /** What is answered from now on; undefined: it cannot be had; 'silence': no answer until nobody waits. */
  text: string | undefined = keyText('a');
  readonly asked: string[] = [];
  givenUp = 0;

  read(name: string, { signal }: { readonly signal?: AbortSignal } = {}): Promise<string> {
    this.asked.push(name);
    signal?.addEventListener('abort', () => (this.givenUp += 1));
    if (this.text === 'silence')
      return new Promise((_, reject) => signal?.addEventListener('abort', () => reject(signal.reason as Error)));
    return this.text === undefined
      ? Promise.reject(new BridgeError('store-unavailable', 'throttled'))
      : Promise.resolve(this.text);
  }
}

describe('signing keys out of a secret', () => {
  let time: TimersFake;
  /** By how much the clock is ahead of the timers: a frozen function's timers stand still, and its clock does not. */
  let ahead: number;
  let secrets: SecretsFake;
  let trouble: unknown[];
  let keys: LoadedSigningKeys;
  beforeEach(() => {
    time = new TimersFake();
    ahead = 0;
    secrets = new SecretsFake();
    trouble = [];
    keys = new LoadedSigningKeys({
      secrets,
      secret: 'bank/context-keys',
      clock: { now: () => epochMs(time.now() + ahead) },
      timers: time,
      onTrouble: (error) => trouble.push(error),
    });
  });
  const idsAtHand = (): string[] => [...(keys.atHand()?.keys.keys() ?? [])];

  it('are loaded when they are first needed, and kept', async () => {
    await keys.ready();
    await keys.ready('a');

    expect(idsAtHand()).toEqual(['a']);
    expect(secrets.asked).toEqual(['bank/context-keys']);
    expect(keys.mayBeBehind()).toBe(false);
    expect(trouble).toEqual([]);
  });

  it('are loaded once for all who need them at the same time', async () => {
    await Promise.all([keys.ready(), keys.ready('a'), keys.ready()]);

    expect(secrets.asked).toHaveLength(1);
  });

  it('are loaded again after five minutes, so that one that has been retired is believed no longer', async () => {
    secrets.text = keyText('a', 'b');
    await keys.ready();
    secrets.text = keyText('b');

    await time.advanceBy(5 * minute - 1);
    await keys.ready('a');
    const before = idsAtHand();
    await time.advanceBy(1);
    await keys.ready('a');

    expect(before).toEqual(['a', 'b']);
    expect(idsAtHand()).toEqual(['b']);
  });

  it('are loaded again at once for a key that is not among them, but not more than once a minute', async () => {
    await keys.ready();
    secrets.text = keyText('a', 'b');

    await keys.ready('b');
    const afterRotation = idsAtHand();
    await keys.ready('c');
    await time.advanceBy(minute - 1);
    await keys.ready('c');
    const askedWithinTheMinute = secrets.asked.length;
    await time.advanceBy(1);
    await keys.ready('c');

    expect(afterRotation).toEqual(['a', 'b']);
    expect([askedWithinTheMinute, secrets.asked.length]).toEqual([2, 3]);
  });

  it('are tried for again after five seconds while there are none', async () => {
    secrets.text = undefined;

    await keys.ready();
    await time.advanceBy(4999);
    await keys.ready();
    const tries = secrets.asked.length;
    secrets.text = keyText('a');
    await time.advanceBy(1);
    await keys.ready();

    expect(tries).toBe(1);
    expect(idsAtHand()).toEqual(['a']);
    expect(keys.mayBeBehind()).toBe(false);
    expect(trouble).toEqual([expect.objectContaining({ code: 'store-unavailable' })]);
  });

  it('stay in force, and may be behind, while newer ones cannot be had', async () => {
    await keys.ready();
    secrets.text = undefined;

    await keys.ready('b');
    const behind = keys.mayBeBehind();
    await time.advanceBy(minute - 1);
    await keys.ready('b');
    const tries = secrets.asked.length;
    secrets.text = keyText('a', 'b');
    await time.advanceBy(1);
    await keys.ready();

    expect([behind, tries]).toEqual([true, 2]);
    expect(idsAtHand()).toEqual(['a', 'b']);
    expect(keys.mayBeBehind()).toBe(false);
  });

  it('stay in force when the secret is changed to something that holds none, which is not shown', async () => {
    await keys.ready();
    secrets.text = '{"current":"b","keys":{"b":"dG9vIHNob3J0"}}';

    await keys.ready('b');

    expect(idsAtHand()).toEqual(['a']);
    expect(trouble).toEqual([
      expect.objectContaining({
        code: 'environment-invalid',
        message: 'CONTEXT_SIGNING_SECRET: key "b" has fewer than 32 bytes',
      }),
    ]);
  });

  it('are waited for no longer than 600 ms, and the request is given up', async () => {
    secrets.text = 'silence';
    let over = false;

    const ready = keys.ready().then(() => {
      over = true;
    });
    await time.advanceBy(599);
    const early = over;
    await time.advanceBy(1);
    await ready;

    expect([early, secrets.givenUp]).toEqual([false, 1]);
    expect(keys.mayBeBehind()).toBe(true);
    expect(trouble).toEqual([expect.objectContaining({ code: 'store-unavailable' })]);
    expect(time.pending).toBe(0);
  });

  it('are given up with the invocation that waits for them, and loaded for the next one', async () => {
    secrets.text = 'silence';
    const invocation = new AbortController();

    const waiting = keys.ready(undefined, invocation.signal);
    invocation.abort();
    await waiting;
    secrets.text = keyText('a');
    await time.advanceBy(5000);
    await keys.ready();

    expect(idsAtHand()).toEqual(['a']);
  });

  it('are loaded, once, by who comes after a function stood still in the middle of it', async () => {
    secrets.text = 'silence';
    const before = keys.ready();
    await time.advanceBy(0);
    secrets.text = keyText('a');

    const after = [keys.ready(), keys.ready()];
    ahead = 3_600_000;
    await time.advanceBy(600);
    await Promise.all([before, ...after]);

    expect(idsAtHand()).toEqual(['a']);
    expect(secrets.asked).toHaveLength(2);
  });

  it('are loaded again when the clock was put back', async () => {
    await keys.ready();
    secrets.text = keyText('a', 'b');
    ahead = -3_600_000;

    await keys.ready();

    expect(idsAtHand()).toEqual(['a', 'b']);
  });
});
