import type { Change } from '../../shared/domain/change.ts';
import type { ConsoleServices } from './console-services.ts';
import { authorOf, type ConsoleEvent } from './token.ts';

/**
 * Remembers who did what. It was done, so that it is answered whether or not that can be remembered: the log tells what is missing
 * in the audit.
 */
export async function audited(
  event: ConsoleEvent,
  change: Omit<Change, 'at' | 'by'>,
  { changes, clock, log }: Pick<ConsoleServices, 'changes' | 'clock' | 'log'>,
): Promise<void> {
  if (changes === undefined) return;
  try {
    await changes.add({ ...change, at: clock.now(), by: authorOf(event) });
  } catch (error) {
    log.error('change-not-recorded', error, { code: change.kind });
  }
}
