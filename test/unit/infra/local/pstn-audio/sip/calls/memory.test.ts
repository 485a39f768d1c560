import { aliceAndBob, sdpAt, type Story } from '../../../../../../support/sip-stories.ts';

let story: Story;

beforeEach(async () => {
  story = await aliceAndBob();
});

const nothing = { calls: 0, dialogs: 0, transactions: 0 };

describe('what a user agent keeps in memory', () => {
  it.each<{ case: string; run: (story: Story) => Promise<void> }>([
    {
      case: 'were answered and ended',
      async run(each) {
        const { bob, timers } = each;
        bob.onInvite = (incoming) => incoming.answer(sdpAt(5000));
        const outgoing = each.call();
        await timers.advanceBy(40);
        outgoing.hangUp();
      },
    },
    {
      case: 'were refused',
      async run(each) {
        const { bob } = each;
        bob.onInvite = (incoming) => incoming.reject(486);
        each.call();
      },
    },
    {
      case: 'were cancelled while they rang',
      async run(each) {
        const { bob, timers } = each;
        bob.onInvite = (incoming) => incoming.ring();
        const outgoing = each.call();
        await timers.advanceBy(40);
        outgoing.cancel();
      },
    },
    {
      case: 'nobody heard of',
      async run(each) {
        const { network } = each;
        network.drop(/INVITE/, 7);
        each.call();
      },
    },
    {
      case: 'were never acknowledged',
      async run(each) {
        const { bob, network } = each;
        network.drop(/ACK|BYE/, 20);
        bob.onInvite = (incoming) => incoming.answer(sdpAt(5000));
        each.call();
      },
    },
  ])('is nothing once calls are over that $case', async ({ run }) => {
    for (let count = 0; count < 20; count += 1) await run(story);
    await story.timers.advanceBy(1000);
    expect(story.bob.held.transactions + story.alice.held.transactions).toBeGreaterThan(0);

    await story.timers.advanceBy(120_000);

    expect(story.alice.held).toEqual(nothing);
    expect(story.bob.held).toEqual(nothing);
    expect(story.timers.pending).toBe(0);
  });
});
