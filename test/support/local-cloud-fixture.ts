import { builtFunctions } from './built-functions.ts';
import { systemClock } from '../../shared/adapters/system/system-clock.ts';
import { systemIds } from '../../shared/adapters/system/system-ids.ts';
import { systemTimers } from '../../shared/adapters/system/system-timers.ts';
import { callResponseSchema, type CallResponse } from '../../shared/contracts/calls-api.ts';
import { alexaClientIdHeader } from '../../shared/contracts/communication-session.ts';
import type { DeviceCall } from '../../infra/local/alexa/service/device-call.ts';
import {
  startLocalCloud,
  voices,
  type LocalCloud,
  type LocalCloudOptions,
} from '../../infra/local/cloud/local-cloud.ts';
import type { Conversation } from '../../infra/local/contact-center/conversation.ts';
import type { PhoneCall } from '../../infra/local/phone/phone-call.ts';
import { exampleBank } from '../../infra/local/demo/example-bank/example-bank.ts';
import { startSoftPhone, type Dialled, type SoftPhone } from '../../infra/local/phone/soft-phone.ts';
import type { InvocationTrace } from '../../infra/local/pstn-audio/service/trace.ts';
import type { Tenant } from '../../infra/local/cloud/tenant.ts';

export const accountNumber = 'one two three four five six seven eight';

/** The example bank's cloud, whose Echo waits until the test lets it call. */
export class CloudFixture {
  readonly cloud: LocalCloud;
  readonly logged: string[];
  /** The one that the skill calls. */
  readonly #number: string;
  readonly #phone: SoftPhone;
  readonly #happened: Happened;
  #call: PhoneCall | undefined;

  constructor(cloud: LocalCloud, number: string, phone: SoftPhone, happened: Happened, logged: string[]) {
    this.cloud = cloud;
    this.#number = number;
    this.#phone = phone;
    this.#happened = happened;
    this.logged = logged;
  }

  /** Says it all to Alexa; what she orders the Echo to call, if anything. */
  async ask(...utterances: readonly string[]): Promise<{ speech: string[]; order: DeviceCall | undefined }> {
    this.#happened.order = undefined;
    const speech: string[] = [];
    for (const utterance of utterances) speech.push((await this.cloud.alexa.say(utterance)).speech);
    return { speech, order: this.#happened.order };
  }

  /** What she orders when asked as often as a caller would who is told to try again: a busy machine answers late. */
  async ordered(...utterances: readonly string[]): Promise<DeviceCall> {
    const speech: string[] = [];
    for (let times = 0; times < 3; times += 1) {
      const asked = await this.ask(...utterances);
      if (asked.order !== undefined) return asked.order;
      speech.push(...asked.speech);
    }
    throw new Error(`Alexa has ordered no call: ${speech.join(' | ')}`);
  }

  /** Places a call that Alexa ordered, as its device would, with headers other than those ordered if the test wants. */
  dial(order: DeviceCall | undefined, headers: Readonly<Record<string, string>> = {}): Promise<Dialled> {
    if (order === undefined) throw new Error('Alexa has ordered no call');
    const { from, to, userToUser = '', alexaClientId, via } = order;
    const ordered = {
      ...(userToUser === '' ? {} : { 'User-to-User': userToUser }),
      ...(alexaClientId === '' ? {} : { [alexaClientIdHeader]: alexaClientId }),
    };
    return this.#dial({
      from,
      to,
      headers: { ...ordered, ...headers },
      ...(via === undefined ? {} : { host: via.host }),
    });
  }

  /** Dials, and waits until the call is answered, by a person or by words. */
  async connect(order: DeviceCall | undefined, headers?: Readonly<Record<string, string>>): Promise<PhoneCall> {
    return this.#answered(await this.dial(order, headers));
  }

  /** Calls without Alexa: somebody dials the bank's number, or an exchange calls one of its Voice Connectors by its host name. */
  async connectByHand(call: CallByHand): Promise<PhoneCall> {
    return this.#answered(await this.#dial({ to: this.#number, ...call }));
  }

  /** What happened to the calls before is not looked at any more. */
  newCall(): void {
    this.#happened.invocations.length = 0;
    this.#happened.from = 0;
    this.#happened.conversations = new Conversations();
    this.#happened.answered = Promise.withResolvers();
  }

  #dial({ from, to, host, headers = {} }: CallByHand & { readonly to: string }): Promise<Dialled> {
    const { address } = this.cloud.pstnAudio;
    this.newCall();
    return this.#phone.dial({
      target: address,
      requestUri: `sip:${to}@${host ?? address.host}`,
      from: `sip:${from}@echo.test`,
      headers,
    });
  }

  async #answered(dialled: Dialled): Promise<PhoneCall> {
    const outcome = await dialled.outcome;
    if (outcome.kind === 'connected') {
      this.#call = outcome.call;
      return outcome.call;
    }
    throw new Error(`nobody answered: ${outcome.kind} ${outcome.kind === 'refused' ? outcome.status : ''}`);
  }

  /** Ends the call that is still up, if any, and waits until nothing is left of it. */
  async hangUp(): Promise<void> {
    this.#call?.hangUp();
    await this.cloud.pstnAudio.idle();
  }

  /** The next person whom this call has reached, once caller and person have heard each other. */
  async meets(call: PhoneCall): Promise<{ conversation: Conversation; heard: readonly boolean[] }> {
    const conversation = await this.#happened.conversations.next();
    const heard = await Promise.all([call.hears(conversation.voiceHz), conversation.hears(voices.caller)]);
    return { conversation, heard };
  }

  /** Dials, waits until both sides hear each other, hangs up, waits until nothing is left. */
  async talk(order: DeviceCall | undefined, headers?: Readonly<Record<string, string>>): Promise<Talk> {
    const call = await this.connect(order, headers);
    const { conversation, heard } = await this.meets(call);
    await this.hangUp();
    return {
      destination: conversation.destination,
      contextSeen: conversation.contextSeen,
      heard,
      invocations: [...this.invocations],
    };
  }

  /** Resolves when the function's first answer is in, and with it the first telephone rings. */
  async branchRings(): Promise<void> {
    await this.#happened.answered.promise;
  }

  /** The next answer of the function to such an event of the call that was placed last, or one that there has been already. */
  async invoked(invocationEventType: string, actionType?: string): Promise<InvocationTrace> {
    const isMeant = (trace: InvocationTrace): boolean =>
      trace.invocationEventType === invocationEventType &&
      (actionType === undefined || actionTypeOf(trace) === actionType);
    for (;;) {
      const found = this.invocations.slice(this.#happened.from).find(isMeant);
      if (found !== undefined) return found;
      await this.#happened.next.promise;
    }
  }

  /** What the function has answered up to now is not looked for any more. */
  forget(): void {
    this.#happened.from = this.#happened.invocations.length;
  }

  /** The console's page of a call: asked for again where it says that it cannot be had at the moment, as an operator would on a busy machine. */
  async consoleOf(transactionId: string): Promise<Response> {
    const page = (): Promise<Response> => this.cloud.operatorConsole.ask(`/calls/${transactionId}`);
    let answer = await page();
    for (let times = 1; times < 3 && answer.status === 503; times += 1) answer = await page();
    if (answer.status !== 200 && answer.status !== 404) throw new Error(`the console answered ${answer.status}`);
    return answer;
  }

  /** What the console tells of the call that was placed last: all of it once nothing is left of the call. */
  async recorded(): Promise<CallResponse> {
    return callResponseSchema.parse(await (await this.consoleOf(this.transactionId)).json());
  }

  /** PSTN Audio's id of the call that was placed last. */
  get transactionId(): string {
    return this.invocations[0]?.transactionId ?? '';
  }

  get invocations(): readonly InvocationTrace[] {
    return this.#happened.invocations;
  }

  async close(): Promise<void> {
    await this.#phone.close();
    await this.cloud.close();
  }
}

