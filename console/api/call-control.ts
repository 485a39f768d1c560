import type { CommandedCall } from '../../shared/ports/call-commands.ts';
import type { SentCallCommand } from '../../shared/adapters/chime/chime-call-commands.ts';
import type { CallCommand } from '../../shared/domain/call-flow/call-command.ts';

/** How commands reach calls. */
export interface CallControl {
  readonly commands: {
    /** Never rejects. */
    send(call: CommandedCall, command: CallCommand): Promise<SentCallCommand>;
  };
  /**
   * Where calls are that have no record yet, or whose records cannot be read: a call is under way for seconds before anything is
   * written of it. Absent: such a call is not found.
   */
  readonly usualApplication?: Omit<CommandedCall, 'transactionId'>;
}
