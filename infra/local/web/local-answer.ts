import type { ConsoleError } from '../../../shared/contracts/console-api.ts';

/** An answer of the local API, in the console API's manner. */
export interface LocalAnswer {
  readonly statusCode: number;
  /** Written as JSON; absent: nothing is said. */
  readonly body?: object;
  readonly headers?: Readonly<Record<string, string>>;
}

export function refusal(statusCode: number, code: ConsoleError['code'], message: string): LocalAnswer {
  return { statusCode, body: { code, message } satisfies ConsoleError };
}
