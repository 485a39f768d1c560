import { askedToConfirm, Session, lostCard } from '../a-session.ts';
import { anEnvelope, aSkill } from '../a-skill.ts';

describe('conversation', () => {
  it('opens with what the skill does, and listens', async () => {
    const session = new Session(aSkill());

    expect(await session.launches()).toMatch(/Example Bank/);

    expect(session.response).toMatchObject({ shouldEndSession: false, reprompt: { outputSpeech: { type: 'SSML' } } });
  });

  it('tells Alexa which answer it expects', async () => {
    const session = new Session(aSkill());

    await session.says(lostCard);

    expect(session.response.directives).toEqual([
      {
        type: 'Dialog.ElicitSlot',
        slotToElicit: 'accountNumber',
        updatedIntent: expect.objectContaining({ name: 'CallIntent', confirmationStatus: 'NONE' }),
      },
    ]);
  });

  it('explains itself when asked for help, says what it cannot do, and listens', async () => {
    const session = new Session(aSkill());

    expect(await session.replies('AMAZON.HelpIntent')).toMatch(/emergency/);

    expect(session.response.shouldEndSession).toBe(false);
  });

  it.each(['AMAZON.StopIntent', 'AMAZON.CancelIntent', 'AMAZON.NavigateHomeIntent'])('ends at %s', async (intent) => {
    const session = new Session(aSkill());

    await session.replies(intent);

    expect(session.response.shouldEndSession).toBe(true);
  });

  it('answers the end of a session with nothing, and logs an error of ours', async () => {
    const skill = aSkill();

    const response = await skill.invoke(anEnvelope('session-ended-by-error'));

    expect(response).toEqual({});
    expect(skill.log).toMatchObject([{ level: 'warn', event: 'session-ended-by-error', code: 'INVALID_RESPONSE' }]);
  });

  it('forgets what was written for a call that nobody said yes to', async () => {
    const skill = aSkill();
    const session = await askedToConfirm(skill);

    await session.sends(
      anEnvelope('session-ended-by-error', ({ request }) => void (request['reason'] = 'USER_INITIATED')),
    );

    expect(skill.deeds).toEqual(['put', 'written', 'forget']);
  });

  it('does not log a session that the customer ended', async () => {
    const skill = aSkill();

    await skill.invoke(
      anEnvelope('session-ended-by-error', ({ request }) => void (request['reason'] = 'USER_INITIATED')),
    );

    expect(skill.log).toEqual([]);
  });

  it('apologises for an intent that nobody handles', async () => {
    const session = new Session(aSkill());

    expect(await session.replies('SomethingElseIntent')).toMatch(/went wrong/);
  });

  it.each(['CallIntent', 'CallBackIntent'])(
    'could fulfil %s for somebody who has not named the skill, and does nothing',
    async (name) => {
      const skill = aSkill();

      const response = await skill.invoke(
        anEnvelope('call-intent-completed', ({ request }) => {
          request['type'] = 'CanFulfillIntentRequest';
          request.intent.name = name;
        }),
      );

      expect(response).toMatchObject({
        canFulfillIntent: { canFulfill: 'YES', slots: { reason: { canUnderstand: 'YES' } } },
      });
      expect([skill.asked, skill.deeds]).toEqual([[], []]);
    },
  );

  it('could fulfil nothing else', async () => {
    const response = await aSkill().invoke(
      anEnvelope('call-intent-completed', ({ request }) => {
        request['type'] = 'CanFulfillIntentRequest';
        request.intent.name = 'WeatherIntent';
      }),
    );

    expect(response).toMatchObject({ canFulfillIntent: { canFulfill: 'NO' } });
  });
});
