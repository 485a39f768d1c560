import { BridgeError } from '../../../../shared/errors.ts';
import { askedToConfirm } from '../a-session.ts';
import { aSkill, everythingGiven, type AlexaAnswers } from '../a-skill.ts';

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

    for (const skill of skills) await (await askedToConfirm(skill)).replies('AMAZON.YesIntent');

    const log = JSON.stringify(skills.map((skill) => skill.log));
    expect(log).not.toMatch(/Jane|2065550100|12345678|98109|lost|token|amzn1|EXAMPLE/i);
    expect(skills.every((skill) => skill.log.length > 0)).toBe(true);
  });
});
