import { jest } from '@jest/globals';
import { anEnvelope, speechOf } from './a-skill.ts';

const environment = {
  AWS_REGION: 'us-east-1',
  ALEXA_SKILL_ID: 'amzn1.ask.skill.11111111-2222-4333-8444-555555555555',
  SMA_PHONE_NUMBER: '+12065550199',
  CALL_CONTEXTS_TABLE: 'call-contexts',
  CONTEXT_SIGNING_KEYS: JSON.stringify({ current: 'a', keys: { a: Buffer.alloc(32).toString('base64') } }),
};

describe('the function of the skill', () => {
  const before = { ...process.env };
  afterEach(() => {
    process.env = { ...before };
    jest.resetModules();
  });

  it('answers a launch', async () => {
    Object.assign(process.env, environment);
    const { handler } = await import('../../../skill/index.ts');

    const { version, response } = await handler(anEnvelope('launch'), undefined);

    expect(version).toBe('1.0');
    expect(speechOf(response)).toContain('Welcome to Example Bank');
  });

  it('does not start without its settings, and names the one that is wrong', async () => {
    Object.assign(process.env, environment, { SMA_PHONE_NUMBER: '555-0199' });

    await expect(import('../../../skill/index.ts')).rejects.toThrow('SMA_PHONE_NUMBER');
  });
});
