import { plainTextOf } from '../../../../infra/local/alexa/service/ssml.ts';
import { lostCard, resolved, Session } from '../a-session.ts';
import { anEnvelope, aSkill, everythingGiven, speechOf, type EditableEnvelope } from '../a-skill.ts';

const completed = (edit: (envelope: EditableEnvelope) => void): unknown => anEnvelope('call-intent-completed', edit);
const personal = /Jane|2065550100|12345678|98109|my lost card|example-api-access-token|amzn1|EXAMPLE/i;

describe('a request that is not one of Alexa’s to this skill', () => {
  it.each([
    [
      'another skill’s',
      completed(({ context }) => void (context.System.application.applicationId = 'amzn1.ask.skill.other')),
    ],
    [
      'one of a session of another skill',
      completed(({ session }) => void (session['application'] = { applicationId: 'x' })),
    ],
    ['one of three minutes ago', completed(({ request }) => void (request['timestamp'] = '2026-11-18T14:57:00Z'))],
    ['one of the future', completed(({ request }) => void (request['timestamp'] = '2026-11-18T15:03:00Z'))],
    [
      'one that names its skill in the session alone',
      completed(({ context }) => void (context.System = null as never)),
    ],
    ['one without a context', completed((envelope) => void (envelope.context = null as never))],
    ['one without a time', completed(({ request }) => void (request['timestamp'] = null))],
    ['one without a request', { version: '1.0' }],
    ['nothing', null],
    ['a text', 'LaunchRequest'],
    ['a list', []],
  ])('is answered with nothing, and does nothing: %s', async (_what, envelope) => {
    const skill = aSkill();

    expect(await skill.answer(envelope)).toEqual({ version: '1.0', response: {} });

    expect([skill.asked, skill.deeds]).toEqual([[], []]);
    expect(skill.log).toMatchObject([{ event: 'request-refused' }]);
  });
});

describe('a request in which something is missing, or strange', () => {
  const edits: readonly [string, (envelope: EditableEnvelope) => void][] = [
    ['no session', (envelope) => void delete (envelope as { session?: unknown }).session],
    ['no attributes', ({ session }) => void (session['attributes'] = null)],
    ['attributes of somebody else', ({ session }) => void (session['attributes'] = { conversation: { draft: 7 } })],
    ['no device', ({ context }) => void (context.System['device'] = null)],
    ['no user', ({ context }) => void (context.System['user'] = null)],
    ['no token', ({ context }) => void (context.System['apiAccessToken'] = null)],
    ['no locale', ({ request }) => void (request['locale'] = null)],
    ['a locale that nobody speaks', ({ request }) => void (request['locale'] = 'xx-YY')],
    ['no slots', ({ request }) => void (request.intent.slots = null as never)],
    [
      'slots that are null',
      ({ request }) => void (request.intent.slots = { reason: null, accountNumber: null } as never),
    ],
    ['no intent', ({ request }) => void (request.intent = null as never)],
    ['no name of the intent', ({ request }) => void (request.intent.name = null as never)],
    [
      'resolutions that are none',
      ({ request }) => void (request.intent.slots = { reason: { value: 'x', resolutions: 5 } } as never),
    ],
    [
      'a value that is no text',
      ({ request }) => void (request.intent.slots = { reason: { value: { a: 1 } } } as never),
    ],
    ['a huge value', ({ request }) => void (request.intent.slots = { reason: { value: 'my card '.repeat(20_000) } })],
    ['a huge number', ({ request }) => void (request.intent.slots = { accountNumber: { value: '9'.repeat(10_000) } })],
    [
      'emoji and tags',
      ({ request }) => void (request.intent.slots = { reason: { value: '💳 <audio src="x"/> & "\'\u0000' } }),
    ],
    [
      'an id that is none',
      ({ request }) => void (request.intent.slots = { reason: resolved('reason', 'x', '../../etc', 'x') }),
    ],
    ['a prototype', ({ request }) => void (request.intent.slots = JSON.parse('{"__proto__":{"value":"x"}}') as never)],
  ];

  it.each(edits)('is answered in words, tells nobody anything, and calls nobody: %s', async (_what, edit) => {
    const skill = aSkill();

    const { response } = await skill.answer(completed(edit));

    const { shouldEndSession = false, directives = [] } = response;
    expect(typeof shouldEndSession).toBe('boolean');
    expect(speechOf(response) !== '' || directives.length > 0).toBe(true);
    expect(() => plainTextOf(`<speak>${speechOf(response)}</speak>`)).not.toThrow();
    expect(speechOf(response).length).toBeLessThan(8000);
    expect(JSON.stringify(response).length).toBeLessThan(24_000);
    expect(skill.started).toEqual([]);
    expect(JSON.stringify(skill.log)).not.toMatch(personal);
  });

  it('says tags in the caller’s words and name as text', async () => {
    const skill = aSkill();

    await new Session(skill).says({ reason: { name: 'reason', value: 'fees & <charges>' } });
    const said = await new Session(skill).says({
      reason: { name: 'reason', value: 'fees & <charges>' },
      accountNumber: { name: 'accountNumber', value: '123456' },
    });

    expect(skill.stored[0]?.reason).toEqual({ id: 'other', words: 'fees & <charges>' });
    expect(said).toMatch(/fees & <charges>/);
  });

  it('ends in words when Alexa’s services answer nonsense', async () => {
    const nonsense = Object.fromEntries(
      Object.keys(everythingGiven).map((path) => [path, { status: 200, body: [{ '<x>': null }] }]),
    );
    const skill = aSkill({ alexa: nonsense });

    const session = new Session(skill);
    const said = await session.says({ ...lostCard, accountNumber: { name: 'accountNumber', value: '12345678' } });

    expect(said).not.toBe('');
    expect(skill.started).toEqual([]);
  });
});
