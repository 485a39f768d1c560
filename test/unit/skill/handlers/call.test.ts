import { callContextSchema } from '../../../../shared/contracts/call-context.ts';
import { BridgeError } from '../../../../shared/errors.ts';
import type { CallStartResult } from '../../../../shared/ports/call-starter.ts';
import { enUs } from '../../../../skill/speech/en-us.ts';
import { timeLimits } from '../../../../skill/time-limits.ts';
import { anEnvelope, aSkill, everythingGiven, paths, smaPhoneNumber, speechOf, type AlexaAnswers } from '../a-skill.ts';

const completed = anEnvelope('call-intent-completed');

describe('a call that lacks something', () => {
  it.each(['STARTED', 'IN_PROGRESS'])(
    'is left to the dialog model, without a word, while it is %s',
    async (dialogState) => {
      const skill = aSkill();

      const response = await skill.invoke(
        anEnvelope('call-intent-started', ({ request }) => void (request['dialogState'] = dialogState)),
      );

      expect(response).toEqual({ directives: [{ type: 'Dialog.Delegate' }], shouldEndSession: false });
      expect([skill.asked, skill.deeds]).toEqual([[], []]);
    },
  );
});

describe('a call that the caller denied', () => {
  it('is not placed', async () => {
    const skill = aSkill();

    const response = await skill.invoke(
      anEnvelope('call-intent-completed', ({ request }) => void (request.intent.confirmationStatus = 'DENIED')),
    );

    expect(speechOf(response)).toBe('Okay, I am not calling.');
    expect(response.shouldEndSession).toBe(true);
    expect([skill.asked, skill.deeds]).toEqual([[], []]);
  });
});

describe('a complete call', () => {
  it('writes the context before it starts the call, announces the call and closes the session', async () => {
    const skill = aSkill();

    const response = await skill.invoke(completed);

    expect(skill.deeds).toEqual(['put', 'written', 'start']);
    expect(speechOf(response)).toBe(
      'Calling Example Bank support about a lost or stolen card, for the account ending in <say-as interpret-as="digits">78</say-as>.',
    );
    expect(response.shouldEndSession).toBe(true);
    expect(response.reprompt).toBeUndefined();
  });

  it('keeps who calls, from where and why, for an hour', async () => {
    const skill = aSkill();
    const now = skill.timers.now();

    await skill.invoke(completed);

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
      attributes: {},
      createdAt: now,
      expiresAt: now + 3_600_000,
    });
    expect(callContextSchema.parse(context)).toEqual(context);
  });

  it('calls the SIP media application from the device and number of the caller, with the id of the context', async () => {
    const skill = aSkill();

    await skill.invoke(completed);

    expect(skill.started).toEqual([
      {
        contextId: skill.stored[0]?.id,
        from: '+12065550100',
        to: smaPhoneNumber,
        deviceId: 'amzn1.ask.device.EXAMPLE',
      },
    ]);
  });

  it('asks for everything at once', async () => {
    const skill = aSkill({ alexa: { [paths.name]: 'hangs', [paths.address]: 'hangs', [paths.mobileNumber]: 'hangs' } });

    const answer = skill.invoke(completed);
    await skill.timers.advanceBy(0);
    const asked = skill.asked.map(({ url }) => new URL(url).pathname);
    await skill.timers.advanceBy(timeLimits.gatheringMs);
    await answer;

    expect(asked.sort()).toEqual([paths.address, paths.mobileNumber, paths.name].sort());
  });

  it('leaves no timer behind, which would run into the next request', async () => {
    const skill = aSkill();

    await skill.invoke(completed);

    expect(skill.timers.pending).toBe(0);
  });

  it('logs what came of it, and nothing about the caller', async () => {
    const skill = aSkill();

    await skill.invoke(completed);

    expect(skill.log).toEqual([
      {
        time: expect.any(String),
        level: 'info',
        event: 'call-requested',
        ingress: 'alexa-skill-call',
        locale: 'en-US',
        milliseconds: 0,
        outcome: 'started',
      },
    ]);
  });

  it('keeps the words of a reason that the model does not list, and says them back escaped', async () => {
    const skill = aSkill();

    const response = await skill.invoke(
      anEnvelope('call-intent-completed', ({ request }) => {
        request.intent.slots = {
          reason: {
            name: 'reason',
            value: 'fees & <charges>',
            resolutions: { resolutionsPerAuthority: [{ status: { code: 'ER_SUCCESS_NO_MATCH' } }] },
          },
        };
      }),
    );

    expect(skill.stored[0]?.reason).toEqual({ id: 'other', words: 'fees & <charges>' });
    expect(speechOf(response)).toBe(
      'Calling Example Bank support and telling them that it is about: fees &amp; &lt;charges&gt;.',
    );
  });

  it('goes without an account number when the answer holds no digits', async () => {
    const skill = aSkill();

    await skill.invoke(
      anEnvelope(
        'call-intent-completed',
        ({ request }) => void (request.intent.slots = { accountNumber: { name: 'accountNumber', value: '?' } }),
      ),
    );

    expect(skill.stored[0]).not.toHaveProperty('accountId');
    expect(skill.started).toHaveLength(1);
  });
});

