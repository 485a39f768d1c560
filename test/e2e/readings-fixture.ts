import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import { systemTimers } from '../../shared/adapters/system/system-timers.ts';
import { withinTime } from '../../shared/within-time.ts';
import type { DeviceCall } from '../../infra/local/alexa/service/device-call.ts';
import { voices } from '../../infra/local/cloud/local-cloud.ts';
import type { Conversation } from '../../infra/local/contact-center/conversation.ts';
import { exampleBank } from '../../infra/local/demo/example-bank/example-bank.ts';
import type { PhoneCall } from '../../infra/local/phone/phone-call.ts';
import { defaultBehavior, type Behavior } from '../../infra/local/pstn-audio/config/behavior.ts';
import type { InvocationTrace } from '../../infra/local/pstn-audio/service/trace.ts';
import { accountNumber, anExampleBank, type CloudFixture } from '../support/local-cloud-fixture.ts';
import { branchVisit, lostCard, mortgage } from './faults-fixture.ts';

/** They take some 10 s. */
const allStoriesMs = 30_000;

const bill = ['ask example bank to call support about my bill', accountNumber, 'yes'] as const;

/** Where the bank's table lies by which no two of the callers reach the same person, and one can go to the next by a key. */
export interface ReadingsTable {
  readonly file: string;
  remove(): Promise<void>;
}

export async function readingsTable(): Promise<ReadingsTable> {
  const folder = await mkdtemp(join(tmpdir(), 'readings-'));
  const file = join(folder, 'routing-table.yaml');
  const { routingTable } = await exampleBank();
  const table = parse(await readFile(routingTable.file, 'utf8')) as { rules: { id: string }[] };
  const changes: Readonly<Record<string, object>> = {
    bills: { attempts: [{ branch: 'tacoma' }, { branch: 'spokane' }], keys: { '1': 'nextPerson' } },
    // Where the meeting is not to be had in time, nobody else's telephone rings.
    mortgages: { attempts: [{ meeting: 'adviser' }] },
  };
  const rules = table.rules.map((rule) => ({ ...rule, ...changes[rule.id] }));
  await writeFile(file, stringify({ ...table, rules }));
  return { file, remove: () => rm(folder, { recursive: true }) };
}

/** The example bank, read in one way, with several callers at once: whom they reach tells them apart. */
class ReadingFixture {
  readonly bank: CloudFixture;
  /** Of all calls. */
  readonly traces: readonly InvocationTrace[];
  readonly #conversations: Once<Conversation>;
  readonly #listening: Once<void>;

  constructor(bank: CloudFixture, { traces, conversations, listening }: Seen) {
    this.bank = bank;
    this.traces = traces;
    this.#conversations = conversations;
    this.#listening = listening;
  }

  /** The nearest branch is busy, the second answers, the caller ends the call. */
  async secondBranchAnswers(call: PhoneCall): Promise<void> {
    await this.#talk(call, 'bellevue');
    call.hangUp();
  }

  /** The agent hangs up first. */
  async agentHangsUp(call: PhoneCall): Promise<void> {
    const agent = await this.#talk(call, 'support');
    agent.hangUp();
    await call.ended;
  }

  /** The caller goes to the next person by a key, and an operator has them transferred to a third one. */
  async isTransferred(call: PhoneCall, transactionId: string): Promise<void> {
    await this.#talk(call, 'tacoma');
    // Two sides talk a moment before the function is told so, and asks for the keys.
    await this.#listening.of(transactionId);
    await call.press('*1');
    await this.#talk(call, 'spokane');
    const command = { command: 'transfer', destination: 'branch:queen-anne' } as const;
    await this.bank.cloud.operatorConsole.command(transactionId, command);
    await this.#talk(call, 'queen-anne');
    call.hangUp();
  }

  /** The caller does not even wait until the words are over that are said in a meeting. */
  async callerLeavesAtOnce(call: PhoneCall): Promise<void> {
    await call.hearsSound();
    call.hangUp();
  }

  /** All of them at once; resolves when nothing is left of any. */
  async everyStory(): Promise<void> {
    const told = await withinTime(systemTimers, allStoriesMs, this.#everyStory());
    if (told.kind === 'late') throw new Error(`not over after ${allStoriesMs} ms\n${this.#course()}`);
  }

  /** How far each call has come: what the function was asked, and with which actions it answered. */
  #course(): string {
    const calls = Map.groupBy(this.traces, ({ transactionId }) => transactionId);
    const courses = [...calls.values()].map((traces) => traces.map(stepOf).join('; '));
    return [`connected legs ${this.bank.cloud.pstnAudio.connectedLegs}`, ...courses, ...this.bank.logged].join('\n');
  }

