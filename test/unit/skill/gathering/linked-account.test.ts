import type { E164 } from '../../../../shared/domain/phone-number.ts';
import type { LinkedProfile, LinkedProfiles } from '../../../../shared/ports/linked-profiles.ts';
import { timeLimits } from '../../../../skill/time-limits.ts';
import { aCaller } from './a-caller.ts';

const access = { linkedToken: 'linked-token' };
const all: LinkedProfile = { name: 'J. Roe', phoneNumber: '+12065550122' as E164, accountId: '4711' };

function answering(answer: () => Promise<LinkedProfile | undefined>): LinkedProfiles & { tokens: string[] } {
  const tokens: string[] = [];
  return {
    tokens,
    of: async (token) => {
      tokens.push(token);
      return await answer();
    },
  };
}

describe('a caller who has linked their account', () => {
  it('is who the business says they are', async () => {
    const linkedProfiles = answering(async () => all);

    const facts = await aCaller({ access, linkedProfiles }).gather();

    expect(facts).toMatchObject({
      name: { kind: 'given', value: 'J. Roe' },
      phoneNumber: { kind: 'given', value: '+12065550122' },
      accountId: '4711',
    });
    expect(linkedProfiles.tokens).toEqual(['linked-token']);
  });

  it('comes before the profile of whoever was recognised', async () => {
    const caller = aCaller({
      access: { ...access, isPersonRecognised: true },
      alexa: { personName: { status: 200, body: 'John Roe' } },
      linkedProfiles: answering(async () => all),
    });

    expect((await caller.gather()).name).toEqual({ kind: 'given', value: 'J. Roe' });
  });

  it("has Alexa's profile for what the business does not know", async () => {
    const linkedProfiles = answering(async () => ({ accountId: '4711' }));

    const facts = await aCaller({ access, linkedProfiles }).gather();

    expect(facts).toMatchObject({
      name: { kind: 'given', value: 'Jane Roe' },
      phoneNumber: { kind: 'given', value: '+12065550100' },
      accountId: '4711',
    });
  });

  it('needs to allow nothing else for a call', async () => {
    const forbidden = { status: 403 } as const;
    const caller = aCaller({
      access,
      alexa: { name: forbidden, number: forbidden },
      linkedProfiles: answering(async () => all),
    });

    expect((await caller.gather()).phoneNumber.kind).toBe('given');
  });

  it.each([
    { case: 'the token is not taken any more', answer: async () => undefined, event: 'linked-profile-token-refused' },
    {
      case: 'the business answers with an error',
      answer: async () => {
        throw Object.assign(new Error('Jane'), { status: 503 });
      },
      event: 'linked-profile-failed',
      status: 503,
    },
    { case: 'the business never answers', answer: () => new Promise<never>(() => {}), event: 'linked-profile-late' },
  ])('is as good as not linked when $case', async ({ answer, event, ...fields }) => {
    const caller = aCaller({ access, linkedProfiles: answering(answer) });

    const gathering = caller.gather();
    await caller.timers.advanceBy(timeLimits.gatheringMs);
    const facts = await gathering;

    expect(facts).toMatchObject({ name: { value: 'Jane Roe' }, phoneNumber: { value: '+12065550100' } });
    expect(facts).not.toHaveProperty('accountId');
    const { status } = fields as { status?: number };
    expect(caller.log).toEqual([expect.objectContaining({ event, ...(status === undefined ? {} : { status }) })]);
    expect(JSON.stringify(caller.log)).not.toMatch(/Jane|linked-token/);
  });
});

describe('a caller who has linked nothing', () => {
  it('is not asked after at the business', async () => {
    const linkedProfiles = answering(async () => all);

    const facts = await aCaller({ linkedProfiles }).gather();

    expect(linkedProfiles.tokens).toEqual([]);
    expect(facts).not.toHaveProperty('accountId');
  });

  it('may bring a token that nobody is there for', async () => {
    const { name } = await aCaller({ access }).gather();

    expect(name).toEqual({ kind: 'given', value: 'Jane Roe' });
  });
});
