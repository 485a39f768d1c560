/** Runs something once, later. */
export interface LaterTimers {
  /** In milliseconds. Cancelling twice, or too late, does nothing. */
  after(milliseconds: number, action: () => void): { cancel(): void };
}
