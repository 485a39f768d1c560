interface Closable {
  close(): Promise<void>;
}

/** Gives a function that takes whatever a test has started; after the test it is closed, the last one first. */
export function closedAfterEach(): <Part extends Closable>(part: Part) => Part {
  let open = new AsyncDisposableStack();
  afterEach(async () => {
    const started = open;
    open = new AsyncDisposableStack();
    await started.disposeAsync();
  });
  return (part) => open.adopt(part, (started) => started.close());
}
