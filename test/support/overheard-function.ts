import type { SmaResponse } from '../../shared/contracts/sma-response.ts';
import type { CallRecordStore } from '../../shared/ports/call-record-store.ts';
import { personalData } from './personal-data.ts';
import { SmaFunctionFake, type SmaFunctionOptions } from './sma-call.ts';

/** An error of a library that quotes whatever it was asked for. */
export function quotingError(): Error {
  const { callerName, phoneNumber, accountId, words } = personalData;
  const cause = new TypeError(`no such item: ${accountId}`);
  return Object.assign(new Error(`cannot serve ${callerName} at ${phoneNumber}: "${words}"`, { cause }), {
    code: `${callerName} ${phoneNumber}`,
    requestId: accountId,
  });
}

/** The SMA function, and all that it tells anybody who is not to know who is calling. */
export class OverheardFunction extends SmaFunctionFake {
  readonly #heard: unknown[] = [];
  /** What it was told itself. */
  readonly told: unknown[] = [];

  constructor(options: SmaFunctionOptions = {}) {
    super({ keepsRecords: true, ...options });
    const put = this.callRecords.put.bind(this.callRecords);
    this.callRecords.put = (...given: Parameters<CallRecordStore['put']>): Promise<void> => {
      this.#heard.push(given.slice(0, 2));
      return put(given[0], given[1]);
    };
  }

  override async handle(event: unknown): Promise<SmaResponse> {
    this.told.push(event);
    const response = await super.handle(event);
    // Whoever joins a meeting needs the token; it goes to PSTN Audio, and to nobody else.
    this.#heard.push(
      JSON.parse(JSON.stringify(response, (name, value: unknown) => (name === 'JoinToken' ? '' : value))),
    );
    return response;
  }

  /** Logs, metrics, traces, records, what advisers are told, and what PSTN Audio is answered. */
  get output(): string {
    return [
      ...this.logged,
      ...[this.metrics.measures, this.traces.annotated, this.invitations.sent, this.#heard].map((each) =>
        JSON.stringify(each),
      ),
    ].join('\n');
  }
}
