import type { E164 } from '../../../../shared/domain/phone-number.ts';
import { next } from '../../../../skill/conversation/conversation.ts';
import type { ConversationState } from '../../../../skill/conversation/conversation-state.ts';
import type { Heard, SaidOfCall } from '../../../../skill/conversation/heard.ts';
import { beginning, readState, writeState } from '../../../../skill/conversation/session-attributes.ts';
import type { Step, Ways } from '../../../../skill/conversation/step.ts';
import { plainTextOf } from '../../../../infra/local/alexa/service/ssml.ts';
import { contextExpiresAt, testCallContextIds } from '../../../support/call-context-builder.ts';
import { wordsFor } from '../../../../skill/speech/words-by-locale.ts';

export const contextId = testCallContextIds().issue({ reasonId: 'billing', expiresAt: contextExpiresAt });
export const everyWay: Ways = { call: true, callBack: true, isAccountLinked: false, locale: 'en-US' };
export const names = { business: 'Example Bank', phoneNumber: '+14255550100' as E164 };
const words = wordsFor('en-US', names);

export const bill: SaidOfCall = { reason: { id: 'billing', name: 'a bill or a charge', words: 'my bill' } };
export const ready = { kind: 'prepared', prepared: { kind: 'ready', contextId, lastDigits: '23' } } as const;

/** A conversation without anything around it: what is asked for is answered by the test. */
export class Talk {
  readonly #ways: Ways;
  #state: ConversationState = beginning;
  step: Step | undefined;

  constructor(ways: Partial<Ways> = {}) {
    this.#ways = { ...everyWay, ...ways };
  }

  hears(...heard: readonly Heard[]): Step {
    for (const each of heard) {
      this.step = next(this.#state, each, this.#ways);
      // As it travels: through session attributes.
      if ('state' in this.step) this.#state = travelled(this.step.state);
    }
    if (this.step === undefined) throw new Error('nothing was heard');
    return this.step;
  }

  get state(): ConversationState {
    return this.#state;
  }

  get asked(): string | undefined {
    return this.step?.kind === 'ask' ? this.#state.asked : undefined;
  }

  /** What is said, as plain words. */
  get speech(): string {
    const { step } = this;
    if (step?.kind === 'close') return plainTextOf(`<speak>${step.say(words).ssml}</speak>`);
    if (step?.kind !== 'ask') return '';
    const before = step.before === undefined ? '' : step.before(words).ssml;
    return plainTextOf(`<speak>${before} ${step.question(words).speech.ssml}</speak>`);
  }
}

export function call(said: SaidOfCall = {}, decision?: 'yes' | 'no'): Heard {
  return { kind: 'call', way: 'call', said, ...(decision === undefined ? {} : { decision }) };
}

export function callBack(said: SaidOfCall = {}): Heard {
  return { kind: 'call', way: 'callBack', said };
}

/** What session attributes make of a state. */
export function travelled(state: ConversationState): ConversationState {
  return readState(JSON.parse(JSON.stringify(writeState(state))));
}