describe('without a store', () => {
  it('says so, offers to try again and starts no call when the context cannot be written', async () => {
    const skill = aSkill({
      put: () => Promise.reject(new BridgeError('store-unavailable', 'call contexts: no answer')),
    });

    const response = await skill.invoke(completed);

    expect(speechOf(response)).toBe(enUs.cannotPrepareCall.speech.ssml);
    expect(response.shouldEndSession).toBe(false);
    expect(skill.started).toEqual([]);
    expect(skill.log).toMatchObject([
      { level: 'error', event: 'call-context-not-written', error: { code: 'store-unavailable' } },
    ]);
  });

  it('waits for the store no longer than its time, and starts no call later either', async () => {
    const { promise: written, resolve: write } = Promise.withResolvers<void>();
    const skill = aSkill({ put: () => written });

    const answer = skill.invoke(completed);
    await skill.timers.advanceBy(timeLimits.storingMs);
    const response = await answer;
    write();
    await skill.timers.advanceBy(60_000);

    expect(speechOf(response)).toBe(enUs.cannotPrepareCall.speech.ssml);
    expect(skill.started).toEqual([]);
  });
});

describe('a call that does not start', () => {
  const results: Exclude<CallStartResult, { kind: 'started' }>[] = [
    { kind: 'permissionMissing' },
    { kind: 'notAvailableHere' },
    { kind: 'busy' },
    { kind: 'refused', code: 'InvalidInput' },
    { kind: 'unavailable' },
  ];

  it.each(results)('is explained when it is $kind', async (result) => {
    const skill = aSkill({ start: async () => result });

    const response = await skill.invoke(completed);

    expect(speechOf(response)).toBe(enUs.callNotStarted[result.kind].ssml);
    expect(response.shouldEndSession).toBe(true);
    expect(skill.log).toMatchObject([{ event: 'call-requested', outcome: result.kind }]);
  });

  it('is given up when the whole request takes too long', async () => {
    const skill = aSkill({ start: () => new Promise(() => {}) });

    const answer = skill.invoke(completed);
    await skill.timers.advanceBy(timeLimits.wholeRequestMs);

    expect(speechOf(await answer)).toBe(enUs.callNotStarted.unavailable.ssml);
  });

  it('ends in an apology, not in silence, when there is a bug', async () => {
    const skill = aSkill({ start: () => Promise.reject(new TypeError('Jane Doe is not a function')) });

    const response = await skill.invoke(completed);

    expect(speechOf(response)).toBe(enUs.somethingWentWrong.ssml);
    expect(response.shouldEndSession).toBe(true);
    expect(skill.log).toMatchObject([
      { level: 'error', event: 'request-failed', intent: 'CallIntent', error: { name: 'TypeError' } },
    ]);
  });
});

describe('privacy', () => {
  it('logs nothing of the caller, of the envelope or of its tokens, whatever goes wrong', async () => {
    const failures: AlexaAnswers = Object.fromEntries(
      Object.keys(everythingGiven).map((path) => [path, { status: 500, body: { message: 'Jane Doe' } }]),
    );
    const skills = [
      aSkill(),
      aSkill({ alexa: failures }),
      aSkill({ put: () => Promise.reject(new BridgeError('store-unavailable', '+12065550100')) }),
      aSkill({ start: async () => ({ kind: 'refused', code: '+12065550100' }) }),
      aSkill({ start: () => Promise.reject(new Error('Jane Doe, example-api-access-token')) }),
    ];

    for (const skill of skills) await skill.invoke(completed);

    const log = JSON.stringify(skills.map((skill) => skill.log));
    expect(log).not.toMatch(/Jane|2065550100|12345678|98109|lost|token|amzn1|EXAMPLE/i);
    expect(skills.every((skill) => skill.log.length > 0)).toBe(true);
  });
});

describe('the time for a call', () => {
  it('is enough for its steps, one after another', () => {
    const { gatheringMs, storingMs, callingMs, wholeRequestMs } = timeLimits;

    expect(gatheringMs + storingMs + callingMs).toBeLessThan(wholeRequestMs);
    expect(wholeRequestMs).toBeLessThan(8000);
  });
});
