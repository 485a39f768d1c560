import { readUserToUser } from '../../../shared/contracts/user-to-user.ts';
import type { RingingCall, SoftPhone } from '../phone/soft-phone.ts';
import { userOf } from '../pstn-audio/sip/message/uri.ts';
import type { ConsoleClient } from './console-client.ts';
import type { ContextSeen, OnConversation } from './conversation.ts';
import { phoneConversation } from './phone-conversation.ts';

export interface DeskOptions {
  /** Its id in the routing table. */
  readonly id: string;
  readonly phone: SoftPhone;
  readonly voiceHz: number;
  readonly console: ConsoleClient;
  readonly onConversation: OnConversation;
}

/**
 * An agent's desk at the contact centre. When it rings, the context is fetched by the id in the INVITE, so that the
 * screen is filled before the agent says hello; a context that cannot be had does not keep the caller waiting.
 */
export function staffDesk({ id, phone, voiceHz, console, onConversation }: DeskOptions): void {
  phone.onRing = (ringing) => void take(ringing);

  async function take(ringing: RingingCall): Promise<void> {
    const contextSeen = await lookUp(contextIdOf(ringing), console);
    const call = await ringing.answer();
    if (call === undefined) return;
    const callee = userOf(ringing.invite.uri) ?? '';
    onConversation(
      phoneConversation(call, { destination: { kind: 'contactCenter', id, callee }, contextSeen, voiceHz }),
    );
  }
}

/** The id as either header profile carries it: User-to-User of RFC 7433, or an X- header. */
function contextIdOf({ invite }: RingingCall): string | undefined {
  const headers = Object.fromEntries(invite.headers.map(({ name, value }) => [name.toLowerCase(), value]));
  const reading = readUserToUser(headers);
  return reading.kind === 'clientSession' ? reading.clientSessionId : headers['x-call-context-id'];
}

async function lookUp(id: string | undefined, console: ConsoleClient): Promise<ContextSeen | null> {
  const answer = id === undefined ? undefined : await console.callContext(id);
  if (answer?.kind !== 'found') return null;
  const { callerName, accountId, reason } = answer.callContext;
  return {
    reason: reason.words ?? reason.id,
    ...(callerName === undefined ? {} : { callerName }),
    ...(accountId === undefined ? {} : { accountId }),
  };
}
