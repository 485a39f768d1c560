import type { AlexaAccount } from '../../../../../../infra/local/alexa/api/account.ts';
import { alexaAtHome, says, ScriptedSkill, type AlexaAtHome } from '../../../../../support/alexa-at-home.ts';

const maria = { id: 'maria', personId: 'amzn1.ask.person.MARIA', givenName: 'Maria', accessToken: 'token-of-maria' };
const otto = { id: 'otto', personId: 'amzn1.ask.person.OTTO' };
const geolocationScope = 'alexa::devices:all:geolocation:read';
const coordinate = { latitudeInDegrees: 47.6, longitudeInDegrees: -122.3, accuracyInMeters: 12 };

let home: AlexaAtHome | undefined;
let skill: ScriptedSkill;

async function at(changes: Partial<AlexaAccount>): Promise<AlexaAtHome> {
  skill = new ScriptedSkill(...Array.from({ length: 5 }, () => says('Well?')));
  home = await alexaAtHome(skill, changes);
  return home;
}

afterEach(async () => {
  await home?.alexa.close();
  home = undefined;
});

describe('a request', () => {
  it('tells whose voice it was, and their own linked account', async () => {
    const { alexa } = await at({ people: [maria, otto] });

    await alexa.say('open corner library', { as: 'maria' });
    await alexa.say('help', { as: 'otto' });
    await alexa.say('help');

    expect(skill.heard.map(({ context }) => context.System.person)).toEqual([
      { personId: 'amzn1.ask.person.MARIA', accessToken: 'token-of-maria' },
      { personId: 'amzn1.ask.person.OTTO' },
      undefined,
    ]);
  });

  it('takes everyone for the usual speaker of the household', async () => {
    const { alexa } = await at({ people: [maria] });
    alexa.household.speaker = 'maria';

    await alexa.say('open corner library');

    expect(skill.last.context.System.person?.personId).toBe('amzn1.ask.person.MARIA');
  });

  it('is not made for a voice that is not of the household', async () => {
    const { alexa } = await at({ people: [maria] });

    await expect(alexa.say('open corner library', { as: 'karl' })).rejects.toThrow(RangeError);
    expect(() => (alexa.household.speaker = 'karl')).toThrow(RangeError);
    expect(skill.heard).toEqual([]);
  });

  it('opens the own profile of a recognised voice with its token', async () => {
    const granted = ['alexa::person_id:read', 'alexa::profile:given_name:read'];
    const { alexa } = await at({ people: [maria], grantedPermissions: granted });
    await alexa.say('open corner library', { as: 'maria' });

    const answer = await fetch(`${alexa.apiEndpoint}/v2/persons/~current/profile/givenName`, {
      headers: { authorization: `Bearer ${skill.last.context.System.apiAccessToken}` },
    });

    expect(await answer.json()).toBe('Maria');
  });

  it('carries the token of the linked account, in the session and in the context', async () => {
    const { alexa } = await at({ linked: { accessToken: 'token-of-jane', claims: { sub: 'jane' } } });

    await alexa.say('open corner library');

    const user = { userId: 'amzn1.ask.account.JANE', accessToken: 'token-of-jane' };
    expect(skill.last.session?.user).toEqual(user);
    expect(skill.last.context.System.user).toEqual(user);
  });

  it('tells where a mobile device is, and when that was measured', async () => {
    const { alexa } = await at({
      geolocation: { coordinate, ageSeconds: 90 },
      grantedPermissions: [geolocationScope],
    });

    await alexa.say('open corner library');

    expect(skill.last.context).toMatchObject({
      System: {
        device: { supportedInterfaces: { Geolocation: {} } },
        user: { permissions: { scopes: { [geolocationScope]: { status: 'GRANTED' } } } },
      },
      Geolocation: {
        timestamp: '2026-11-18T14:58:30Z',
        coordinate,
        locationServices: { status: 'RUNNING', access: 'ENABLED' },
      },
    });
  });

  it('does not tell what the customer has not allowed, only that the device could', async () => {
    const { alexa } = await at({ geolocation: { coordinate } });

    await alexa.say('open corner library');

    expect(skill.last.context).not.toHaveProperty('Geolocation');
    expect(skill.last.context.System).toMatchObject({
      device: { supportedInterfaces: { Geolocation: {} } },
      user: { permissions: { scopes: { [geolocationScope]: { status: 'DENIED' } } } },
    });
  });

  it('has no coordinates of a device whose location services are off', async () => {
    const locationServices = { status: 'STOPPED', access: 'DISABLED' } as const;
    const { alexa } = await at({
      geolocation: { coordinate, locationServices },
      grantedPermissions: [geolocationScope],
    });

    await alexa.say('open corner library');

    expect(skill.last.context.Geolocation).toEqual({ locationServices });
  });

  it('is of a place that may change between one and the next', async () => {
    const { alexa } = await at({ grantedPermissions: [geolocationScope] });
    await alexa.say('open corner library');

    alexa.household.geolocation = { coordinate };
    await alexa.say('help');

    expect(skill.heard.map(({ context }) => context.Geolocation?.coordinate)).toEqual([undefined, coordinate]);
  });

  it.each([
    { case: 'its lasting id to a skill that may know it', granted: ['alexa::persistent_unit_id::read'], known: true },
    { case: 'no lasting id to another', granted: [], known: false },
  ])('names the room of a managed device: $case', async ({ granted, known }) => {
    const unit = { unitId: 'amzn1.ask.unit.12', persistentUnitId: 'amzn1.alexa.unit.did.12' };
    const { alexa } = await at({ unit, grantedPermissions: granted });

    await alexa.say('open corner library');

    expect(skill.last.context.System.unit).toEqual(known ? unit : { unitId: unit.unitId });
  });
});
