import type { CallCommands, CommandedCall } from '../../shared/ports/call-commands.ts';

/** How commands reach calls. */
export interface CallControl {
  readonly commands: CallCommands;
  /**
   * Where calls are that have no record yet, or whose records cannot be read: a call is under way for seconds before anything is
   * written of it. Absent: such a call is not found.
   */
  readonly usualApplication?: Omit<CommandedCall, 'transactionId'>;
}
