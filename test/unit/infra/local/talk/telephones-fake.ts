import type { DeviceCallOutcome, PlacedCall } from '../../../../../infra/local/alexa/device/device.ts';
import type { Conversation } from '../../../../../infra/local/contact-center/conversation.ts';
import type { PhoneCall } from '../../../../../infra/local/phone/phone-call.ts';
import type { RingingCall } from '../../../../../infra/local/phone/soft-phone.ts';
import type { ActionTrace } from '../../../../../infra/local/pstn-audio/service/trace.ts';
import { CallInHand, type CallService } from '../../../../../infra/local/talk/call-in-hand.ts';
import type { Happening } from '../../../../../infra/local/talk/happening.ts';
import { TimersFake } from '../../../../support/timers-fake.ts';

export const agentHz = 620;
const callersVoiceHz = 440;

/** Telephones without any sound or packet: a test says what happens to them. */
export class TelephonesFake {
  readonly timers = new TimersFake();
  readonly told: Happening[] = [];
  readonly pressed: string[] = [];
  readonly declined: number[] = [];
  readonly call = new CallInHand({
    timers: this.timers,
    tell: (happening) => this.told.push(happening),
    callersVoiceHz,
  });
  readonly #outcome = Promise.withResolvers<DeviceCallOutcome>();
  readonly #callEnd = Promise.withResolvers<{ by: 'local' | 'remote'; cause: 'bye' }>();
  readonly #ringingEnd = Promise.withResolvers<{ by: 'remote'; cause: 'cancel' }>();
  readonly #idle = Promise.withResolvers<void>();

  /** @param isBusy calls go through the service until `nothingIsLeft`. */
  constructor(isBusy = true) {
    if (!isBusy) this.nothingIsLeft();
    const service: CallService = { idle: () => this.#idle.promise, connectedLegs: 0 };
    this.call.goThrough(service);
  }

  get types(): string[] {
    return this.told.map(({ type }) => type);
  }

  placeCall(): void {
    const placed: Pick<PlacedCall, 'requestUri' | 'outcome' | 'hangUp'> = {
      requestUri: 'sip:+14255550100',
      outcome: this.#outcome.promise,
      hangUp: () => this.#outcome.resolve({ kind: 'notConnected', because: 'cancelled' }),
    };
    this.call.onCall(placed as PlacedCall);
  }

  connect(): void {
    this.#outcome.resolve({ kind: 'connected', call: this.#phoneCall(), millisecondsToAnswer: 5 });
  }

  refuse(because: string): void {
    this.#outcome.resolve({ kind: 'notConnected', because });
  }

  ring(): void {
    const ringing: Pick<RingingCall, 'answer' | 'decline' | 'ended'> = {
      ended: this.#ringingEnd.promise,
      answer: async () => this.#phoneCall(),
      decline: (status) => {
        this.declined.push(status);
        this.giveUpRinging();
      },
    };
    this.call.onRing(ringing as RingingCall);
  }

  giveUpRinging(): void {
    this.#ringingEnd.resolve({ by: 'remote', cause: 'cancel' });
  }

  /** @param hears whether they ever hear the caller. */
  someoneAnswers({ hears: willHear = true } = {}): void {
    const hears = willHear ? Promise.resolve(true) : new Promise<boolean>(() => undefined);
    const conversation: Conversation = {
      destination: { kind: 'contactCenter', id: 'support', callee: '+12065550150' },
      contextSeen: null,
      voiceHz: agentHz,
      hears: () => hears,
      packetsLost: 0,
      hangUp: () => this.otherSideEnds(),
    };
    this.call.onConversation(conversation);
  }

  says(actionType: 'Speak' | 'SpeakAndGetDigits', text: string, tag: ActionTrace['tag'] = 'LEG-A'): void {
    const speech = { Text: text, TextType: 'text' };
    this.call.observer.onAction?.({
      transactionId: 't',
      actionType,
      ...(tag === undefined ? {} : { tag }),
      parameters: actionType === 'Speak' ? speech : { SpeechParameters: speech },
    });
  }

  otherSideEnds(): void {
    this.#callEnd.resolve({ by: 'remote', cause: 'bye' });
  }

  nothingIsLeft(): void {
    this.#idle.resolve();
  }

  #phoneCall(): PhoneCall {
    const call: Pick<PhoneCall, 'ended' | 'hears' | 'hearsSound' | 'press' | 'hangUp'> = {
      ended: this.#callEnd.promise,
      hears: async (hz) => hz === agentHz,
      hearsSound: async () => true,
      press: async (keys) => void this.pressed.push(keys),
      hangUp: () => this.#callEnd.resolve({ by: 'local', cause: 'bye' }),
    };
    return call as PhoneCall;
  }
}

/** Whether it has come to be so by now. */
export function watched(work: Promise<unknown>): { readonly isDone: boolean } {
  const state = { isDone: false };
  void work.then(() => {
    state.isDone = true;
  });
  return state;
}
