import { changesResponseSchema } from '../../shared/contracts/changes-api.ts';
import {
  callsOfContextResponseSchema,
  joinCallResponseSchema,
  liveCallsSchema,
  type LiveCall,
} from '../../shared/contracts/desk-api.ts';
import { figuresResponseSchema } from '../../shared/contracts/figures-api.ts';
import { reviewResponseSchema, tableResponseSchema } from '../../shared/contracts/tables-api.ts';
import { accountNumber, anExampleBank, type CloudFixture } from '../support/local-cloud-fixture.ts';

const lostCard = ['ask example bank to call support about my lost card', accountNumber, 'yes'] as const;
const mortgage = ['ask example bank to talk to a mortgage adviser', accountNumber, 'yes'] as const;

let bank: CloudFixture;
beforeAll(async () => {
  bank = await anExampleBank();
}, 60_000);
afterAll(async () => {
  await bank.close();
}, 30_000);
afterEach(async () => {
  bank.cloud.desk.behave('answer');
  bank.cloud.advisers.behave({ kind: 'comes' });
  await bank.hangUp();
});

/** The call that was placed last, as the live list has it; undefined while it has not. */
async function live(): Promise<LiveCall | undefined> {
  const answer = await bank.cloud.operatorConsole.ask('/calls/live');
  expect(answer.headers.get('content-type')).toBe('text/event-stream');
  const data = /^data: (.*)$/m.exec(await answer.text())?.[1] ?? '';
  return liveCallsSchema
    .parse(JSON.parse(data))
    .calls.find(({ transactionId }) => transactionId === bank.transactionId);
}

/** The same, asked for again until it is so: a client asks once a second, and never waits for more than that. */
async function liveOnce(is: (call: LiveCall) => boolean): Promise<LiveCall> {
  for (;;) {
    const call = await live();
    if (call !== undefined && is(call)) return call;
  }
}

const isConnected = ({ summary }: LiveCall): boolean => summary?.answeredBy !== undefined;
const hasEnded = ({ summary }: LiveCall): boolean => summary?.endedAt !== undefined;

async function agentAnswers(): Promise<void> {
  for (;;) {
    const [ringing] = bank.cloud.agentsPhones.phones;
    if (ringing !== undefined) {
      await bank.cloud.agentsPhones.handle(ringing.phone, 'answer');
      return;
    }
    await live();
  }
}

describe('what an agent sees of a call', () => {
  it('is there while the desk rings, when somebody has answered, and when it is over', async () => {
    bank.cloud.desk.behave('ask');
    const order = await bank.ordered(...lostCard);
    const connecting = bank.connect(order);
    await bank.branchRings();

    const ringing = await liveOnce(() => true);
    await agentAnswers();
    await connecting;
    const talking = await liveOnce(isConnected);
    await bank.hangUp();
    const over = await liveOnce(hasEnded);

    expect(ringing).toMatchObject({ contextId: expect.stringMatching(/lost-card/), summary: { ending: 'underWay' } });
    expect(talking).toMatchObject({
      contextId: ringing.contextId,
      destination: 'contactCenter:support',
      summary: { ending: 'underWay', ruleId: 'lost-cards' },
    });
    expect(over).toMatchObject({ summary: { ending: 'answered' } });
    expect(over.destination).toBeUndefined();
  }, 60_000);

  it('is with the caller’s other calls, by the key that came with it', async () => {
    await bank.talk(await bank.ordered(...lostCard));
    const first = bank.transactionId;
    await bank.talk(await bank.ordered(...lostCard));
    const { contextId = '' } = await liveOnce(hasEnded);

    const answer = await bank.cloud.crmConsole.ask(`/call-contexts/${contextId}/calls`);

    const { calls } = callsOfContextResponseSchema.parse(await answer.json());
    expect(calls[0]).toMatchObject({ transactionId: bank.transactionId, sameContext: true });
    expect(calls.find(({ transactionId }) => transactionId === first)).toMatchObject({
      sameContext: false,
      summary: { ruleId: 'lost-cards' },
    });
  }, 60_000);

  it('leads into the meeting that the caller waits in', async () => {
    bank.cloud.advisers.behave({ kind: 'neverComes' });
    const call = await bank.connect(await bank.ordered(...mortgage));
    await call.hearsSound();
    const { meetingId } = await liveOnce((each) => each.meetingId !== undefined);

    const answer = await bank.cloud.operatorConsole.ask(`/calls/${bank.transactionId}/attendees`, { method: 'POST' });

    expect(answer.status).toBe(200);
    const { meeting, attendee } = joinCallResponseSchema.parse(await answer.json());
    expect(meeting.MeetingId).toBe(meetingId);
    expect(attendee.JoinToken).not.toBe('');
  }, 60_000);

  it('is counted, and replayed where a draft would send it elsewhere', async () => {
    const { operatorConsole, tenant } = bank.cloud;
    const table = `/tables/${tenant.routingTable.name}`;
    const { source } = tableResponseSchema.parse(await (await operatorConsole.ask(table)).json());
    await bank.talk(await bank.ordered(...lostCard));
    await liveOnce(hasEnded);

    const figures = figuresResponseSchema.parse(await (await operatorConsole.ask('/call-figures')).json());
    const answer = await operatorConsole.ask(`${table}/review`, { method: 'POST', body: { source } });

    expect(figures.calls).toBeGreaterThan(0);
    expect(figures.destinations.find(({ destination }) => destination === 'contactCenter:support')).toMatchObject({
      outcomes: { answered: expect.any(Number) },
    });
    const { changes, lastWeek } = reviewResponseSchema.parse(await answer.json());
    expect(changes).toEqual([]);
    expect(lastWeek.unchanged).toBeGreaterThan(0);
    expect(lastWeek.changed).toBe(0);
  }, 60_000);

  it('is remembered of whoever has looked, and told', async () => {
    bank.cloud.desk.behave('ask');
    const connecting = bank.connect(await bank.ordered(...lostCard));
    await bank.branchRings();
    await agentAnswers();
    await connecting;
    const { contextId = '' } = await liveOnce(isConnected);
    await bank.cloud.crmConsole.ask(`/call-contexts/${contextId}`);
    await bank.cloud.operatorConsole.command(bank.transactionId, { command: 'hangUp' });

    const answer = await bank.cloud.operatorConsole.ask('/changes?limit=10');

    const { changes } = changesResponseSchema.parse(await answer.json());
    expect(changes).toContainEqual(expect.objectContaining({ kind: 'contextRead', by: 'crm', subject: contextId }));
    expect(changes).toContainEqual(
      expect.objectContaining({ kind: 'callCommanded', by: 'operator', subject: bank.transactionId, detail: 'hangUp' }),
    );
  }, 60_000);

  it.each(['/calls/live', '/call-figures'])('is not for whoever may read contexts only: %s', async (path) => {
    const answer = await bank.cloud.crmConsole.ask(path);

    expect(answer.status).toBe(403);
  });
});
