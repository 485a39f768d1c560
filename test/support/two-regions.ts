import { builtFunctions } from './built-functions.ts';
import { DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb';
import type { DeviceCall } from '../../infra/local/alexa/service/device-call.ts';
import { tableNames } from '../../infra/local/cloud/start-data.ts';
import { startLocalCloud, voices, type LocalCloud } from '../../infra/local/cloud/local-cloud.ts';
import { withStandbyRegion } from '../../infra/local/cloud/standby-region.ts';
import type { GlobalTables } from '../../infra/local/dynamodb/global-tables.ts';
import { exampleBank } from '../../infra/local/demo/example-bank/example-bank.ts';
import type { PhoneCall } from '../../infra/local/phone/phone-call.ts';
import { startSoftPhone, type Dialled, type SoftPhone } from '../../infra/local/phone/soft-phone.ts';
import type { InvocationTrace } from '../../infra/local/pstn-audio/service/trace.ts';
import { alexaClientIdHeader } from '../../shared/contracts/communication-session.ts';
import { readUserToUser } from '../../shared/contracts/user-to-user.ts';
import { systemClock } from '../../shared/adapters/system/system-clock.ts';
import { systemIds } from '../../shared/adapters/system/system-ids.ts';
import { systemTimers } from '../../shared/adapters/system/system-timers.ts';
import { CallLedger } from './two-regions-ledger.ts';

export const first = 'us-east-1';
export const second = 'us-west-2';
export type Region = typeof first | typeof second;

/** Longer than any test: what one Region writes comes to the other when the test says so. */
export const untilToldMs = 600_000;

/** A call that Alexa has ordered, and by what its agent will know it. */
export interface OrderedCall {
  readonly order: DeviceCall;
  readonly accountId: string;
}

const ports = { clock: systemClock, timers: systemTimers, ids: systemIds };
const digits = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'] as const;

/** Example Bank in two Regions: tables that follow each other, and a SIP rule with the SMA of either, in this order. */
export class TwoRegions {
  readonly cloud: LocalCloud;
  readonly ledger: CallLedger;
  readonly #phone: SoftPhone;
  readonly #orders: DeviceCall[];
  #asked = 0;

  constructor(parts: {
    readonly cloud: LocalCloud;
    readonly ledger: CallLedger;
    readonly phone: SoftPhone;
    readonly orders: DeviceCall[];
  }) {
    this.cloud = parts.cloud;
    this.ledger = parts.ledger;
    this.#phone = parts.phone;
    this.#orders = parts.orders;
  }

  get tables(): GlobalTables {
    if (this.cloud.globalTables === undefined) throw new Error('the cloud has one Region');
    return this.cloud.globalTables;
  }

  /** A customer asks for support, each with an account number of their own: the skill writes the context in the first Region. */
  async order(): Promise<OrderedCall> {
    const accountId = String(12_340_000 + this.#asked++);
    const spoken = accountId
      .split('')
      .map((digit) => digits[Number(digit)])
      .join(' ');
    const speech: string[] = [];
    // A busy machine answers late, and a caller who is told to try again does so.
    for (let times = 0; times < 3; times += 1) {
      this.#orders.length = 0;
      for (const utterance of ['ask example bank to call support about my lost card', spoken, 'yes'])
        speech.push((await this.cloud.alexa.say(utterance)).speech);
      const [order] = this.#orders;
      if (order !== undefined) return { order, accountId };
    }
    throw new Error(`Alexa has ordered no call: ${speech.join(' | ')}`);
  }

  async orders(count: number): Promise<readonly OrderedCall[]> {
    const ordered: OrderedCall[] = [];
    while (ordered.length < count) ordered.push(await this.order());
    return ordered;
  }

  /** Places a call as the device would, at once with others. */
  async dial({ order }: OrderedCall): Promise<Dialled> {
    const { address } = this.cloud.pstnAudio;
    return this.#phone.dial({
      target: address,
      requestUri: `sip:${order.to}@${address.host}`,
      from: `sip:${order.from}@echo.test`,
      headers: { 'User-to-User': order.userToUser ?? '', [alexaClientIdHeader]: order.alexaClientId },
    });
  }

  /** Calls, until the call is answered by words or a person. @throws Error when it is refused. */
  async connect(ordered: OrderedCall): Promise<PhoneCall> {
    const outcome = await (await this.dial(ordered)).outcome;
    if (outcome.kind === 'connected') return outcome.call;
    throw new Error(`nobody answered: ${outcome.kind}`);
  }

  /** Calls, until the agent hears the caller and the caller the agent; who sees whose context is in the ledger. */
  async talk(ordered: OrderedCall): Promise<PhoneCall> {
    const answered = this.ledger.answer(ordered);
    const call = await this.connect(ordered);
    const conversation = await answered;
    const heard = await Promise.all([call.hears(voices.agent), conversation.hears(voices.caller)]);
    if (heard.includes(false)) throw new Error('the call ended before both had heard each other');
    return call;
  }

  /** Talks, hangs up, and waits until nothing is left: the Regions whose functions have answered for this call. */
  async talked(ordered: OrderedCall): Promise<readonly string[]> {
    (await this.talk(ordered)).hangUp();
    await this.cloud.pstnAudio.idle();
    return this.regionsOf(ordered);
  }

  /** Regions whose functions have answered for the last call that was placed by this order. */
  regionsOf(ordered: OrderedCall): readonly string[] {
    return this.ledger.regionsOf(this.ledger.transactions(ordered).at(-1) ?? '');
  }

  /** What a Region's replica has of a call's context: which call has claimed it, if any; undefined while it has not come there. */
  async contextIn(
    region: Region,
    ordered: OrderedCall,
  ): Promise<{ readonly claimedBy: string | undefined } | undefined> {
    const client = new DynamoDBClient({
      region,
      endpoint: this.tables.endpoint,
      credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    });
    try {
      const { Item } = await client.send(
        new GetItemCommand({ TableName: tableNames.callContexts, Key: { id: { S: contextIdOf(ordered) } } }),
      );
      return Item && { claimedBy: Item['claimedBy']?.S };
    } finally {
      client.destroy();
    }
  }

  /** The SMA function of a Region is down, or up again. How many invocations were cut off. */
  down(region: Region, down: boolean): number {
    return this.cloud.outages.set(functionIn(region), down).length;
  }

  /** The SMA function of a Region goes down in the moment in which it is next invoked. How many invocations were cut off. */
  async downWhileAnswering(region: Region): Promise<number> {
    await this.cloud.outages.begins(functionIn(region));
    return this.down(region, true);
  }

  async close(): Promise<void> {
    await this.#phone.close();
    await this.cloud.close();
  }
}

