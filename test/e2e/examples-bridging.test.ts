import { promptTones } from '../../infra/local/pstn-audio/examples/prompts/prompt-files.ts';
import { answering, exampleForEachTest, number, ringing, voices } from './examples-fixture.ts';

const [, ringbackHz] = promptTones['ringback.wav'];

describe('the example bridge', () => {
  const start = exampleForEachTest('bridge');

  it('rings with its own tone, lets both talk, and hangs up the one who is left', async () => {
    const example = await start({ phones: { 5070: 'bob' } });
    const rings = ringing(example.phone(5070));
    const ringback = Promise.withResolvers<boolean>();

    const dialled = await example.dial({
      onEarlyMedia: (early) => void early.hears(ringbackHz).then(ringback.resolve, ringback.reject),
    });
    const ring = await rings;
    const heardRinging = await ringback.promise;
    const bob = await ring.answer();
    const outcome = await dialled.outcome;
    const alice = outcome.kind === 'connected' ? outcome.call : undefined;
    const heard = [await alice?.hears(voices.bob), await bob?.hears(voices.alice)];
    alice?.hangUp();
    const end = await bob?.ended;

    expect([heardRinging, ...heard, end?.by]).toEqual([true, true, true, 'remote']);
    expect(ring.invite.headers.find(({ name }) => name === 'From')?.value).toContain(number);
  });

  it('tells the caller when nobody can be had', async () => {
    const example = await start({ phones: { 5070: 'bob' } });
    example.phone(5070).onRing = (call) => call.decline(486);

    const alice = await example.call();
    const heard = await alice.hearsSound();
    const { by } = await alice.ended;
    await example.standalone.pstnAudio.idle();

    expect([heard, by]).toEqual([true, 'remote']);
    expect(example.told).toEqual(['NEW_INBOUND_CALL', 'ACTION_FAILED CallAndBridge', 'HANGUP Hangup']);
  });
});

describe('the example voice-connector', () => {
  const start = exampleForEachTest('voice-connector');
  const phones = { 5070: 'bob', 5071: 'bob', 5072: 'bob', 5073: 'carol' } as const;

  it('brings calls to the first routes, with headers', async () => {
    const example = await start({ phones });
    const rings = Promise.race([ringing(example.phone(5070)), ringing(example.phone(5071))]);

    const dialled = await example.dial();
    const ring = await rings;
    const bob = await ring.answer();
    const heard = await bob?.hears(voices.alice);
    const { kind } = await dialled.outcome;

    const headers = new Map(ring.invite.headers.map(({ name, value }) => [name.toLowerCase(), value]));
    expect([heard, kind]).toEqual([true, 'connected']);
    expect(ring.invite.uri).toMatch(/^sip:support@/u);
    expect(headers.get('x-order')).toBe('4711');
    expect(headers.get('user-to-user')).toBe('34373131;encoding=hex');
  });

  it('goes to the next priority, and to the next connector of the group, when routes are down', async () => {
    const example = await start({ phones });
    const tried: number[] = [];
    for (const port of [5070, 5071, 5072])
      example.phone(port).onRing = (call) => {
        tried.push(port);
        call.decline(503);
      };
    const answered = answering(example.phone(5073));

    const alice = await example.call();
    const carol = await answered;
    const heard = await alice.hears(voices.carol);
    carol.hangUp();
    const { by } = await alice.ended;

    expect([heard, by]).toEqual([true, 'remote']);
    expect([new Set(tried.slice(0, 2)), tried.slice(2)]).toEqual([new Set([5070, 5071]), [5072]]);
  });

  it('rings the exchange for a number of the group, without any function', async () => {
    const example = await start({ phones });
    const answered = Promise.race([answering(example.phone(5070)), answering(example.phone(5071))]);

    const alice = await example.call({ requestUri: 'sip:+12065550101@127.0.0.1' });
    const heard = [await alice.hears(voices.bob), await (await answered).hears(voices.alice)];

    expect([...heard, example.told]).toEqual([true, true, []]);
  });
});

describe('the example behavior', () => {
  const start = exampleForEachTest('behavior');
  const [welcomeHz] = promptTones['welcome.wav'];
  const [goodbyeHz] = promptTones['goodbye.wav'];

  /** One of its switches as the example has it; or all, or none. */
  const only = (keep: (name: string) => boolean) => (config: Record<string, unknown>) => ({
    ...config,
    Behavior: Object.fromEntries(Object.entries(config['Behavior'] as object).filter(([name]) => keep(name))),
  });

  it.each([
    ['all switches', only(() => true)],
    ['none', only(() => false)],
    ['MidListResults alone', only((name) => name === 'MidListResults')],
    ['ParticipantOrder alone', only((name) => name === 'ParticipantOrder')],
    ['AbandonedAction alone', only((name) => name === 'AbandonedAction')],
  ])('has the same calls with %s', async (_name, change) => {
    const example = await start({ phones: { 5070: 'bob' }, change });
    const answered = answering(example.phone(5070));

    const dialled = await example.dial();
    const bob = await answered;
    const outcome = await dialled.outcome;
    const alice = outcome.kind === 'connected' ? outcome.call : undefined;
    const heard = [await bob.hearsKeys('7'), await bob.hears(voices.alice)];
    bob.hangUp();
    const end = await alice?.ended;
    example.phone(5070).onRing = (call) => call.decline(486);
    const second = await example.call();
    const heardSecond = [await second.hears(welcomeHz), await second.hears(goodbyeHz)];
    await second.ended;
    await example.standalone.pstnAudio.idle();

    expect([...heard, end?.by, ...heardSecond]).toEqual([true, true, 'remote', true, true]);
    expect(example.told.filter((event) => event.startsWith('INVALID'))).toEqual([]);
  });

  it('turns every switch there is', async () => {
    const example = await start();
    const { behaviorSchema, defaultBehavior } = await import('../../infra/local/pstn-audio/config/behavior.ts');

    const { Behavior } = example.standalone.setup.config;

    expect(Object.keys(Behavior).toSorted()).toEqual(Object.keys(behaviorSchema.shape).toSorted());
    for (const [name, value] of Object.entries(Behavior))
      expect([name, value]).not.toEqual([name, defaultBehavior[name as keyof typeof defaultBehavior]]);
  });
});
