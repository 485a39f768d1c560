import { refused, type ApiError, type ApiErrorType } from './api-error.ts';
import type { OperationName } from './operations/operations.ts';

/** For tests and demonstrations: what goes wrong next. */
export interface VoiceFaults {
  /** The next `times` requests (default 1) of the operation are answered with this error and have no effect. */
  failNext(operation: OperationName, error: ApiErrorType, times?: number): void;
}

/** Faults ordered and not yet served, first come first served. */
export class PlannedFaults implements VoiceFaults {
  readonly #planned = new Map<string, ApiErrorType[]>();

  failNext(operation: OperationName, error: ApiErrorType, times = 1): void {
    this.#planned.set(operation, [...(this.#planned.get(operation) ?? []), ...Array<ApiErrorType>(times).fill(error)]);
  }

  /** The fault that this request is due, if any. */
  take(operation: string): ApiError | undefined {
    const error = this.#planned.get(operation)?.shift();
    return error && refused(error, error === 'ThrottledClientException' ? tooManyRequests : ordered);
  }
}

const ordered = 'This error was ordered by failNext.';

/** As was seen of AWS. */
export const tooManyRequests = 'Service received too many requests';