  async #everyStory(): Promise<void> {
    const { bank } = this;
    const orders: DeviceCall[] = [];
    for (const words of [branchVisit, lostCard, bill, mortgage]) orders.push(await bank.ordered(...words));
    // One event is delivered twice.
    bank.cloud.functions.failNext('sma', { kind: 'throw', times: 1 });
    const connect = async (index: number): Promise<PhoneCall> => {
      const outcome = await (await bank.dial(orders[index])).outcome;
      if (outcome.kind !== 'connected') throw new Error(`call ${index} was not answered: ${outcome.kind}`);
      return outcome.call;
    };
    await Promise.all([
      connect(0).then((call) => this.secondBranchAnswers(call)),
      connect(1).then((call) => this.agentHangsUp(call)),
      connect(2).then((call) => this.isTransferred(call, this.#transactionOf(orders[2]?.userToUser))),
      connect(3).then((call) => this.callerLeavesAtOnce(call)),
    ]);
    await bank.cloud.pstnAudio.idle();
  }

  async #talk(call: PhoneCall, destination: string): Promise<Conversation> {
    const conversation = await this.#conversations.of(destination);
    const heard = await Promise.all([call.hears(conversation.voiceHz), conversation.hears(voices.caller)]);
    if (heard.includes(false)) throw new Error(`caller and ${destination} did not hear each other`);
    return conversation;
  }

  #transactionOf(userToUser: string | undefined): string {
    const begun = this.traces.find(({ event }) => JSON.stringify(event).includes(userToUser ?? '-'));
    return begun?.transactionId ?? '';
  }
}

function stepOf({ invocationEventType, actions, failure = '' }: InvocationTrace): string {
  return `${invocationEventType} → ${actions.join(', ')}${failure}`;
}

/** What happens once for each id, such as that somebody answers. */
class Once<Value> {
  readonly #awaited = new Map<string, PromiseWithResolvers<Value>>();

  happens(id: string, value: Value): void {
    this.#at(id).resolve(value);
  }

  of(id: string): Promise<Value> {
    return this.#at(id).promise;
  }

  #at(id: string): PromiseWithResolvers<Value> {
    const known = this.#awaited.get(id) ?? Promise.withResolvers<Value>();
    this.#awaited.set(id, known);
    return known;
  }
}

interface Seen {
  /** Of all calls. */
  readonly traces: InvocationTrace[];
  /** By the id of whoever answered. */
  readonly conversations: Once<Conversation>;
  /** By transaction: the caller's keys are listened for. */
  readonly listening: Once<void>;
}

/** PSTN Audio in our stead reads AWS's pages like that; the rest as by default. */
async function aBankRead(reading: Partial<Behavior>, { file }: ReadingsTable): Promise<ReadingFixture> {
  const seen: Seen = { traces: [], conversations: new Once(), listening: new Once() };
  const bank = await anExampleBank(
    (tenant) => ({
      ...tenant,
      routingTable: { ...tenant.routingTable, file },
      pstnAudio: { ...tenant.pstnAudio, Behavior: { ...defaultBehavior, ...reading } },
    }),
    {
      onConversation: (conversation) => seen.conversations.happens(conversation.destination.id, conversation),
      observer: {
        onInvocation: (trace) => void seen.traces.push(trace),
        onAction({ actionType, transactionId, result }) {
          if (actionType === 'ReceiveDigits' && result !== undefined) seen.listening.happens(transactionId, undefined);
        },
      },
    },
  );
  bank.cloud.branches.behave('seattle-downtown', 'busy');
  bank.cloud.branches.behave('queen-anne', 'answer');
  return new ReadingFixture(bank, seen);
}

/** Banks read in these ways, in turn: while one is called, the next one is opened. */
export class BanksInTurn {
  readonly #readings: readonly Partial<Behavior>[];
  readonly #table: ReadingsTable;
  readonly #opened = new Map<number, Promise<ReadingFixture>>();

  constructor(readings: readonly Partial<Behavior>[], table: ReadingsTable) {
    this.#readings = readings;
    this.#table = table;
  }

  async at(index: number): Promise<ReadingFixture> {
    const bank = await this.#open(index);
    if (index + 1 < this.#readings.length) void this.#open(index + 1).catch(() => undefined);
    return bank;
  }

  async close(index: number): Promise<void> {
    const opened = this.#opened.get(index);
    this.#opened.delete(index);
    await (await opened)?.bank.close();
  }

  /** Those too that nobody has called. */
  async closeAll(): Promise<void> {
    for (const index of this.#opened.keys()) await this.close(index);
  }

  #open(index: number): Promise<ReadingFixture> {
    const opened = this.#opened.get(index) ?? aBankRead(this.#readings[index] ?? {}, this.#table);
    this.#opened.set(index, opened);
    return opened;
  }
}
