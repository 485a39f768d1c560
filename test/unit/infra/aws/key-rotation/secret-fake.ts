import { RotationError } from '../../../../../infra/aws/key-rotation/rotation-error.ts';
import type {
  DescribedSecret,
  SecretVersion,
  SecretVersions,
} from '../../../../../infra/aws/key-rotation/secret-versions.ts';
import type { Clock } from '../../../../../shared/ports/clock.ts';

interface Version {
  text: string | undefined;
  createdAt: number;
  readonly labels: Set<string>;
}

/** One secret, with the versions and labels that Secrets Manager keeps of it. */
export class SecretFake implements SecretVersions {
  readonly #clock: Clock;
  readonly #versions = new Map<string, Version>();
  #lastRotatedAt: number | undefined;
  /** What was put in force, and when: a replica in another Region has it later. */
  readonly #history: { readonly at: number; readonly text: string }[] = [];
  #byHand = 0;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** As RotateSecret does before it invokes the function; a rotation under way is to come to its end first. */
  startRotation(id: string): void {
    const pending = this.#labelled('AWSPENDING');
    if (pending !== undefined && !pending[1].labels.has('AWSCURRENT')) throw new Error('a rotation is under way');
    pending?.[1].labels.delete('AWSPENDING');
    this.#versions.set(id, { text: undefined, createdAt: this.#clock.now(), labels: new Set(['AWSPENDING']) });
  }

  /** As Secrets Manager does with a rotation that is over, sooner or later. */
  takeOffPending(): void {
    this.#labelled('AWSPENDING')?.[1].labels.delete('AWSPENDING');
  }

  /** As an operator does. */
  putByHand(text: string): void {
    const id = `by-hand-${(this.#byHand += 1)}`;
    this.#versions.set(id, { text, createdAt: this.#clock.now(), labels: new Set() });
    this.#putInForce(id);
  }

  /** The text in force so many milliseconds ago; undefined: there was none. */
  textBefore(milliseconds: number): string | undefined {
    return this.#history.findLast(({ at }) => at <= this.#clock.now() - milliseconds)?.text;
  }

  get text(): string | undefined {
    return this.textBefore(0);
  }

  describe(): Promise<DescribedSecret> {
    const labels = new Map([...this.#versions].map(([id, version]) => [id, [...version.labels]]));
    return Promise.resolve({ labels, lastRotatedAt: this.#lastRotatedAt });
  }

  current(): Promise<SecretVersion | undefined> {
    const id = this.#labelled('AWSCURRENT')?.[0];
    return id === undefined ? Promise.resolve(undefined) : this.version('', id);
  }

  version(_secret: string, id: string): Promise<SecretVersion | undefined> {
    const { text, createdAt } = this.#versions.get(id) ?? {};
    return Promise.resolve(text === undefined ? undefined : { id, text, createdAt });
  }

  putPending(_secret: string, id: string, text: string): Promise<void> {
    const version = this.#versions.get(id)!;
    if (version.text === undefined) Object.assign(version, { text, createdAt: this.#clock.now() });
    return Promise.resolve();
  }

  makeCurrent(_secret: string, id: string, instead: string | undefined): Promise<void> {
    if (this.#labelled('AWSCURRENT')?.[0] !== instead) return Promise.reject(new RotationError('it is another'));
    this.#putInForce(id);
    this.#lastRotatedAt = this.#clock.now();
    return Promise.resolve();
  }

  #putInForce(id: string): void {
    for (const { labels } of this.#versions.values()) labels.delete('AWSCURRENT');
    const version = this.#versions.get(id)!;
    version.labels.add('AWSCURRENT');
    this.#history.push({ at: this.#clock.now(), text: version.text ?? '' });
  }

  #labelled(label: string): [string, Version] | undefined {
    return [...this.#versions].find(([, { labels }]) => labels.has(label));
  }
}
