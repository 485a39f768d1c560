/** A promise that its maker resolves, and the value as soon as there is one; only the first resolution counts. */
export class SettledOnce<Value extends object> {
  readonly promise: Promise<Value>;
  #value: Value | undefined;
  readonly #resolve: (value: Value) => void;

  constructor() {
    const { promise, resolve } = Promise.withResolvers<Value>();
    this.promise = promise;
    this.#resolve = resolve;
  }

  get settled(): boolean {
    return this.#value !== undefined;
  }

  settle(value: Value): void {
    this.#value ??= value;
    this.#resolve(value);
  }
}
