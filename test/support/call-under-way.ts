import type { ActionData, Participant, SmaEvent, TransactionAttributes } from '../../shared/contracts/sma-event.ts';
import type { SmaAction, SmaResponse } from '../../shared/contracts/sma-response.ts';
import type { SmaFunctionFake } from './sma-call.ts';
import { anSmaEvent, calleeLeg, callerLeg, connected, disconnected } from './sma-event-builder.ts';

/** One call as PSTN Audio tells the function of it: who is there, and what came of the actions that were answered last. */
export class CallUnderWay {
  readonly #sma: SmaFunctionFake;
  readonly #transactionId: string | undefined;
  #sequence = 0;
  #attributes: TransactionAttributes | undefined;
  #caller: Participant;
  #other: Participant | undefined;
  #event: SmaEvent | undefined;
  actions: readonly SmaAction[] = [];

  constructor(sma: SmaFunctionFake, options: { readonly transactionId?: string; readonly caller?: Participant } = {}) {
    this.#sma = sma;
    this.#transactionId = options.transactionId;
    this.#caller = options.caller ?? callerLeg;
  }

  get attributes(): TransactionAttributes | undefined {
    return this.#attributes;
  }

  get phase(): string {
    return this.#attributes?.['phase'] ?? 'new';
  }

  begins(sipHeaders?: Record<string, string>): Promise<readonly SmaAction[]> {
    if (sipHeaders !== undefined) this.#caller = { ...this.#caller, SipHeaders: sipHeaders };
    return this.#tell('NEW_INBOUND_CALL', undefined, [this.#caller]);
  }

  /** A call of CreateSipMediaApplicationCall. */
  async isPlaced(given?: Readonly<Record<string, string>>): Promise<readonly SmaAction[]> {
    this.#caller = { ...this.#caller, Direction: 'Outbound', To: this.#caller.From, From: this.#caller.To };
    const data = given && { Type: 'CallCreateRequest', Parameters: { Arguments: given } };
    await this.#tell('NEW_OUTBOUND_CALL', data, [this.#caller]);
    return this.#tell('RINGING');
  }

  isAnswered(): Promise<readonly SmaAction[]> {
    return this.#tell('CALL_ANSWERED');
  }

  /** The last action of the list went well, or the one of this type. */
  succeeds(
    type = this.actions.at(-1)?.Type ?? '',
    result: Readonly<Record<string, unknown>> = {},
  ): Promise<readonly SmaAction[]> {
    if (type === 'CallAndBridge' || type === 'JoinChimeMeeting') this.#other = connected(calleeLeg);
    return this.#tell('ACTION_SUCCESSFUL', { Type: type, ...this.#parameters(type), ...result });
  }

  /** Somebody has answered, and hung up before this was told. */
  succeedsWithOtherSideGone(): Promise<readonly SmaAction[]> {
    this.#other = disconnected(calleeLeg);
    return this.#tell('ACTION_SUCCESSFUL', { Type: 'CallAndBridge', ...this.#parameters('CallAndBridge') });
  }

  fails(
    errorType: string,
    type = this.actions.at(-1)?.Type ?? '',
    more: Readonly<Record<string, unknown>> = {},
  ): Promise<readonly SmaAction[]> {
    return this.#tell('ACTION_FAILED', { Type: type, ...this.#parameters(type), ErrorType: errorType, ...more });
  }

  /** Answers a question. Without digits: nothing was pressed. */
  presses(digits = ''): Promise<readonly SmaAction[]> {
    return this.succeeds('SpeakAndGetDigits', { ReceivedDigits: digits });
  }

  /** While two sides talk. */
  pressesWhileTalking(digits: string): Promise<readonly SmaAction[]> {
    return this.#tell('DIGITS_RECEIVED', { Type: 'ReceiveDigits', ReceivedDigits: digits });
  }

  isCommanded(given: Readonly<Record<string, unknown>>): Promise<readonly SmaAction[]> {
    return this.#tell('CALL_UPDATE_REQUESTED', { Type: 'CallUpdateRequest', Parameters: { Arguments: given } });
  }

  /** The other side was hung up by the function. */
  hangupSucceeds(): Promise<readonly SmaAction[]> {
    const { CallId } = this.#other ?? calleeLeg;
    this.#other = undefined;
    return this.#tell('ACTION_SUCCESSFUL', { Type: 'Hangup', Parameters: { CallId, ParticipantTag: 'LEG-B' } });
  }

  hangsUp(tag: 'LEG-A' | 'LEG-B'): Promise<readonly SmaAction[]> {
    const leg = tag === 'LEG-A' ? this.#caller : (this.#other ?? calleeLeg);
    if (tag === 'LEG-A') this.#caller = disconnected(this.#caller);
    else this.#other = disconnected(this.#other ?? calleeLeg);
    const Parameters = { CallId: leg.CallId, ParticipantTag: tag, SipResponseCode: 0 };
    return this.#tell('HANGUP', { Type: 'Hangup', Parameters });
  }

  /** The answer was refused. */
  isRefused(errorType = 'InvalidActionParameter'): Promise<readonly SmaAction[]> {
    return this.#tell('INVALID_LAMBDA_RESPONSE', undefined, undefined, { ErrorType: errorType });
  }

  /** PSTN Audio asks again. */
  repeated(): Promise<SmaResponse> {
    if (this.#event === undefined) throw new Error('nothing has been told yet');
    return this.#sma.handle(this.#event);
  }

  #parameters(type: string): Pick<ActionData, 'Parameters'> {
    const action = this.actions.findLast(({ Type }) => Type === type);
    return action === undefined ? {} : { Parameters: action.Parameters };
  }

  async #tell(
    type: string,
    actionData?: ActionData,
    participants: readonly Participant[] = this.#participants(),
    more: Partial<SmaEvent> = {},
  ): Promise<readonly SmaAction[]> {
    this.#sequence += 1;
    this.#event = {
      ...anSmaEvent({
        type,
        sequence: this.#sequence,
        participants,
        attributes: this.#attributes,
        ...(this.#transactionId === undefined ? {} : { transactionId: this.#transactionId }),
        ...(actionData === undefined ? {} : { actionData }),
      }),
      ...more,
    };
    const answer = await this.#sma.handle(this.#event);
    // What is left out stays as it is, and so does what was asked for when nothing is.
    if (answer.TransactionAttributes !== undefined) this.#attributes = answer.TransactionAttributes;
    if (answer.Actions.length > 0) this.actions = answer.Actions;
    return answer.Actions;
  }

  #participants(): Participant[] {
    const caller = this.#caller.Status === undefined ? connected(this.#caller) : this.#caller;
    return [...(this.#other === undefined ? [] : [this.#other]), caller];
  }
}
