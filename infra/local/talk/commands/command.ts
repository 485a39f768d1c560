import type { AlexaFaults } from '../../alexa/api/faults.ts';
import type { Alexa } from '../../alexa/service/start-alexa.ts';
import type { LocalCloud } from '../../cloud/local-cloud.ts';
import type { CallInHand } from '../call-in-hand.ts';

/** What commands work on. */

/** What commands work on. */
export interface CommandWorld {
  readonly alexa: Pick<Alexa, 'household' | 'skillEvent'> & { readonly faults: Pick<AlexaFaults, 'next'> };
  readonly branches: Pick<LocalCloud['branches'], 'behave'>;
  readonly branchIds: readonly string[];
  readonly advisers: Pick<LocalCloud['advisers'], 'behave'>;
  readonly call: Pick<CallInHand, 'otherSideHangsUp'>;
  readonly locale: string;
}

/** What came of a command. */
export type CommandOutcome =
  | { readonly kind: 'done'; readonly lines: readonly string[] }
  /** What was typed cannot be done, and what can. */
  | { readonly kind: 'notDone'; readonly because: string }
  | { readonly kind: 'quit' };

export interface Command {
  readonly usage: string;
  readonly does: string;
  readonly run: (words: readonly string[], world: CommandWorld) => CommandOutcome | Promise<CommandOutcome>;
}

export function done(...lines: string[]): CommandOutcome {
  return { kind: 'done', lines };
}

export function notDone(because: string): CommandOutcome {
  return { kind: 'notDone', because };
}
