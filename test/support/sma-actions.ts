import type { SmaAction } from '../../shared/contracts/sma-response.ts';
import { readUserToUser } from '../../shared/contracts/user-to-user.ts';

/** Who is called. */
export function uriOf(action: SmaAction | undefined): string | undefined {
  return action?.Type === 'CallAndBridge' ? action.Parameters.Endpoints[0]?.Uri : undefined;
}

/** The context id that is handed on. */
export function contextIdIn(action: SmaAction | undefined): string | undefined {
  const reading = readUserToUser(action?.Type === 'CallAndBridge' ? action.Parameters.SipHeaders : undefined);
  return reading.kind === 'clientSession' ? reading.clientSessionId : undefined;
}

/** What is said, in order. */
export function spokenIn(actions: readonly SmaAction[]): string[] {
  return actions.flatMap((action) => (action.Type === 'Speak' ? [action.Parameters.Text] : []));
}

export function typesOf(actions: readonly SmaAction[]): string[] {
  return actions.map(({ Type }) => Type);
}
