import fc from 'fast-check';
import { rotateSecret } from '../../../../../infra/aws/key-rotation/rotate-secret.ts';
import { RotationError } from '../../../../../infra/aws/key-rotation/rotation-error.ts';
import { hmacCallContextIds } from '../../../../../shared/adapters/hmac/hmac-call-context-ids.ts';
import { LoadedSigningKeys } from '../../../../../shared/adapters/secrets/loaded-signing-keys.ts';
import { defaultContextLifetimeMs } from '../../../../../shared/domain/call-context.ts';
import { epochMs, type EpochMs } from '../../../../../shared/domain/time.ts';
import { BridgeError } from '../../../../../shared/errors.ts';
import type { CallContextIds } from '../../../../../shared/ports/call-context-ids.ts';
import { idsFake } from '../../../../support/ids-fake.ts';
import { TimersFake } from '../../../../support/timers-fake.ts';
import { SecretFake } from './secret-fake.ts';

const minute = 60_000;
const steps = ['createSecret', 'setSecret', 'testSecret', 'finishSecret'] as const;
/** How far a replica of the secret is behind, in each Region that has functions. */
const replicaLagMs = [0, 20_000, minute];

const command = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constant('wait' as const), minutes: fc.integer({ min: 1, max: 150 }) }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('rotation' as const) }) },
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('step' as const),
      step: fc.constantFrom(...steps),
      /** Of which rotation, counted back from the latest: late ones come again. */
      back: fc.nat(2),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('whole rotation' as const) }) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('sign' as const), by: fc.nat(replicaLagMs.length - 1) }) },
);
type Command = typeof command extends fc.Arbitrary<infer One> ? One : never;

/** A secret after its first rotation, functions in several Regions that read it, and the ids that they have signed. */
class World {
  readonly time = new TimersFake();
  readonly #secret = new SecretFake(this.time);
  readonly #random = idsFake();
  readonly #rotations: string[] = [];
  readonly #signed: { readonly id: string; readonly expiresAt: EpochMs }[] = [];
  readonly #functions: readonly CallContextIds[] = replicaLagMs.map((lag) =>
    hmacCallContextIds({ keys: this.#keysOf(lag), region: 'us-east-1', ids: this.#random }),
  );
  refused = 0;

  static async create(): Promise<World> {
    const world = new World();
    await world.run({ kind: 'whole rotation' });
    await world.time.advanceBy(2 * minute);
    return world;
  }

  async run(command: Command): Promise<void> {
    if (command.kind === 'wait') return this.time.advanceBy(command.minutes * minute);
    if (command.kind === 'sign') return this.#sign(command.by);
    if (command.kind === 'step') return this.#step(command.step, this.#rotations.at(-1 - command.back));
    this.#startRotation();
    if (command.kind === 'whole rotation') for (const step of steps) await this.#step(step, this.#rotations.at(-1));
  }

  /** Ids that have not expired, and that some function does not believe. */
  async notBelieved(): Promise<readonly string[]> {
    const now = this.time.now();
    const wrong: string[] = [];
    for (const { id } of this.#signed.filter(({ expiresAt }) => now < expiresAt))
      for (const each of this.#functions) {
        await each.ready({ id });
        const { kind } = each.check(id, now);
        if (kind !== 'valid') wrong.push(`${kind}: ${id}`);
      }
    return wrong;
  }

  #keysOf(lag: number): LoadedSigningKeys {
    const read = (): Promise<string> => {
      const text = this.#secret.textBefore(lag);
      return text === undefined ? Promise.reject(new BridgeError('store-unavailable', 'none')) : Promise.resolve(text);
    };
    const { time } = this;
    return new LoadedSigningKeys({ secrets: { read }, secret: 'keys', clock: time, timers: time, onTrouble: () => {} });
  }

  #startRotation(): void {
    const id = `rotation-${this.#rotations.length}`;
    try {
      this.#secret.startRotation(id);
      this.#rotations.push(id);
    } catch {
      // One is under way: Secrets Manager takes it up again instead.
    }
  }

  async #step(step: string, id: string | undefined): Promise<void> {
    if (id === undefined) return;
    const event = { Step: step, SecretId: 'keys', ClientRequestToken: id };
    const options = {
      versions: this.#secret,
      randomBytes: (count: number) => this.#random.randomBytes(count),
      now: () => this.time.now(),
    };
    await rotateSecret(event, options).catch((error: unknown) => {
      if (!(error instanceof RotationError)) throw error;
      this.refused += 1;
    });
  }

  async #sign(by: number): Promise<void> {
    const signer = this.#functions[by]!;
    await signer.ready();
    const expiresAt = epochMs(this.time.now() + defaultContextLifetimeMs);
    this.#signed.push({ id: signer.issue({ reasonId: 'billing', expiresAt }), expiresAt });
  }
}

describe('call-context ids', () => {
  it('are believed in every Region until they expire, whatever becomes of rotations and in whatever order their steps come', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(command, { minLength: 10, maxLength: 60 }), async (commands) => {
        const world = await World.create();

        for (const each of commands) {
          await world.run(each);

          expect(await world.notBelieved()).toEqual([]);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('signed a moment before each of two rotations that follow as soon as they may are believed', async () => {
    const world = await World.create();

    for (let rotation = 0; rotation < 5; rotation += 1) {
      await world.run({ kind: 'sign', by: 2 });
      await world.run({ kind: 'whole rotation' });
      await world.run({ kind: 'sign', by: 2 });
      expect(await world.notBelieved()).toEqual([]);
      await world.run({ kind: 'wait', minutes: 59 });
      expect(await world.notBelieved()).toEqual([]);
      await world.run({ kind: 'wait', minutes: 61 });
    }

    // The first of them, two minutes after the secret's first keys, and all it does.
    expect(world.refused).toBe(3);
  });
});
