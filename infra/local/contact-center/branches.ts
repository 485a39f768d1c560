import type { Behaviour } from '../../../shared/contracts/local-cloud-api.ts';
import type { PhoneCall } from '../phone/phone-call.ts';
import type { RingingCall, SoftPhone } from '../phone/soft-phone.ts';
import { userOf } from '../pstn-audio/sip/message/uri.ts';
import type { AgentsPhones } from './agents-phones.ts';
import type { OnConversation } from './conversation.ts';
import { declineStatus } from './decline-status.ts';
import { phoneConversation } from './phone-conversation.ts';

/** What happens when a branch's telephone rings. */
export type BranchBehaviour = Behaviour;

export interface BranchTelephone {
  readonly id: string;
  readonly number: string;
  readonly behaviour: BranchBehaviour;
}

export interface BranchesOptions {
  /** Where the telephone network delivers the branches' calls. */
  readonly phone: SoftPhone;
  readonly voiceHz: number;
  readonly branches: readonly BranchTelephone[];
  /** Where they ring when somebody is to be asked. */
  readonly agentsPhones: AgentsPhones;
  readonly onConversation: OnConversation;
}

/** Not found (RFC 3261 §21.4.5). */
const unknownNumber = 404;

/** Branches that answer, or do not. They see a telephone call and nothing else: no header crosses the telephone network. */
export class Branches {
  readonly #options: BranchesOptions;
  readonly #behaviour: Map<string, BranchTelephone>;
  readonly #nextRings = new Map<string, PromiseWithResolvers<void>>();

  constructor(options: BranchesOptions) {
    this.#options = options;
    this.#behaviour = new Map(options.branches.map((branch) => [branch.number, branch]));
    options.phone.onRing = (ringing) => void this.#take(ringing);
  }

  /** From the next call on. */
  behave(id: string, behaviour: BranchBehaviour): void {
    for (const [number, branch] of this.#behaviour)
      if (branch.id === id) this.#behaviour.set(number, { ...branch, behaviour });
  }

  /** How they are disposed now, by id. */
  get behaviours(): ReadonlyMap<string, BranchBehaviour> {
    return new Map([...this.#behaviour.values()].map(({ id, behaviour }) => [id, behaviour]));
  }

  /** Resolves when the branch's telephone rings next. */
  rings(id: string): Promise<void> {
    const next = this.#nextRings.get(id) ?? Promise.withResolvers<void>();
    this.#nextRings.set(id, next);
    return next.promise;
  }

  async #take(ringing: RingingCall): Promise<void> {
    const number = userOf(ringing.invite.uri) ?? '';
    const branch = this.#behaviour.get(number);
    this.#nextRings.get(branch?.id ?? '')?.resolve();
    this.#nextRings.delete(branch?.id ?? '');
    switch (branch?.behaviour) {
      case undefined:
        return ringing.decline(unknownNumber);
      case 'busy':
      case 'decline':
        return ringing.decline(declineStatus[branch.behaviour]);
      case 'ringOut':
        return;
      case 'ask':
        return this.#ask(ringing, branch.id, number);
      case 'answer':
        await this.#answer(ringing, branch.id, number);
    }
  }

  #ask(ringing: RingingCall, id: string, callee: string): void {
    this.#options.agentsPhones.ring({
      destination: `branch:${id}`,
      answer: () => this.#answer(ringing, id, callee),
      decline: () => ringing.decline(declineStatus.decline),
      ended: ringing.ended,
    });
  }

  async #answer(ringing: RingingCall, id: string, callee: string): Promise<PhoneCall | undefined> {
    const { voiceHz, onConversation } = this.#options;
    const call = await ringing.answer();
    if (call !== undefined)
      onConversation(
        phoneConversation(call, { destination: { kind: 'branch', id, callee }, contextSeen: null, voiceHz }),
      );
    return call;
  }
}
