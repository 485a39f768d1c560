import { enUs } from '../../../../skill/speech/en-us.ts';
import { anEnvelope, anIntent, aSkill, speechOf } from '../a-skill.ts';

describe('conversation', () => {
  it('opens with what the skill does, and listens', async () => {
    const response = await aSkill().invoke(anEnvelope('launch'));

    expect(speechOf(response)).toBe(enUs.welcome.speech.ssml);
    expect(response).toMatchObject({ shouldEndSession: false, reprompt: { outputSpeech: { type: 'SSML' } } });
  });

  it('explains itself when asked for help, says what it cannot do, and listens', async () => {
    const response = await aSkill().invoke(anIntent('AMAZON.HelpIntent'));

    expect(speechOf(response)).toContain('I cannot reach emergency services');
    expect(response.shouldEndSession).toBe(false);
  });

  it('offers what it can do when it did not understand', async () => {
    const response = await aSkill().invoke(anIntent('AMAZON.FallbackIntent'));

    expect(speechOf(response)).toBe(enUs.notUnderstood.speech.ssml);
    expect(response.shouldEndSession).toBe(false);
  });

  it.each(['AMAZON.StopIntent', 'AMAZON.CancelIntent'])('says goodbye at %s', async (intent) => {
    const response = await aSkill().invoke(anIntent(intent));

    expect(speechOf(response)).toBe('Goodbye.');
    expect(response.shouldEndSession).toBe(true);
  });

  it('lets go without a word when the customer goes home', async () => {
    expect(await aSkill().invoke(anIntent('AMAZON.NavigateHomeIntent'))).toEqual({ shouldEndSession: true });
  });

  it('answers the end of a session with nothing, and logs an error of ours', async () => {
    const skill = aSkill();

    const response = await skill.invoke(anEnvelope('session-ended-by-error'));

    expect(response).toEqual({});
    expect(skill.log).toMatchObject([{ level: 'warn', event: 'session-ended-by-error', code: 'INVALID_RESPONSE' }]);
  });

  it('does not log a session that the customer ended', async () => {
    const skill = aSkill();

    await skill.invoke(
      anEnvelope('session-ended-by-error', ({ request }) => void (request['reason'] = 'USER_INITIATED')),
    );

    expect(skill.log).toEqual([]);
  });

  it('apologises for an intent that nobody handles', async () => {
    const skill = aSkill();

    const response = await skill.invoke(anIntent('OrderPizzaIntent'));

    expect(speechOf(response)).toBe(enUs.somethingWentWrong.ssml);
    expect(skill.log).toMatchObject([{ event: 'request-failed', intent: 'OrderPizzaIntent' }]);
  });

  it('rejects a request for another skill before any handler sees it', async () => {
    const skill = aSkill();
    const stranger = anEnvelope(
      'call-intent-completed',
      ({ context }) => void (context.System.application.applicationId = 'amzn1.ask.skill.stranger'),
    );

    await expect(skill.invoke(stranger)).rejects.toThrow('Skill ID verification failed');
    expect([skill.asked, skill.deeds, skill.log]).toEqual([[], [], []]);
  });
});
