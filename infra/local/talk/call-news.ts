import type { Timers } from '../../../shared/ports/timers.ts';
import { plainTextOf } from '../alexa/service/ssml.ts';
import type { Conversation } from '../contact-center/conversation.ts';
import type { FunctionLogLine } from '../functions/functions-host.ts';
import type { PhoneCall } from '../phone/phone-call.ts';
import type { ActionTrace } from '../pstn-audio/service/trace.ts';
import type { Changes } from './changes.ts';
import type { Tell } from './happening.ts';

export interface CallNewsOptions {
  readonly timers: Timers;
  readonly changes: Changes;
  readonly tell: Tell;
  /** What the caller's telephones say, in Hz. */
  readonly callersVoiceHz: number;
}

/** Why a call goes where it goes, as the SMA function logs it. */
interface RoutingDecision {
  readonly ruleId: string;
  readonly tableVersion: number;
  /** `branch:reason/branch:reason` */
  readonly passedOver?: string;
}

/** How long the two sides of a conversation may take to hear each other. */
const audioMs = 10_000;

/** Tells what becomes of a call: the words of the call flow, the rule that took it, who answered, what is heard. */
export class CallNews {
  readonly #options: CallNewsOptions;
  #conversation: Conversation | undefined;
  #hasListened = false;
  #asksForKeys = false;
  #decisions: RoutingDecision[] = [];

  constructor(options: CallNewsOptions) {
    this.#options = options;
  }

  /** A question was begun, and nothing has been pressed since. */
  get asksForKeys(): boolean {
    return this.#asksForKeys;
  }

  /** Somebody has answered, and both sides have been listened for. */
  get isTalking(): boolean {
    return this.#conversation !== undefined && this.#hasListened;
  }

  get conversation(): Conversation | undefined {
    return this.#conversation;
  }

  keysPressed(): void {
    this.#asksForKeys = false;
  }

  /** The call is over: nothing of it counts for the next. */
  callOver(): void {
    this.#tellDecisions();
    this.#conversation = undefined;
    this.#asksForKeys = false;
  }

  onLog({ functionName, line }: FunctionLogLine): void {
    if (functionName === 'sma' && line.includes('"event":"call-routed"'))
      this.#decisions.push(JSON.parse(line) as RoutingDecision);
  }

  onAction({ actionType, tag, parameters, result }: ActionTrace): void {
    const words = spokenWords(parameters);
    // Words to the other side alone are not the caller's to hear.
    if (result !== undefined || words === undefined || (tag !== undefined && tag !== 'LEG-A')) return;
    this.#asksForKeys = actionType === 'SpeakAndGetDigits';
    this.#options.tell({ type: 'bankSays', words, asks: this.#asksForKeys });
  }

  /** @param call the caller's end of it, which may connect a moment later than somebody answers. */
  async onConversation(conversation: Conversation, call: Promise<PhoneCall | undefined>): Promise<void> {
    const { tell, callersVoiceHz, changes } = this.#options;
    const { destination, contextSeen } = conversation;
    this.#conversation = conversation;
    this.#hasListened = false;
    this.#asksForKeys = false;
    this.#tellDecisions();
    tell({
      type: 'answered',
      kind: destination.kind,
      id: destination.id,
      // A meeting has an id of its own, which is never the same twice.
      ...(destination.kind === 'meeting' ? {} : { number: destination.callee }),
      ...(contextSeen === null ? {} : { screen: contextSeen }),
    });
    const [youHearThem, theyHearYou] = await Promise.all([
      this.#inTime(call.then((own) => own?.hears(conversation.voiceHz) ?? false)),
      this.#inTime(conversation.hears(callersVoiceHz)),
    ]);
    // Somebody else may have the caller by now.
    if (this.#conversation !== conversation) return;
    tell({ type: 'heard', youHearThem, theyHearYou });
    this.#hasListened = true;
    changes.note();
  }

  #tellDecisions(): void {
    for (const { ruleId: rule, tableVersion, passedOver } of this.#decisions)
      this.#options.tell({ type: 'routed', rule, tableVersion, ...(passedOver === undefined ? {} : { passedOver }) });
    this.#decisions = [];
  }

  async #inTime(heard: Promise<boolean>): Promise<boolean> {
    const late = Promise.withResolvers<false>();
    const timer = this.#options.timers.after(audioMs, () => late.resolve(false));
    try {
      return await Promise.race([heard, late.promise]);
    } finally {
      timer.cancel();
    }
  }
}

/** Of Speak and SpeakAndGetDigits; other actions say nothing. */
function spokenWords(parameters: ActionTrace['parameters']): string | undefined {
  const { Text: text, TextType: type } = (parameters?.['SpeechParameters'] ?? parameters ?? {}) as {
    readonly Text?: unknown;
    readonly TextType?: unknown;
  };
  if (typeof text !== 'string') return undefined;
  return type === 'ssml' ? plainTextOf(text) : text.trim();
}
