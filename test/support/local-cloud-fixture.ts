import { systemClock } from '../../shared/adapters/system/system-clock.ts';
import { systemIds } from '../../shared/adapters/system/system-ids.ts';
import { systemTimers } from '../../shared/adapters/system/system-timers.ts';
import { alexaClientIdHeader } from '../../shared/contracts/communication-session.ts';
import type { DeviceCall } from '../../infra/local/alexa/service/device-call.ts';
import {
  startLocalCloud,
  voices,
  type LocalCloud,
  type LocalCloudOptions,
} from '../../infra/local/cloud/local-cloud.ts';
import type { Conversation } from '../../infra/local/contact-center/conversation.ts';
import { exampleBank } from '../../infra/local/demo/example-bank/example-bank.ts';
import { startSoftPhone, type Dialled, type SoftPhone } from '../../infra/local/phone/soft-phone.ts';
import type { InvocationTrace } from '../../infra/local/pstn-audio/service/trace.ts';
import type { Tenant } from '../../infra/local/cloud/tenant.ts';

export const accountNumber = 'one two three four five six seven eight';

/** The example bank's cloud, whose Echo waits until the test lets it call. */
export class CloudFixture {
  readonly cloud: LocalCloud;
  readonly logged: string[];
  readonly #phone: SoftPhone;
  readonly #happened: Happened;

  constructor(cloud: LocalCloud, phone: SoftPhone, happened: Happened, logged: string[]) {
    this.cloud = cloud;
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

  /** Places a call that Alexa ordered, with headers other than those ordered if the test wants. */
  dial(order: DeviceCall | undefined, headers: Readonly<Record<string, string>> = {}): Promise<Dialled> {
    if (order === undefined) throw new Error('Alexa has ordered no call');
    const { pstnAudio } = this.cloud;
    this.#happened.invocations.length = 0;
    this.#happened.conversation = Promise.withResolvers();
    this.#happened.answered = Promise.withResolvers();
    return this.#phone.dial({
      target: pstnAudio.address,
      requestUri: `sip:${order.to}@${pstnAudio.address.host}`,
      from: `sip:${order.from}@echo.test`,
      headers: { 'User-to-User': order.userToUser ?? '', [alexaClientIdHeader]: order.alexaClientId, ...headers },
    });
  }

  /** Dials, waits until both sides hear each other, hangs up, waits until nothing is left. */
  async talk(order: DeviceCall | undefined, headers?: Readonly<Record<string, string>>): Promise<Talk> {
    const outcome = await (await this.dial(order, headers)).outcome;
    if (outcome.kind !== 'connected')
      throw new Error(`nobody answered: ${outcome.kind} ${outcome.kind === 'refused' ? outcome.status : ''}`);
    const conversation = await this.#happened.conversation.promise;
    const heard = await Promise.all([outcome.call.hears(conversation.voiceHz), conversation.hears(voices.caller)]);
    outcome.call.hangUp();
    await this.cloud.pstnAudio.idle();
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

  get invocations(): readonly InvocationTrace[] {
    return this.#happened.invocations;
  }

  async close(): Promise<void> {
    await this.#phone.close();
    await this.cloud.close();
  }
}

export interface Talk {
  readonly destination: Conversation['destination'];
  readonly contextSeen: Conversation['contextSeen'];
  readonly heard: readonly boolean[];
  readonly invocations: readonly InvocationTrace[];
}

interface Happened {
  order: DeviceCall | undefined;
  conversation: PromiseWithResolvers<Conversation>;
  answered: PromiseWithResolvers<void>;
  readonly invocations: InvocationTrace[];
}

export async function anExampleBank(
  change: (tenant: Tenant) => Tenant = (tenant) => tenant,
  options: Partial<LocalCloudOptions> = {},
): Promise<CloudFixture> {
  const ports = { clock: systemClock, timers: systemTimers, ids: systemIds };
  const happened: Happened = {
    order: undefined,
    conversation: Promise.withResolvers(),
    answered: Promise.withResolvers(),
    invocations: [],
  };
  const logged: string[] = [];
  const cloud = await startLocalCloud({
    ...ports,
    tenant: change(await exampleBank()),
    placeCall: (order) => {
      happened.order = order;
    },
    onConversation: (conversation) => happened.conversation.resolve(conversation),
    observer: {
      onInvocation: (trace) => {
        happened.invocations.push(trace);
        happened.answered.resolve();
      },
    },
    onLog: ({ line }) => logged.push(line),
    ...options,
  });
  const phone = await startSoftPhone({ ...ports, name: 'Echo', voiceHz: voices.caller });
  return new CloudFixture(cloud, phone, happened, logged);
}
