import type { AlexaAccount } from '../../../../../../infra/local/alexa/api/account.ts';
import {
  alexaAtHome,
  asksConsent,
  says,
  ScriptedSkill,
  type AlexaAtHome,
} from '../../../../../support/alexa-at-home.ts';

const mobileNumber = 'alexa::profile:mobile_number:read';
const address = 'alexa::devices:all:address:full:read';
const asksForNumber = asksConsent({ scopes: [mobileNumber], directive: { token: 'ring-me' } });

let home: AlexaAtHome | undefined;

async function opened(skill: ScriptedSkill, changes: Partial<AlexaAccount> = {}): Promise<AlexaAtHome> {
  home = await alexaAtHome(skill, changes);
  return home;
}

async function phoneNumber({ apiEndpoint }: { apiEndpoint: string }, token: string | undefined): Promise<number> {
  const answer = await fetch(`${apiEndpoint}/v2/accounts/~current/settings/Profile.mobileNumber`, {
    headers: { authorization: `Bearer ${token}` },
  });
  await answer.arrayBuffer();
  return answer.status;
}

afterEach(async () => {
  await home?.alexa.close();
  home = undefined;
});

describe('a consent by voice', () => {
  it('is asked for by Alexa, after the words of the skill', async () => {
    const skill = new ScriptedSkill(
      asksConsent({
        scopes: [mobileNumber, address],
        response: { outputSpeech: { type: 'SSML', ssml: '<speak>I need <emphasis>two</emphasis> things.</speak>' } },
      }),
    );
    const { alexa } = await opened(skill);

    const turn = await alexa.say('open corner library');

    expect(turn).toMatchObject({
      sessionOpen: true,
      consent: { scopes: [mobileNumber, address] },
      request: { type: 'LaunchRequest' },
    });
    expect(turn.speech).toMatch(/^I need two things\. .*mobile number.*address.*\?$/);
    expect(turn.ssml).toContain('<emphasis>two</emphasis>');
  });

  it.each([
    { case: 'yes', said: 'yes', status: 'ACCEPTED' },
    { case: 'the words that Alexa proposes', said: 'I approve', status: 'ACCEPTED' },
    { case: 'no', said: 'no', status: 'DENIED' },
    { case: 'something else', said: 'what time is it', status: 'NOT_ANSWERED' },
    { case: 'a phrase that would end the session', said: 'exit', status: 'NOT_ANSWERED' },
  ])('gives the session back with the answer: $case', async ({ said, status }) => {
    const skill = new ScriptedSkill(
      { ...asksForNumber, sessionAttributes: { turns: 1 } },
      says('Good.', { shouldEndSession: true }),
    );
    const { alexa } = await opened(skill);
    await alexa.say('open corner library');

    const turn = await alexa.say(said);

    expect(skill.last.request).toMatchObject({
      type: 'SessionResumedRequest',
      locale: 'en-US',
      cause: {
        type: 'ConnectionCompleted',
        token: 'ring-me',
        status: { code: '200', message: 'OK' },
        result: { status },
      },
    });
    expect(skill.last.session).toMatchObject({
      new: false,
      sessionId: skill.heard[0]?.session?.sessionId,
      attributes: { turns: 1 },
    });
    expect(turn).toMatchObject({ speech: 'Good.', request: { type: 'SessionResumedRequest' } });
    expect(turn).not.toHaveProperty('consent');
  });

  it('is not answered by silence', async () => {
    const skill = new ScriptedSkill(asksForNumber, says('Then without.'));
    const { alexa } = await opened(skill);
    await alexa.say('open corner library');

    const turn = await alexa.keepSilent();

    expect(skill.last.request).toMatchObject({ cause: { result: { status: 'NOT_ANSWERED' } } });
    expect(turn).toMatchObject({ speech: 'Then without.', sessionOpen: true });
  });

  it.each([
    { case: 'allows the skill the scope from the next token on', said: 'yes', statuses: [403, 200] },
    { case: 'that is refused allows nothing', said: 'no', statuses: [403, 403] },
  ])('$case', async ({ said, statuses }) => {
    const skill = new ScriptedSkill(asksForNumber, says('Good.'));
    const { alexa } = await opened(skill);
    await alexa.say('open corner library');
    await alexa.say(said);

    const tokens = skill.heard.map(({ context }) => context.System.apiAccessToken);

    expect(await Promise.all(tokens.map((token) => phoneNumber(alexa, token)))).toEqual(statuses);
  });

  it('of a person is for that person alone', async () => {
    const skill = new ScriptedSkill(asksConsent({ scopes: [mobileNumber], level: 'PERSON' }), says('Good.'));
    const { alexa } = await opened(skill, { people: [{ id: 'maria', personId: 'amzn1.ask.person.MARIA' }] });
    await alexa.say('open corner library', { as: 'maria' });

    await alexa.say('yes', { as: 'maria' });

    expect(alexa.household.member('maria').grantedPermissions).toEqual([mobileNumber]);
    expect(alexa.household.grantedPermissions).toEqual([]);
  });

  it.each([
    { case: 'the owner has switched that off', level: 'ACCOUNT', voiceConsent: false },
    { case: 'nobody is recognised who could give it for themselves', level: 'PERSON', voiceConsent: true },
  ] as const)('is not asked for when $case, and the skill hears no result', async ({ level, voiceConsent }) => {
    const skill = new ScriptedSkill(
      asksConsent({
        scopes: [mobileNumber],
        level,
        response: { outputSpeech: { type: 'PlainText', text: 'I need your number.' } },
      }),
      says('See the app.'),
    );
    const { alexa } = await opened(skill);
    alexa.household.voiceConsent = voiceConsent;

    const turn = await alexa.say('open corner library');

    expect(turn).toMatchObject({ speech: 'I need your number. See the app.', sessionOpen: true });
    expect(skill.last.request).toMatchObject({ type: 'SessionResumedRequest', cause: { status: { code: '400' } } });
    expect(skill.last.request).not.toHaveProperty('cause.result');
  });

  it('that can never be asked for does not go round without end', async () => {
    const skill = new ScriptedSkill(...Array.from({ length: 30 }, () => asksForNumber));
    const { alexa } = await opened(skill);
    alexa.household.voiceConsent = false;

    const turn = await alexa.say('open corner library');

    expect(turn.ended?.error?.message).toContain('10 requests did not lead to anything');
  });

  it.each([
    {
      case: 'a session that goes on',
      answer: asksConsent({ scopes: [mobileNumber], response: { shouldEndSession: false } }),
      problem: 'shouldEndSession must be left out, not false',
    },
    {
      case: 'a session that ends',
      answer: asksConsent({ scopes: [mobileNumber], response: { shouldEndSession: true } }),
      problem: 'shouldEndSession must be left out, not true',
    },
    { case: 'no scopes', answer: asksConsent({ scopes: [] }), problem: 'input.permissionScopes' },
    {
      case: 'a scope as cards spell it',
      answer: asksConsent({ scopes: ['read::alexa:device:all:address'] }),
      problem: 'must be a permission that can be asked for by voice',
    },
    {
      case: 'another task',
      answer: asksConsent({ scopes: [mobileNumber], directive: { uri: 'connection://AMAZON.PrintPDF/1' } }),
      problem: 'the local Alexa knows no other task',
    },
    {
      case: 'a session that is not to come back',
      answer: asksConsent({ scopes: [mobileNumber], directive: { onCompletion: 'SEND_ERRORS_ONLY' } }),
      problem: 'onCompletion must be RESUME_SESSION',
    },
    {
      case: 'an input of another version',
      answer: asksConsent({
        scopes: [mobileNumber],
        directive: { input: { '@type': 'AskForPermissionsConsentRequest', '@version': '1', permissionScopes: [] } },
      }),
      problem: 'input.@version',
    },
    {
      case: 'a question of the skill beside it',
      answer: asksConsent({ scopes: [mobileNumber], beside: [{ type: 'Dialog.ConfirmIntent' }] }),
      problem: 'one Dialog directive or one Connections.StartConnection, not 2',
    },
  ])('is refused with $case', async ({ answer, problem }) => {
    const { alexa } = await opened(new ScriptedSkill(answer));

    const turn = await alexa.say('open corner library');

    expect(turn.ended).toMatchObject({
      reason: 'ERROR',
      error: { type: 'INVALID_RESPONSE', message: expect.stringContaining(problem) },
    });
  });
});
