import { enUs } from '../../../../skill/speech/en-us.ts';
import { timeLimits } from '../../../../skill/time-limits.ts';
import { anEnvelope, aSkill, paths, speechOf, type AlexaAnswers } from '../a-skill.ts';

const completed = anEnvelope('call-intent-completed');

describe('what the caller does not give', () => {
  const withoutName: AlexaAnswers[string][] = [
    { status: 403 },
    { status: 204 },
    { status: 200, body: ' ' },
    { status: 500 },
    { status: 502, body: '<html>' },
    'no connection',
  ];

  it.each(withoutName)('calls without a name when the profile answers %j', async (answer) => {
    const skill = aSkill({ alexa: { [paths.name]: answer } });

    await skill.invoke(completed);

    expect(skill.stored[0]).not.toHaveProperty('callerName');
    expect(skill.started).toHaveLength(1);
  });

  it('calls without a name when the profile does not answer in time', async () => {
    const skill = aSkill({ alexa: { [paths.name]: 'hangs' } });

    const answer = skill.invoke(completed);
    await skill.timers.advanceBy(timeLimits.gatheringMs);
    await answer;

    expect(skill.stored).toMatchObject([{ phoneNumber: '+12065550100' }]);
    expect(skill.stored[0]).not.toHaveProperty('callerName');
    expect(skill.log).toContainEqual(expect.objectContaining({ level: 'warn', event: 'alexa-name-late' }));
  });

  it('makes do with country and postal code when the full address is not allowed', async () => {
    const skill = aSkill({ alexa: { [paths.address]: { status: 403, body: { type: 'FORBIDDEN', message: 'no' } } } });

    await skill.invoke(completed);

    expect(skill.stored[0]?.location).toMatchObject({
      source: 'deviceAddress',
      countryCode: 'US',
      postalCode: '98109',
      coordinates: { latitude: expect.any(Number) },
    });
    expect(skill.stored[0]?.location).not.toHaveProperty('stateOrRegion');
  });

  it.each([
    {
      case: 'neither address is allowed',
      alexa: { [paths.address]: { status: 403 }, [paths.countryAndPostalCode]: { status: 403 } },
    },
    { case: 'there is no address', alexa: { [paths.address]: { status: 204 } } },
    {
      case: 'the address is empty',
      alexa: { [paths.address]: { status: 200, body: { countryCode: null, stateOrRegion: '', postalCode: null } } },
    },
    { case: 'the address service fails', alexa: { [paths.address]: { status: 500 } } },
  ] as { case: string; alexa: AlexaAnswers }[])('calls without a location when $case', async ({ alexa }) => {
    const skill = aSkill({ alexa });

    await skill.invoke(completed);

    expect(skill.stored[0]).not.toHaveProperty('location');
    expect(skill.started).toHaveLength(1);
  });

  it('keeps an address abroad without coordinates', async () => {
    const skill = aSkill({
      alexa: {
        [paths.address]: { status: 200, body: { countryCode: 'ca', stateOrRegion: 'BC', postalCode: 'V6B 1A1' } },
      },
    });

    await skill.invoke(completed);

    expect(skill.stored[0]?.location).toEqual({
      source: 'deviceAddress',
      observedAt: skill.timers.now(),
      countryCode: 'CA',
      stateOrRegion: 'BC',
      postalCode: 'V6B 1A1',
    });
  });
});

describe('without a number to call from', () => {
  const cases: { case: string; answer: AlexaAnswers[string]; because: keyof typeof enUs.numberMissing }[] = [
    { case: 'it is not allowed', answer: { status: 403 }, because: 'permissionMissing' },
    { case: 'there is none', answer: { status: 204 }, because: 'notGiven' },
    {
      case: 'it is too short',
      answer: { status: 200, body: { countryCode: '+1', phoneNumber: '555-01' } },
      because: 'notGiven',
    },
    { case: 'the profile fails', answer: { status: 500 }, because: 'unavailable' },
  ];

  it.each(cases)('says what to do, writes nothing and calls nobody when $case', async ({ answer, because }) => {
    const skill = aSkill({ alexa: { [paths.mobileNumber]: answer } });

    const response = await skill.invoke(completed);

    expect(speechOf(response)).toBe(enUs.numberMissing[because].ssml);
    expect(response.shouldEndSession).toBe(true);
    expect(skill.deeds).toEqual([]);
  });

  it('sends the card that asks for the permission, and only when that is what is missing', async () => {
    const refused = aSkill({ alexa: { [paths.mobileNumber]: { status: 403 } } });
    const empty = aSkill({ alexa: { [paths.mobileNumber]: { status: 204 } } });

    const [card, noCard] = [(await refused.invoke(completed)).card, (await empty.invoke(completed)).card];

    expect(card).toEqual({ type: 'AskForPermissionsConsent', permissions: ['alexa::profile:mobile_number:read'] });
    expect(noCard).toBeUndefined();
  });

  it.each(['deviceless', 'tokenless'])('says that no call can be placed from a %s request', async (kind) => {
    const skill = aSkill();

    const response = await skill.invoke(
      anEnvelope(
        'call-intent-completed',
        ({ context }) => void delete context.System[kind === 'deviceless' ? 'device' : 'apiAccessToken'],
      ),
    );

    expect(speechOf(response)).toBe(enUs.noDevice.ssml);
    expect(skill.deeds).toEqual([]);
  });
});
