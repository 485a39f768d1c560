import type { RequestEnvelope } from '../../../../../../infra/local/alexa/service/envelopes.ts';
import {
  alexaAtHome,
  directs,
  says,
  ScriptedSkill,
  skillId,
  type AlexaAtHome,
} from '../../../../../support/alexa-at-home.ts';

let home: AlexaAtHome | undefined;

async function at(skill: ScriptedSkill): Promise<AlexaAtHome> {
  home = await alexaAtHome(skill);
  return home;
}

afterEach(async () => {
  await home?.alexa.close();
  home = undefined;
});

describe('a conversation', () => {
  it('begins with a launch request that carries everything a skill may ask for', async () => {
    const skill = new ScriptedSkill(says('Welcome.'));
    const { alexa } = await at(skill);

    const turn = await alexa.say('Alexa, open corner library');

    const { context, session, request, version } = skill.last;
    expect(version).toBe('1.0');
    expect(session).toEqual({
      new: true,
      sessionId: expect.stringMatching(/^amzn1\.echo-api\.session\./),
      application: { applicationId: skillId },
      attributes: {},
      user: { userId: 'amzn1.ask.account.JANE' },
    });
    expect(context.System).toEqual({
      application: { applicationId: skillId },
      user: { userId: 'amzn1.ask.account.JANE' },
      device: { deviceId: 'amzn1.ask.device.KITCHEN', supportedInterfaces: {} },
      apiEndpoint: alexa.apiEndpoint,
      apiAccessToken: expect.any(String),
    });
    expect(request).toEqual({
      type: 'LaunchRequest',
      requestId: expect.stringMatching(/^amzn1\.echo-api\.request\./),
      timestamp: '2026-11-18T15:00:00Z',
      locale: 'en-US',
    });
    expect(turn).toMatchObject({ speech: 'Welcome.', sessionOpen: true, request: { type: 'LaunchRequest' } });
  });

  it('keeps its session and carries the attributes from answer to request', async () => {
    const skill = new ScriptedSkill(
      { version: '1.0', sessionAttributes: { turns: 1 }, response: { shouldEndSession: false } },
      says('Help.'),
      says('Bye.'),
    );
    const { alexa } = await at(skill);

    await alexa.say('open corner library');
    await alexa.say('help');
    await alexa.say('help');

    const [first, second, third] = skill.heard as [RequestEnvelope, RequestEnvelope, RequestEnvelope];
    expect([first, second, third].map(({ session }) => session?.new)).toEqual([true, false, false]);
    expect(second.session?.sessionId).toBe(first.session?.sessionId);
    expect(second.session?.attributes).toEqual({ turns: 1 });
    expect(third.session?.attributes).toEqual({});
  });

  it.each([
    { case: 'true', more: { shouldEndSession: true }, open: false },
    { case: 'false', more: { shouldEndSession: false }, open: true },
    { case: 'null', more: { shouldEndSession: null }, open: true },
    { case: 'left out', more: { shouldEndSession: undefined }, open: false },
  ])('goes on or not by shouldEndSession: $case', async ({ more, open }) => {
    const { alexa } = await at(new ScriptedSkill(says('Hello.', more)));

    expect((await alexa.say('open corner library')).sessionOpen).toBe(open);
  });

  it('sends an intent without a dialog model without a dialogState', async () => {
    const skill = new ScriptedSkill(says('Three books.'));
    const { alexa } = await at(skill);

    const turn = await alexa.say('ask corner library to find books about the sea');

    expect(turn.request).toMatchObject({
      type: 'IntentRequest',
      intent: { name: 'FindIntent', slots: { query: { value: 'books about the sea' } } },
    });
    expect(skill.last.request).not.toHaveProperty('dialogState');
  });

  it('sends FallbackIntent when nothing fits, in a session and at once', async () => {
    const { alexa } = await at(new ScriptedSkill(says('Sorry?'), says('Sorry?')));

    expect((await alexa.say('ask corner library to fly')).request).toMatchObject({
      intent: { name: 'AMAZON.FallbackIntent' },
    });
    expect((await alexa.say('swim')).request).toMatchObject({ intent: { name: 'AMAZON.FallbackIntent' } });
  });

  it('leaves the skill alone with what is not said to it', async () => {
    const skill = new ScriptedSkill();
    const { alexa } = await at(skill);

    const turn = await alexa.say('reserve an atlas');

    expect(turn.request).toEqual({ type: 'NotSent', because: 'notForThisSkill' });
    expect(skill.heard).toEqual([]);
  });

  it('ends on "exit", and the skill is told', async () => {
    const skill = new ScriptedSkill(says('Welcome.'));
    const { alexa } = await at(skill);
    await alexa.say('open corner library');

    const turn = await alexa.say('exit');

    expect(skill.last.request).toMatchObject({ type: 'SessionEndedRequest', reason: 'USER_INITIATED' });
    expect(turn).toMatchObject({ sessionOpen: false, ended: { reason: 'USER_INITIATED' } });
  });

  it('repeats the question once to silence, then ends', async () => {
    const skill = new ScriptedSkill(
      says('Welcome.', { reprompt: { outputSpeech: { type: 'PlainText', text: 'Still there?' } } }),
    );
    const { alexa } = await at(skill);
    await alexa.say('open corner library');

    const first = await alexa.keepSilent();
    const second = await alexa.keepSilent();

    expect(first).toMatchObject({ speech: 'Still there?', sessionOpen: true });
    expect(second).toMatchObject({ sessionOpen: false, ended: { reason: 'EXCEEDED_MAX_REPROMPTS' } });
    expect(skill.last.request).toMatchObject({ type: 'SessionEndedRequest', reason: 'EXCEEDED_MAX_REPROMPTS' });
  });

  it('ends with INVALID_RESPONSE when the skill answers what Alexa does not take, and the skill is told why', async () => {
    const skill = new ScriptedSkill({
      version: '1.0',
      response: { outputSpeech: { type: 'SSML', ssml: '<speak>a & b</speak>' } },
    });
    const { alexa } = await at(skill);

    const turn = await alexa.say('open corner library');

    expect(turn).toMatchObject({
      sessionOpen: false,
      request: { type: 'LaunchRequest' },
      ended: { reason: 'ERROR', error: { type: 'INVALID_RESPONSE' } },
    });
    expect(turn.speech).toMatch(/problem with the requested skill/);
    expect(skill.last.request).toMatchObject({
      type: 'SessionEndedRequest',
      reason: 'ERROR',
      error: { message: expect.stringContaining('Invalid SSML') },
    });
  });

  it('ends with an error when the skill throws, without its words', async () => {
    const skill = new ScriptedSkill(() => Promise.reject(new TypeError('call 206 555 0100')));
    const { alexa } = await at(skill);

    const turn = await alexa.say('open corner library');

    expect(turn.ended?.error).toEqual({
      type: 'INVALID_RESPONSE',
      message: 'an exception occurred while the request was with the skill: TypeError',
    });
  });

  it('waits eight seconds for the skill', async () => {
    const asked = Promise.withResolvers<undefined>();
    const skill = new ScriptedSkill(() => {
      asked.resolve(undefined);
      return new Promise(() => undefined);
    });
    const { alexa, timers } = await at(skill);
    let ended = false;
    const turn = alexa.say('open corner library').then((result) => {
      ended = true;
      return result;
    });
    await asked.promise;

    await timers.advanceBy(7999);
    expect(ended).toBe(false);
    await timers.advanceBy(1);

    expect((await turn).ended?.error?.type).toBe('ENDPOINT_TIMEOUT');
    expect(timers.pending).toBe(0);
  });

  it('gives the skill a copy of its own', async () => {
    const skill = new ScriptedSkill((envelope: RequestEnvelope) => {
      (envelope.request as { type: string }).type = 'Changed';
      return says('Done.');
    });
    const { alexa } = await at(skill);

    expect((await alexa.say('open corner library')).request.type).toBe('LaunchRequest');
  });

  it('takes one turn after the other', async () => {
    const skill = new ScriptedSkill(says('Welcome.'), says('Help.'));
    const { alexa } = await at(skill);

    const [first, second] = await Promise.all([alexa.say('open corner library'), alexa.say('help')]);

    expect([first.speech, second.speech]).toEqual(['Welcome.', 'Help.']);
  });

  it('refuses directives that the device does not know', async () => {
    const { alexa } = await at(new ScriptedSkill(directs({ type: 'Alexa.Presentation.APL.RenderDocument' })));

    expect((await alexa.say('open corner library')).ended?.error?.message).toContain(
      'Alexa.Presentation.APL.RenderDocument',
    );
  });

  it('starts anew when Alexa is called by her name', async () => {
    const skill = new ScriptedSkill(says('Welcome.'), says('Three books.'));
    const { alexa } = await at(skill);
    await alexa.say('open corner library');

    await alexa.say('Alexa, ask corner library to find books about the sea');

    const [first, second] = skill.heard;
    expect(second?.session?.new).toBe(true);
    expect(second?.session?.sessionId).not.toBe(first?.session?.sessionId);
  });

  it('shows the card of the skill', async () => {
    const card = { type: 'AskForPermissionsConsent', permissions: ['alexa::profile:name:read'] };
    const { alexa } = await at(new ScriptedSkill(says('See the app.', { card, shouldEndSession: true })));

    expect((await alexa.say('open corner library')).card).toEqual(card);
  });
});
