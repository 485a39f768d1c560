import { createLogger } from '../../../shared/observability/logger.ts';
import { optionalSettings, type OptionalSettings } from '../../../sma-handler/optional-settings.ts';
import { TimersFake } from '../../support/timers-fake.ts';

const keys = JSON.stringify({ current: 'a', keys: { a: Buffer.alloc(32, 7).toString('base64') } });
const bucket = 'voicemail-of-example-bank';

function read(environment: NodeJS.ProcessEnv): { settings: OptionalSettings; logged: string[] } {
  const logged: string[] = [];
  const log = createLogger({ clock: new TimersFake(), write: (line) => logged.push(line) });
  return { settings: optionalSettings(environment, log), logged };
}

describe('the settings that calls get through without', () => {
  it('are read when they are there', () => {
    const { settings, logged } = read({ LOOK_UP_SIGNING_KEYS: keys, VOICEMAIL_BUCKET: bucket });

    expect(settings).toMatchObject({ LOOK_UP_SIGNING_KEYS: keys, VOICEMAIL_BUCKET: bucket });
    expect(logged).toEqual([]);
  });

  it('may be absent', () => {
    expect(read({})).toEqual({ settings: {}, logged: [] });
  });

  it.each([
    { setting: 'LOOK_UP_SIGNING_SECRET', value: '', left: ['VOICEMAIL_BUCKET', 'LOOK_UP_SIGNING_KEYS'] },
    { setting: 'CALL_COMMAND_SECRET', value: 's'.repeat(2049), left: ['VOICEMAIL_BUCKET', 'LOOK_UP_SIGNING_KEYS'] },
    { setting: 'LOOK_UP_SIGNING_KEYS', value: '', left: ['VOICEMAIL_BUCKET'] },
    { setting: 'METRICS_NAMESPACE', value: 'AWS/Lambda', left: ['VOICEMAIL_BUCKET', 'LOOK_UP_SIGNING_KEYS'] },
    { setting: 'VOICEMAIL_BUCKET', value: 'Voice Mail', left: ['LOOK_UP_SIGNING_KEYS'] },
  ])(
    'count as absent when malformed, which is said without their value: $setting $value',
    ({ setting, value, left }) => {
      const { settings, logged } = read({ LOOK_UP_SIGNING_KEYS: keys, VOICEMAIL_BUCKET: bucket, [setting]: value });

      expect(Object.keys(settings)).toEqual(left);
      expect(logged.map((line) => JSON.parse(line) as object)).toEqual([
        expect.objectContaining({
          level: 'error',
          setting,
          error: expect.objectContaining({ code: 'environment-invalid' }),
        }),
      ]);
      expect(logged[0]).not.toMatch(/sss|Voice Mail/);
    },
  );
});
