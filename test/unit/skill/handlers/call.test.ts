import { callContextSchema } from '../../../../shared/contracts/call-context.ts';
import { BridgeError } from '../../../../shared/errors.ts';
import type { CallStartResult } from '../../../../shared/ports/call-starter.ts';
import { timeLimits } from '../../../../skill/time-limits.ts';
import { account, askedToConfirm, lostCard, savings, Session } from '../a-session.ts';
import { aSkill, paths, smaPhoneNumber } from '../a-skill.ts';

describe('a call', () => {
  it('is written down before the caller is asked, and placed when they say yes', async () => {
    const skill = aSkill();
    const session = await askedToConfirm(skill);
    expect(skill.deeds).toEqual(['put', 'written']);
    expect(session.response.directives).toMatchObject([{ type: 'Dialog.ConfirmIntent' }]);

    const said = await session.says({}, 'CONFIRMED');

    expect(skill.deeds).toEqual(['put', 'written', 'start']);
    expect(said).toMatch(/a lost or stolen card/);
    expect(session.response).toMatchObject({ shouldEndSession: true, card: { type: 'Simple' } });
  });

  it('keeps who calls, from where and why, for an hour', async () => {
    const skill = aSkill();
    const now = skill.timers.now();

    await new Session(skill).says({ ...lostCard, ...account, ...savings });

    const [context] = skill.stored;
    expect(context).toEqual({
      id: expect.stringMatching(/^1use1.{7}\.lost-card\./),
      ingress: 'alexa-skill-call',
      reason: { id: 'lost-card', words: 'my lost card' },
      callerName: 'Jane Doe',
      phoneNumber: '+12065550100',
      accountId: '12345678',
      location: {
        source: 'deviceAddress',
        observedAt: now,
        countryCode: 'US',
        stateOrRegion: 'WA',
        postalCode: '98109',
        coordinates: { latitude: expect.closeTo(47.632, 2), longitude: expect.closeTo(-122.346, 2) },
      },
      locale: 'en-US',
      attributes: { accountKind: 'savings' },
      owner: expect.stringMatching(/^[0-9a-f]{64}$/),
      createdAt: now,
      expiresAt: now + 3_600_000,
    });
    expect(callContextSchema.parse(context)).toEqual(context);
  });

  it('goes from the device and number of the caller to the SIP media application, with the id of the context', async () => {
    const skill = aSkill();

    await (await askedToConfirm(skill)).replies('AMAZON.YesIntent');

    expect(skill.started).toEqual([
      {
        contextId: skill.stored[0]?.id,
        from: '+12065550100',
        to: smaPhoneNumber,
        deviceId: 'amzn1.ask.device.EXAMPLE',
      },
    ]);
  });

  it('is placed once when the same request comes twice', async () => {
    const skill = aSkill();
    const session = await askedToConfirm(skill);
    let yes: unknown;
    session.overhear((envelope) => (yes = envelope));
    await session.says({}, 'CONFIRMED');

    const again = await new Session(skill).sendsAsItIs(yes);

    expect(skill.started).toHaveLength(1);
    expect(again).toMatch(/a lost or stolen card/);
  });

  it('is not placed when the caller denies it, though the dialog is complete, and what was written is forgotten', async () => {
    const skill = aSkill();
    const session = await askedToConfirm(skill);

    await session.says({}, 'DENIED');

    expect(skill.deeds).toEqual(['put', 'written', 'forget']);
    expect(session.response.shouldEndSession).toBe(false);
  });

  it('is read out again after a correction, with another context', async () => {
    const skill = aSkill();
    const session = await askedToConfirm(skill);

    const said = await session.says(savings);
    await session.replies('AMAZON.YesIntent');

    expect(said).toMatch(/savings/);
    expect(skill.stored).toHaveLength(2);
    expect(skill.started).toMatchObject([{ contextId: skill.stored[1]?.id }]);
  });

  it('is read out once more when the session has forgotten what was written', async () => {
    const skill = aSkill();
    const session = await askedToConfirm(skill);
    const forgetful = new Session(skill);

    await forgetful.says({ ...lostCard, ...account }, 'CONFIRMED');

    expect(skill.started).toEqual([]);
    expect(forgetful.response.directives).toMatchObject([{ type: 'Dialog.ConfirmIntent' }]);
    expect(session.response.shouldEndSession).toBe(false);
  });

  it('leaves no timer behind, which would run into the next request', async () => {
    const skill = aSkill();

    await (await askedToConfirm(skill)).replies('AMAZON.YesIntent');

    expect(skill.timers.pending).toBe(0);
  });
});