export interface CallByHand {
  /** The caller's number. */
  readonly from: string;
  /** Whom they want; default the bank's number. */
  readonly to?: string;
  /** Of the Request-URI; default PSTN Audio's address. */
  readonly host?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Talk {
  readonly destination: Conversation['destination'];
  readonly contextSeen: Conversation['contextSeen'];
  readonly heard: readonly boolean[];
  readonly invocations: readonly InvocationTrace[];
}

/** Whom a call has reached, in the order in which they answered. */
class Conversations {
  readonly #begun: PromiseWithResolvers<Conversation>[] = [];
  #answered = 0;
  #asked = 0;

  add(conversation: Conversation): void {
    this.#at(this.#answered++).resolve(conversation);
  }

  next(): Promise<Conversation> {
    return this.#at(this.#asked++).promise;
  }

  #at(index: number): PromiseWithResolvers<Conversation> {
    return (this.#begun[index] ??= Promise.withResolvers());
  }
}

interface Happened {
  order: DeviceCall | undefined;
  conversations: Conversations;
  /** The function has answered for the first time. */
  answered: PromiseWithResolvers<void>;
  /** The function's next answer. */
  next: PromiseWithResolvers<void>;
  readonly invocations: InvocationTrace[];
  /** Those before are forgotten. */
  from: number;
}

export async function anExampleBank(
  change: (tenant: Tenant) => Tenant = (tenant) => tenant,
  options: Partial<LocalCloudOptions> = {},
  /** The Echo calls by itself whenever Alexa orders it, as it does for calls that the console places. */
  { echoCalls = false }: { readonly echoCalls?: boolean } = {},
): Promise<CloudFixture> {
  const ports = { clock: systemClock, timers: systemTimers, ids: systemIds };
  const happened: Happened = {
    order: undefined,
    conversations: new Conversations(),
    answered: Promise.withResolvers(),
    next: Promise.withResolvers(),
    invocations: [],
    from: 0,
  };
  const logged: string[] = [];
  const tenant = change(await exampleBank());
  const cloud = await startLocalCloud({
    bundles: await builtFunctions(),
    ...ports,
    tenant,
    ...(echoCalls ? {} : { placeCall: (order: DeviceCall) => void (happened.order = order) }),
    onConversation: (conversation) => happened.conversations.add(conversation),
    observer: {
      onInvocation: (trace) => {
        happened.invocations.push(trace);
        happened.answered.resolve();
        happened.next.resolve();
        happened.next = Promise.withResolvers();
      },
    },
    onLog: ({ line }) => logged.push(line),
    ...options,
  });
  const phone = await startSoftPhone({ ...ports, name: 'Echo', voiceHz: voices.caller });
  return new CloudFixture(cloud, tenant.smaPhoneNumber, phone, happened, logged);
}

function actionTypeOf({ event }: InvocationTrace): string | undefined {
  return (event as { readonly ActionData?: { readonly Type?: string } }).ActionData?.Type;
}
