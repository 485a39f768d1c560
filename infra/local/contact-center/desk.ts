import { readUserToUser } from '../../../shared/contracts/user-to-user.ts';
import type { Behaviour } from '../../../shared/contracts/local-cloud-api.ts';
import type { PhoneCall } from '../phone/phone-call.ts';
import type { RingingCall, SoftPhone } from '../phone/soft-phone.ts';
import { userOf } from '../pstn-audio/sip/message/uri.ts';
import type { AgentsPhones } from './agents-phones.ts';
import type { ConsoleClient } from './console-client.ts';
import { contextSeenBy } from './context-seen.ts';
import type { ContextSeen, OnConversation } from './conversation.ts';
import { phoneConversation } from './phone-conversation.ts';
import { declineStatus } from './decline-status.ts';

export interface DeskOptions {
  /** Its id in the routing table. */
  readonly id: string;
  readonly phone: SoftPhone;
  readonly voiceHz: number;
  readonly console: ConsoleClient;
  /** Where it rings when an agent is to be asked. */
  readonly agentsPhones: AgentsPhones;
  readonly onConversation: OnConversation;
}

/**
 * An agent's desk at the contact centre. When it rings, the context is fetched by the id in the INVITE, so that the
 * screen is filled before the agent says hello; a context that cannot be had does not keep the caller waiting.
 * An agent who is asked in the console looks at the context there.
 */
export class Desk {
  readonly #options: DeskOptions;
  #behaviour: Behaviour = 'answer';

  constructor(options: DeskOptions) {
    this.#options = options;
    options.phone.onRing = (ringing) => void this.#take(ringing);
  }

  get behaviour(): Behaviour {
    return this.#behaviour;
  }

  /** From the next call on. */
  behave(behaviour: Behaviour): void {
    this.#behaviour = behaviour;
  }

  async #take(ringing: RingingCall): Promise<void> {
    const behaviour = this.#behaviour;
    switch (behaviour) {
      case 'busy':
      case 'decline':
        return ringing.decline(declineStatus[behaviour]);
      case 'ringOut':
        return;
      case 'ask':
        return this.#ask(ringing);
      case 'answer': {
        const { console } = this.#options;
        await this.#answer(ringing, await contextSeenBy(console, contextIdOf(ringing)));
        return;
      }
      default:
        return behaviour satisfies never;
    }
  }

  #ask(ringing: RingingCall): void {
    const { id, agentsPhones } = this.#options;
    agentsPhones.ring({
      destination: `contactCenter:${id}`,
      contextId: contextIdOf(ringing),
      answer: () => this.#answer(ringing, null),
      decline: () => ringing.decline(declineStatus.decline),
      ended: ringing.ended,
    });
  }

  async #answer(ringing: RingingCall, contextSeen: ContextSeen | null): Promise<PhoneCall | undefined> {
    const { id, voiceHz, onConversation } = this.#options;
    const call = await ringing.answer();
    if (call === undefined) return undefined;
    const callee = userOf(ringing.invite.uri) ?? '';
    onConversation(
      phoneConversation(call, { destination: { kind: 'contactCenter', id, callee }, contextSeen, voiceHz }),
    );
    return call;
  }
}

/** The id as either header profile carries it: User-to-User of RFC 7433, or an X- header. */
function contextIdOf({ invite }: RingingCall): string | undefined {
  const headers = Object.fromEntries(invite.headers.map(({ name, value }) => [name.toLowerCase(), value]));
  const reading = readUserToUser(headers);
  return reading.kind === 'clientSession' ? reading.clientSessionId : headers['x-call-context-id'];
}
