import { BridgeError } from '../../../../shared/errors.ts';
import { createLogger, type Logger, type LogFields } from '../../../../shared/observability/logger.ts';
import { TimersFake } from '../../../support/timers-fake.ts';

function aLogger(): { logger: Logger; lines: string[] } {
  const lines: string[] = [];
  const logger = createLogger({ clock: new TimersFake(), write: (line) => void lines.push(line) });
  return { logger, lines };
}

describe('logger', () => {
  it('writes one JSON object a line with time, level, event and fields', () => {
    const { logger, lines } = aLogger();

    logger.info('call-started', { intent: 'CallIntent', milliseconds: 12 });
    logger.warn('profile-unavailable', { status: 503 });

    expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual([
      {
        time: '2026-11-18T15:00:00.000Z',
        level: 'info',
        event: 'call-started',
        intent: 'CallIntent',
        milliseconds: 12,
      },
      { time: '2026-11-18T15:00:00.000Z', level: 'warn', event: 'profile-unavailable', status: 503 },
    ]);
  });

  it('drops fields that are not on the list, which a wider object could bring along', () => {
    const { logger, lines } = aLogger();
    const wider = { outcome: 'started', phoneNumber: '+12065550100', callerName: 'Jane Doe' };

    logger.info('call-started', wider);

    expect(JSON.parse(lines[0] ?? '')).toEqual({
      time: expect.any(String),
      level: 'info',
      event: 'call-started',
      outcome: 'started',
    });
  });

  it.each([
    { case: 'a phone number', value: '+12065550100' },
    { case: 'digits alone', value: '2065550100' },
    { case: 'a sentence', value: 'my lost card' },
    { case: 'an address', value: 'jane@example.com' },
    { case: 'a text without end', value: 'x'.repeat(201) },
  ])('withholds $case in an allowed field', ({ value }) => {
    const { logger, lines } = aLogger();

    logger.info('call-started', { code: value } satisfies LogFields);

    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ code: '[withheld]' });
  });

  it('keeps the identifiers of AWS: UUIDs, ARNs and Regions', () => {
    const { logger, lines } = aLogger();
    const fields = {
      transactionId: '6bd0a5c1-4e0c-4f0e-9d8e-1f2a3b4c5d6e',
      destinationId: 'arn:aws:chime:us-east-1:111122223333:vc/abc',
    };

    logger.info('bridged', fields);

    expect(JSON.parse(lines[0] ?? '')).toMatchObject(fields);
  });

  it('logs name, code and frames of an error and of its cause, but no message', () => {
    const { logger, lines } = aLogger();
    const cause = Object.assign(new Error('Jane Doe is not\n    at home (file.js:1:1)'), { code: 'ECONNRESET' });

    logger.error('store-failed', new BridgeError('store-unavailable', 'no answer about +12065550100', { cause }));

    expect(lines[0]).not.toMatch(/Jane|home|12065550100/);
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({
      level: 'error',
      error: {
        name: 'BridgeError',
        code: 'store-unavailable',
        frames: expect.arrayContaining([expect.stringMatching(/^at .*logger\.test\.ts/)]),
        cause: { name: 'Error', code: 'ECONNRESET' },
      },
    });
  });

  it('survives an error that is its own cause', () => {
    const { logger, lines } = aLogger();
    const error = new Error('round and round');
    error.cause = error;

    logger.error('failed', error);

    expect(lines).toHaveLength(1);
  });

  it('survives a thrown value that is no error, and says no more than its type', () => {
    const { logger, lines } = aLogger();

    logger.error('failed', '+12065550100');

    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ event: 'failed', error: { name: 'string' } });
  });
});
