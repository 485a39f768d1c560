import type { ConsoleClient } from './console-client.ts';
import type { ContextSeen } from './conversation.ts';

/** What a screen shows of a caller; null when there is no context, or none can be had: nobody waits for it longer than it takes. */
export async function contextSeenBy(
  console: ConsoleClient,
  contextId: string | undefined,
): Promise<ContextSeen | null> {
  const answer = contextId === undefined ? undefined : await console.callContext(contextId);
  if (answer?.kind !== 'found') return null;
  const { callerName, accountId, reason } = answer.callContext;
  return {
    reason: reason.words ?? reason.id,
    ...(callerName === undefined ? {} : { callerName }),
    ...(accountId === undefined ? {} : { accountId }),
  };
}