describe('a caller whose number may not be seen', () => {
  const alexa = { [paths.mobileNumber]: { status: 403 } };

  it('is asked by Alexa herself, and goes on when they say yes', async () => {
    const answers = { ...alexa };
    const skill = aSkill({ alexa: answers });
    const session = await askedToConfirm(skill);
    expect(session.response).toMatchObject({
      directives: [{ type: 'Connections.StartConnection', uri: 'connection://AMAZON.AskForPermissionsConsent/2' }],
    });
    expect(session.response).not.toHaveProperty('outputSpeech');

    await session.resumes({ type: 'ConnectionCompleted', token: 'mobileNumber', result: { status: 'DENIED' } });

    expect(session.response).toMatchObject({
      shouldEndSession: true,
      card: {
        type: 'AskForPermissionsConsent',
        permissions: ['alexa::profile:mobile_number:read', 'alexa::profile:name:read'],
      },
    });
  });

  it.each([undefined, null, {}, { status: 'REDIRECT_TO_APP' }, { status: 'NOT_ANSWERED' }])(
    'counts anything but a yes as none: %j',
    async (result) => {
      const skill = aSkill({ alexa });
      const session = await askedToConfirm(skill);

      await session.resumes({ type: 'ConnectionCompleted', token: 'mobileNumber', result });

      expect(session.response.shouldEndSession).toBe(true);
      expect(skill.stored).toEqual([]);
    },
  );
});

describe('without a store', () => {
  it('says so, offers to try again and starts no call when the context cannot be written', async () => {
    const skill = aSkill({ put: () => Promise.reject(new BridgeError('store-unavailable', 'no answer')) });

    const session = await askedToConfirm(skill);

    expect(session.response.shouldEndSession).toBe(false);
    expect(skill.started).toEqual([]);
    expect(skill.log).toMatchObject([
      { level: 'error', event: 'call-context-not-written', error: { code: 'store-unavailable' } },
    ]);
  });

  it('waits for the store no longer than its time', async () => {
    const skill = aSkill({ put: () => new Promise(() => {}) });

    const answer = askedToConfirm(skill);
    await skill.timers.advanceBy(timeLimits.storingMs);

    expect((await answer).response.shouldEndSession).toBe(false);
  });
});

describe('a call that does not start', () => {
  const results: Exclude<CallStartResult, { kind: 'started' }>[] = [
    { kind: 'permissionMissing' },
    { kind: 'notAvailableHere' },
    { kind: 'busy' },
    { kind: 'refused', code: 'InvalidInput' },
    { kind: 'unavailable' },
    { kind: 'notCapable' },
  ];

  it.each(results)('becomes a callback at the caller’s wish when it is $kind', async (result) => {
    const skill = aSkill({
      ingresses: ['alexa-skill-call', 'callback'],
      start: async ({ contextId }) =>
        skill.started.filter((each) => each.contextId === contextId).length > 1 ? { kind: 'started' } : result,
    });
    const session = await askedToConfirm(skill);

    await session.replies('AMAZON.YesIntent');
    expect(session.response.shouldEndSession).toBe(false);
    const said = await session.replies('AMAZON.YesIntent');

    expect(said).toMatch(/press(?:ing)? 1/i);
    expect(skill.log).toMatchObject([
      { event: 'call-requested', outcome: result.kind, ingress: 'alexa-skill-call' },
      { event: 'call-requested', outcome: 'started', ingress: 'callback' },
    ]);
  });

  it('is given up when the whole request takes too long', async () => {
    const skill = aSkill({ start: () => new Promise(() => {}) });
    const session = await askedToConfirm(skill);

    const answer = session.replies('AMAZON.YesIntent');
    await skill.timers.advanceBy(timeLimits.wholeRequestMs);

    expect(await answer).not.toBe('');
  });

  it('ends in an apology, not in silence, when there is a bug', async () => {
    const skill = aSkill({ start: () => Promise.reject(new TypeError('Jane Doe is not a function')) });
    const session = await askedToConfirm(skill);

    expect(await session.replies('AMAZON.YesIntent')).toMatch(/went wrong/);

    expect(session.response.shouldEndSession).toBe(true);
    expect(JSON.stringify(skill.log)).not.toMatch(/Jane/);
  });
});

describe('the time for a call', () => {
  it('is enough for its steps, one after another', () => {
    const { gatheringMs, storingMs, callingMs, wholeRequestMs } = timeLimits;

    expect(gatheringMs + storingMs).toBeLessThan(wholeRequestMs);
    expect(storingMs + callingMs).toBeLessThan(wholeRequestMs);
    expect(wholeRequestMs).toBeLessThan(8000);
  });
});
