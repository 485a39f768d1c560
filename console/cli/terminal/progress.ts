import type { Clock } from '../../../shared/ports/clock.ts';
import type { Progress } from '../workplace.ts';

const quietMs = 1000;
const betweenMs = 200;

/** For programs that read along, and for tests. */
export const silentProgress: Progress = { at: () => undefined, begun: () => undefined, done: () => undefined };

/**
 * Progress in the last line of a terminal. What is over within a second says nothing.
 * @param write takes text with control characters (ECMA-48: carriage return, erase in line).
 */
export function terminalProgress(clock: Clock, write: (text: string) => void): Progress {
  let since: number | undefined;
  let shown: number | undefined;
  const show = (text: string): void => {
    shown = clock.now();
    write(`\r\u001B[K${text}`);
  };
  return {
    at(text) {
      const now = clock.now();
      since ??= now;
      if (now - since >= quietMs && (shown === undefined || now - shown >= betweenMs)) show(text);
    },
    begun: show,
    done() {
      if (shown !== undefined) write('\r\u001B[K');
      since = undefined;
      shown = undefined;
    },
  };
}
