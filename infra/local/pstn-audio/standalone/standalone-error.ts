/** Why the service cannot be started: one line each, with what to do. */
export class StandaloneError extends Error {
  override readonly name = 'StandaloneError';
  readonly problems: readonly string[];

  constructor(problems: readonly string[], options?: ErrorOptions) {
    super(problems.join('\n'), options);
    this.problems = problems;
  }
}

/** The system's code of an error, such as EADDRINUSE; its text when it has none. */
export function systemCode(error: unknown): string {
  const { code, message } = Object(error) as { readonly code?: unknown; readonly message?: unknown };
  return typeof code === 'string' ? code : typeof message === 'string' ? message : String(error);
}
