import { voices } from '../../infra/local/cloud/local-cloud.ts';
import { adviserFor } from '../support/adviser-in-meeting.ts';
import { bankWithAttempts, type ChangedBank } from '../support/changed-table.ts';
import { accountNumber, anExampleBank, type CloudFixture } from '../support/local-cloud-fixture.ts';

const mortgage = ['ask example bank to talk to a mortgage adviser', accountNumber, 'yes'] as const;
/** Of a second adviser: of nobody else in the cloud. */
const colleagueHz = 1330;

let changed: ChangedBank;
let bank: CloudFixture;
beforeAll(async () => {
  changed = await bankWithAttempts({ mortgages: [{ meeting: 'adviser', timeout: 30 }] });
  bank = await anExampleBank(changed.change);
}, 60_000);
afterAll(async () => {
  await bank.close();
  await changed.remove();
}, 30_000);
afterEach(async () => {
  bank.cloud.advisers.behave({ kind: 'comes' });
  await bank.hangUp();
});

/** What the call is told next by the meeting, and what it makes of it. */
async function tells(happens: () => void): Promise<string> {
  bank.forget();
  happens();
  return (await bank.invoked('CALL_UPDATE_REQUESTED')).actions.join();
}

describe('a caller in a meeting with an adviser', () => {
  it('goes on talking to a colleague when the adviser leaves, and is bidden goodbye when the colleague does', async () => {
    const order = await bank.ordered(...mortgage);
    const call = await bank.connect(order);
    const { conversation } = await bank.meets(call);
    await bank.invoked('CALL_UPDATE_REQUESTED');
    const meetingId = conversation.destination.callee;
    const colleague = await adviserFor(bank.cloud.meetings, meetingId, { name: 'colleague', voiceHz: colleagueHz });

    const comes = await tells(() => colleague.comes());
    const leaves = await tells(() => conversation.hangUp());
    const heard = await call.hears(colleagueHz);
    const lastLeaves = await tells(() => colleague.seat().leave());

    expect([comes, leaves, lastLeaves]).toEqual(['', '', 'Speak,Hangup,Hangup']);
    expect(heard).toBe(true);
    expect(await call.ended).toMatchObject({ by: 'remote' });
  }, 40_000);

  it('waits when the adviser drops out, and talks on when they are back', async () => {
    bank.cloud.advisers.behave({ kind: 'neverComes' });
    const opened = Promise.withResolvers<string>();
    const stop = bank.cloud.meetings.onEvent(({ kind, meetingId }) => {
      if (kind === 'meetingStarted') opened.resolve(meetingId);
    });
    const order = await bank.ordered(...mortgage);
    const call = await bank.connect(order);
    const adviser = await adviserFor(bank.cloud.meetings, await opened.promise, {
      name: 'adviser',
      voiceHz: voices.adviser,
    });
    stop();
    await bank.invoked('ACTION_SUCCESSFUL', 'JoinChimeMeeting');

    const comes = await tells(() => adviser.comes());
    const drops = await tells(() => adviser.seat().drop());
    const heardWords = await call.hearsSound();
    const isBack = await tells(() => adviser.comes());
    const heard = await call.hears(voices.adviser);

    expect([comes, drops, isBack]).toEqual(['Pause', 'Speak,PlayAudio', 'Pause']);
    expect([heardWords, heard]).toEqual([true, true]);
  }, 40_000);
});