export function contextIdOf({ order }: OrderedCall): string {
  const reading = readUserToUser({ 'User-to-User': order.userToUser ?? '' });
  if (reading.kind !== 'clientSession') throw new Error(`Alexa has ordered a call with User-to-User ${reading.kind}`);
  return reading.clientSessionId;
}

export function functionIn(region: Region): string {
  return `arn:aws:lambda:${region}:111122223333:function:sma`;
}

export async function startTwoRegions({ lagMs = untilToldMs }: { readonly lagMs?: number } = {}): Promise<TwoRegions> {
  const ledger = new CallLedger();
  const orders: DeviceCall[] = [];
  const cloud = await startLocalCloud({
    bundles: await builtFunctions(),
    ...ports,
    tenant: withStandbyRegion(await exampleBank(), second),
    replicationLagMs: lagMs,
    placeCall: (order) => void orders.push(order),
    onConversation: (conversation) => ledger.conversation(conversation),
    observer: { onInvocation: (trace: InvocationTrace) => ledger.invocation(trace) },
  });
  // Nobody waits for a cold start here: what is told is what an outage does.
  await Promise.all(([first, second] as const).map((region) => cloud.functions.warmUp(functionIn(region))));
  const phone = await startSoftPhone({ ...ports, name: 'Echo', voiceHz: voices.caller });
  return new TwoRegions({ cloud, ledger, phone, orders });
}
