import type { CallCommand } from '../domain/call-flow/call-command.ts';
import type { EpochMs } from '../domain/time.ts';

export type CommandCheck =
  | { readonly kind: 'valid'; readonly command: CallCommand; readonly commandId: string }
  /**
   * `malformed`: no command of ours. `forged`: not signed by us, or for another call. `expired`: signed more than a minute ago, or in
   * the future. `unverifiable`: the key that it is signed with, or any, cannot be had.
   */
  | { readonly kind: 'refused'; readonly because: 'malformed' | 'forged' | 'expired' | 'unverifiable' };

/** Signs commands for one call, and tells those signed by us from others. */
export interface CallCommandSigner {
  /**
   * Has keys loaded where that is due. Never rejects.
   * @param received what is to be checked; absent: something is to be signed.
   */
  ready(received?: unknown, signal?: AbortSignal): Promise<void>;
  /** The Arguments to send with it. @throws BridgeError `store-unavailable` while there is no key at hand. */
  sign(transactionId: string, command: CallCommand, now: EpochMs): Readonly<Record<string, string>>;
  check(transactionId: string, received: unknown, now: EpochMs): CommandCheck;
}

export interface CommandedCall {
  readonly transactionId: string;
  readonly sipMediaApplicationId: string;
  /** Where the application is. */
  readonly region: string;
}

export type CommandResult =
  /** The call is being told, by this id. */
  | { readonly kind: 'accepted'; readonly commandId: string }
  /** The call has ended, or never was. */
  | { readonly kind: 'callNotFound' }
  | { readonly kind: 'throttled' }
  | { readonly kind: 'unavailable' };

/** Hands commands to calls that are under way. Never rejects. */
export interface CallCommands {
  send(call: CommandedCall, command: CallCommand): Promise<CommandResult>;
}
