import { placeCallResponseSchema, type PlaceCallResponse } from '../../shared/contracts/local-cloud-api.ts';
import { aLocalConsole, type LocalConsoleFixture } from '../support/local-console.ts';

describe('the local cloud, controlled from the console', () => {
  let local: LocalConsoleFixture;

  beforeAll(async () => {
    local = await aLocalConsole();
  });
  afterAll(() => local.close());
  afterEach(async () => {
    for (const { destination } of (await local.state()).destinations)
      await behave(destination, destination === 'branch:queen-anne' ? 'ringOut' : 'answer');
    local.cloud.callers.hangUp();
    await local.cloud.pstnAudio.idle();
  });

  async function behave(destination: string, behaviour: string): Promise<number> {
    const path = `/local/destinations/${encodeURIComponent(destination)}`;
    return (await local.ask(path, { as: 'andy', method: 'PUT', body: { behaviour } })).status;
  }

  async function place(body: object): Promise<PlaceCallResponse> {
    const answer = await local.ask('/local/calls', { as: 'olivia', method: 'POST', body });
    const text = await answer.text();
    if (answer.status !== 201) throw new Error(`${answer.status}: ${text}`);
    return placeCallResponseSchema.parse(JSON.parse(text));
  }

  async function handle(phone: string, deed: string): Promise<number> {
    return (await local.ask(`/local/phones/${phone}/${deed}`, { as: 'andy', method: 'POST' })).status;
  }

  async function contextOf(contextId: string): Promise<Record<string, unknown>> {
    const answer = await local.ask(`/api/call-contexts/${contextId}`, { as: 'andy' });
    return ((await answer.json()) as { callContext: Record<string, unknown> }).callContext;
  }

  async function summaryOf(transactionId: string): Promise<unknown> {
    const answer = await local.ask(`/api/calls/${transactionId}`, { as: 'vera' });
    return ((await answer.json()) as { summary: unknown }).summary;
  }

  it('has a made-up caller speak to Alexa, and rings the agent, who sees who it is', async () => {
    await behave('contactCenter:support', 'ask');

    const { transactionId, notCarried } = await place({
      caller: {
        reason: 'lost-card',
        phoneNumber: '+12065550177',
        location: { countryCode: 'US', stateOrRegion: 'WA', postalCode: '98402' },
        accountId: '87654321',
        attributes: { tier: 'gold' },
      },
      words: 'my stolen card',
      callerName: 'Nora Example',
    });
    const ringing = await local.stateOnce(({ phones }) => phones.length > 0);
    const { phone, destination, state, contextId } = ringing.phones[0]!;
    const context = await contextOf(contextId!);
    const answered = await handle(phone, 'answer');
    await local.stateOnce(({ phones }) => phones[0]?.state === 'talking');
    const twice = await handle(phone, 'answer');
    const putDown = await handle(phone, 'hang-up');

    expect([destination, state]).toEqual(['contactCenter:support', 'ringing']);
    expect(context).toMatchObject({
      callerName: 'Nora Example',
      phoneNumber: '+12065550177',
      accountId: '87654321',
      reason: { id: 'lost-card', words: 'my stolen card' },
      location: { postalCode: '98402', stateOrRegion: 'WA' },
    });
    expect(notCarried).toEqual(['The attributes tier: they are looked up, and not told by a caller.']);
    expect([answered, twice, putDown]).toEqual([204, 409, 204]);
    expect((await local.stateOnce(({ phones }) => phones.length === 0)).phones).toEqual([]);
    expect((await local.ask(`/api/calls/${transactionId}`, { as: 'vera' })).status).toBe(200);
  }, 60_000);

  it('lets a call that the agent declines go on to a branch', async () => {
    await behave('contactCenter:support', 'ask');
    const before = local.answeredAt.length;

    await place({
      caller: { reason: 'billing', phoneNumber: '+12065550178', country: 'US', postalCode: '98109' },
    });
    const { phones } = await local.stateOnce((state) => state.phones.length > 0);
    await handle(phones[0]!.phone, 'decline');
    await local.answerAfter(before);

    expect(local.answeredAt.slice(before)).toEqual(['branch:seattle-downtown']);
  }, 60_000);

  it('calls by telephone as somebody of whom nothing but the number is known, and hangs up when that one was to', async () => {
    const { transactionId, notCarried } = await place({
      caller: { ingress: 'phone', phoneNumber: '+12065550179', country: 'US' },
      hangUpAfterSeconds: 1,
    });
    await local.cloud.pstnAudio.idle();

    expect(await summaryOf(transactionId)).toMatchObject({ entry: 'phone', ending: 'callerLeft' });
    expect(notCarried).toEqual(['The place: a telephone call does not tell where it comes from.']);
  }, 60_000);

  it('places callers who come at once one after another, each with a call of their own', async () => {
    const [first, second] = await Promise.all([
      place({ caller: { reason: 'lost-card', phoneNumber: '+12065550171' }, callerName: 'First Caller' }),
      place({ caller: { reason: 'billing', phoneNumber: '+12065550172' }, callerName: 'Second Caller' }),
    ]);

    local.cloud.callers.hangUp();
    await local.cloud.pstnAudio.idle();

    expect(await summaryOf(first.transactionId)).toMatchObject({ entry: 'alexa-skill-call', reasonId: 'lost-card' });
    expect(await summaryOf(second.transactionId)).toMatchObject({ entry: 'alexa-skill-call', reasonId: 'billing' });
  }, 60_000);

  it('lets the agent join the meeting that a caller waits in, and leave it', async () => {
    await behave('meeting:adviser', 'ask');
    const before = local.answeredAt.length;

    const { transactionId } = await place({ caller: { reason: 'mortgage', phoneNumber: '+12065550173' } });
    const ringing = await local.stateOnce(({ phones }) => phones.length > 0);
    const joined = await local.ask(`/local/calls/${transactionId}/adviser`, { as: 'andy', method: 'POST' });
    const talking = await local.stateOnce(({ phones }) => phones.some(({ state }) => state === 'talking'));
    const heard = await local.conversations.at(-1)!.hears(440);
    const left = await handle(talking.phones.find(({ state }) => state === 'talking')!.phone, 'hang-up');

    expect(ringing.phones).toMatchObject([{ destination: 'meeting:adviser', state: 'ringing' }]);
    expect(joined.status).toBe(201);
    expect(talking.phones).toMatchObject([{ destination: 'meeting:adviser', contextId: ringing.phones[0]!.contextId }]);
    expect(local.answeredAt.slice(before)).toEqual(['meeting:adviser']);
    expect([heard, left]).toEqual([true, 204]);
  }, 60_000);

  it.each([
    {
      case: 'a reason that Alexa has no words for',
      body: { caller: { reason: 'astrology' } },
      status: 409,
      code: 'local-cloud-refused',
    },
    { case: 'a caller who is none', body: { caller: { reason: 7 } }, status: 400, code: 'invalid-request' },
    { case: 'no body', body: undefined, status: 400, code: 'invalid-request' },
  ])('places no call for $case, and says why', async ({ body, status, code }) => {
    const answer = await local.ask('/local/calls', { as: 'olivia', method: 'POST', body });

    expect(answer.status).toBe(status);
    expect(await answer.json()).toMatchObject({ code });
  });

  it.each([
    { destination: 'branch:atlantis', behaviour: 'busy', status: 404 },
    { destination: 'meeting:adviser', behaviour: 'busy', status: 409 },
    { destination: 'branch:tacoma', behaviour: 'asleep', status: 400 },
    { destination: 'branch:tacoma', behaviour: 'busy', status: 204 },
  ])('answers $status to $destination being $behaviour', async ({ destination, behaviour, status }) => {
    expect(await behave(destination, behaviour)).toBe(status);
  });

  it.each([
    { method: 'GET', path: '/local/state', may: ['olivia', 'andy', 'vera'] },
    { method: 'PUT', path: '/local/destinations/branch:tacoma', may: ['olivia', 'andy'] },
    { method: 'POST', path: '/local/calls', may: ['olivia', 'andy'] },
    { method: 'POST', path: '/local/phones/none/answer', may: ['olivia', 'andy'] },
    { method: 'POST', path: '/local/calls/none/adviser', may: ['olivia', 'andy'] },
  ])('opens $method $path to $may, and to nobody without a token', async ({ method, path, may }) => {
    const people = ['olivia', 'andy', 'vera', 'nobody'];

    const statuses = await Promise.all(people.map(async (as) => (await local.ask(path, { as, method })).status));
    const stranger = await local.ask(path, { method });

    expect(people.filter((_, index) => statuses[index] !== 403)).toEqual(may);
    expect(stranger.status).toBe(401);
  });
});
