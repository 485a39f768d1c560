import { jest } from '@jest/globals';
import { systemClock } from '../../../shared/adapters/system/system-clock.ts';
import { anIntent, speechOf } from './a-skill.ts';

const environment = {
  AWS_REGION: 'us-east-1',
  ALEXA_SKILL_ID: 'amzn1.ask.skill.11111111-2222-4333-8444-555555555555',
  SMA_PHONE_NUMBER: '+12065550199',
  CALL_CONTEXTS_TABLE: 'call-contexts',
  ROUTING_TABLES_TABLE: 'routing-tables',
  ROUTING_TABLE_NAME: 'example-bank',
  CONTEXT_SIGNING_KEYS: JSON.stringify({ current: 'a', keys: { a: Buffer.alloc(32).toString('base64') } }),
};

describe('the function of the skill', () => {
  const before = { ...process.env };
  afterEach(() => {
    process.env = { ...before };
    jest.resetModules();
  });

  it('answers a request that was made now', async () => {
    Object.assign(process.env, environment);
    const { handler } = await import('../../../skill/index.ts');

    const { version, response } = await handler(now(anIntent('AMAZON.HelpIntent')), undefined);

    expect(version).toBe('1.0');
    expect(speechOf(response)).toContain('Example Bank');
  });

  it('does not start for a way in that lacks a setting', async () => {
    Object.assign(process.env, environment, { CALL_INGRESSES: 'alexa-skill-call,callback' });

    await expect(import('../../../skill/index.ts')).rejects.toThrow(/SIP_MEDIA_APPLICATION_ID.*callback/);
  });

  it('does not start without its settings, and names the one that is wrong', async () => {
    Object.assign(process.env, environment, { SMA_PHONE_NUMBER: '555-0199' });

    await expect(import('../../../skill/index.ts')).rejects.toThrow('SMA_PHONE_NUMBER');
  });
});

/** As it would come at this moment: the function goes by the machine's clock. */
function now(envelope: ReturnType<typeof anIntent>): unknown {
  return { ...envelope, request: { ...envelope.request, timestamp: new Date(systemClock.now()).toISOString() } };
}
