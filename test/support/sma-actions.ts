import type { CallAndBridgeAction, SmaAction } from '../../shared/contracts/sma-response.ts';
import { readUserToUser } from '../../shared/contracts/user-to-user.ts';

/** The one that rings somebody, whatever is said before. */
export function ringingIn(actions: readonly SmaAction[]): CallAndBridgeAction | undefined {
  return actions.find((action) => action.Type === 'CallAndBridge');
}

/** Who is called. */
export function uriOf(actions: readonly SmaAction[]): string | undefined {
  return ringingIn(actions)?.Parameters.Endpoints[0]?.Uri;
}

/** The context id that is handed on. */
export function contextIdIn(actions: readonly SmaAction[]): string | undefined {
  const reading = readUserToUser(ringingIn(actions)?.Parameters.SipHeaders);
  return reading.kind === 'clientSession' ? reading.clientSessionId : undefined;
}

/** What is said, in order. */
export function spokenIn(actions: readonly SmaAction[]): string[] {
  return actions.flatMap((action) => (action.Type === 'Speak' ? [action.Parameters.Text] : []));
}

export function typesOf(actions: readonly SmaAction[]): string[] {
  return actions.map(({ Type }) => Type);
}
