import type { AlexaAccount } from '../../../../../../infra/local/alexa/api/account.ts';
import { alexaAtHome, says, ScriptedSkill, skillId, type AlexaAtHome } from '../../../../../support/alexa-at-home.ts';

const name = 'alexa::profile:name:read';
const email = 'alexa::profile:email:read';

let home: AlexaAtHome | undefined;
let skill: ScriptedSkill;

async function at(changes: Partial<AlexaAccount> = {}): Promise<AlexaAtHome> {
  skill = new ScriptedSkill(...Array.from({ length: 5 }, () => says('Well?')));
  home = await alexaAtHome(skill, changes);
  return home;
}

afterEach(async () => {
  await home?.alexa.close();
  home = undefined;
});

describe('a skill event', () => {
  it('comes outside any session, from no device and in no language', async () => {
    const { alexa } = await at();

    const outcome = await alexa.skillEvent({ type: 'SkillEnabled' });

    expect(skill.last).toEqual({
      version: '1.0',
      context: {
        System: {
          application: { applicationId: skillId },
          user: { userId: 'amzn1.ask.account.JANE' },
          apiEndpoint: alexa.apiEndpoint,
          apiAccessToken: expect.any(String),
        },
      },
      request: {
        type: 'AlexaSkillEvent.SkillEnabled',
        requestId: expect.stringMatching(/^amzn1\.echo-api\.request\./),
        timestamp: '2026-11-18T15:00:00Z',
        eventCreationTime: '2026-11-18T15:00:00Z',
        eventPublishingTime: '2026-11-18T15:00:00Z',
      },
    });
    expect(outcome).toEqual({ kind: 'delivered', request: skill.last.request });
  });

  it.each([
    { type: 'SkillPermissionAccepted', allowed: [name, email] },
    { type: 'SkillPermissionChanged', allowed: [email] },
  ] as const)('$type tells all that is allowed now', async ({ type, allowed }) => {
    const { alexa } = await at({ grantedPermissions: [name] });

    await alexa.skillEvent({ type, permissions: [email] });

    expect(skill.last.request).toMatchObject({
      type: `AlexaSkillEvent.${type}`,
      body: { acceptedPermissions: allowed.map((scope) => ({ scope })) },
    });
    expect(alexa.household.grantedPermissions).toEqual(allowed);
  });

  it('of a linked account comes with its token, and so do the requests after it', async () => {
    const { alexa } = await at();

    await alexa.skillEvent({ type: 'SkillAccountLinked', linked: { accessToken: 'token-of-jane', claims: {} } });
    await alexa.say('open corner library');

    expect(skill.heard[0]?.request).toMatchObject({ body: { accessToken: 'token-of-jane' } });
    expect(skill.last.context.System.user.accessToken).toBe('token-of-jane');
  });

  it('of a skill that was disabled comes from whom it knew, and what comes later from somebody new', async () => {
    const { alexa } = await at({
      grantedPermissions: [name],
      linked: { accessToken: 'token-of-jane', claims: {} },
      people: [{ id: 'maria', personId: 'amzn1.ask.person.MARIA', accessToken: 'token-of-maria' }],
    });

    await alexa.skillEvent({ type: 'SkillDisabled' });
    await alexa.say('open corner library', { as: 'maria' });

    const [disabled, opened] = skill.heard;
    expect(disabled?.context.System.user.userId).toBe('amzn1.ask.account.JANE');
    expect(opened?.context.System.user).toEqual({ userId: 'amzn1.ask.account.JANE.2' });
    expect(opened?.context.System.person).toEqual({ personId: 'amzn1.ask.person.MARIA' });
    expect(alexa.household.grantedPermissions).toEqual([]);
  });

  it('of a skill that was disabled ends its session without a word', async () => {
    const { alexa } = await at();
    await alexa.say('open corner library');

    await alexa.skillEvent({ type: 'SkillDisabled' });
    const turn = await alexa.say('help');

    expect(turn.request).toEqual({ type: 'NotSent', because: 'notForThisSkill' });
    expect(skill.heard.map(({ request }) => request.type)).toEqual(['LaunchRequest', 'AlexaSkillEvent.SkillDisabled']);
  });

  it('waits for the turn before it', async () => {
    const { alexa } = await at();

    await Promise.all([alexa.say('open corner library'), alexa.skillEvent({ type: 'SkillEnabled' })]);

    expect(skill.heard.map(({ request }) => request.type)).toEqual(['LaunchRequest', 'AlexaSkillEvent.SkillEnabled']);
  });

  it('that the skill breaks on is told as failed', async () => {
    skill = new ScriptedSkill(() => Promise.reject(new TypeError('no such table')));
    home = await alexaAtHome(skill);

    const outcome = await home.alexa.skillEvent({ type: 'SkillEnabled' });

    expect(outcome).toMatchObject({ kind: 'failed', error: { type: 'INVALID_RESPONSE' } });
  });
});
