import { ChimeSDKVoiceClient, GetSipRuleCommand } from '@aws-sdk/client-chime-sdk-voice';
import type { InvocationTrace, KeyTrace } from '../../infra/local/pstn-audio/service/trace.ts';
import {
  aStandalone,
  configuration,
  dialIn,
  playing,
  regions,
  tones,
  type StandaloneFixture,
} from './standalone-fixture.ts';

describe('PSTN Audio by itself', () => {
  let fixture: StandaloneFixture;
  afterEach(async () => fixture.close());

  it("answers a telephone's call as anyone's handler says", async () => {
    fixture = await aStandalone(configuration({ east: './handler.js' }), { 'handler.js': playing('low.wav') });

    const call = await fixture.call();
    const heard = await call.hears(tones['low.wav']);
    await call.ended;

    expect(heard).toBe(true);
    expect(fixture.notices).toEqual([]);
  });

  it('says something else as soon as the handler has been saved, without a restart', async () => {
    fixture = await aStandalone(configuration({ east: './handler.js' }), { 'handler.js': playing('low.wav') });
    const before = await (await fixture.call()).hears(tones['low.wav']);

    const loaded = fixture.noticed('loaded again');
    await fixture.save('handler.js', playing('high.wav'));
    const notice = await loaded;
    const after = await (await fixture.call()).hears(tones['high.wav']);

    expect([before, after]).toEqual([true, true]);
    expect(notice).toBe('Functions[0]: ./handler.js has changed and is loaded again');
  });

  it('goes on when a handler cannot be loaded: calls are refused until it is mended', async () => {
    fixture = await aStandalone(configuration({ east: './handler.js' }), {
      'handler.js': `\nconst words = require('./words.js');\nwords.greeting();`,
      'words.js': 'exports.greeting = undefined;',
    });
    const refused = await fixture.outcome();

    const loaded = fixture.noticed('loaded again');
    await fixture.save('handler.js', playing('low.wav'));
    await loaded;
    const heard = await (await fixture.call()).hears(tones['low.wav']);

    expect(fixture.notices[0]).toBe(
      'Functions[0]: ./handler.js could not be loaded: TypeError: words.greeting is not a function (handler.js:3:7)',
    );
    expect(refused).toBe(480);
    expect(heard).toBe(true);
  });

  it('shows a key to watchers once, though two functions were tried and nothing waits for it', async () => {
    const key = Promise.withResolvers<KeyTrace>();
    const keys: string[] = [];
    const onKey = (trace: KeyTrace): void => {
      keys.push(trace.key);
      key.resolve(trace);
    };
    fixture = await aStandalone(
      configuration({ east: './east.js', west: './west.js' }),
      { 'east.js': `exports.handler = async () => { throw new Error('down'); };`, 'west.js': playing('low.wav') },
      { observers: [{ onKey }] },
    );

    const call = await fixture.call();
    await call.press('7');
    const seen = await key.promise;
    await call.ended;

    expect(seen).toMatchObject({ tag: 'LEG-A', key: '7' });
    expect(keys).toEqual(['7']);
  });

  it('tells where a function has failed while it ran', async () => {
    const invocations: InvocationTrace[] = [];
    fixture = await aStandalone(
      configuration({ east: './handler.js' }),
      { 'handler.js': 'exports.handler = async (event) => {\n  return event.no.thing;\n};' },
      { observers: [{ onInvocation: (trace) => void invocations.push(trace) }] },
    );

    await fixture.outcome();
    await fixture.standalone.pstnAudio.idle();

    expect(invocations[0]?.errors[0]).toMatchObject({ errorType: 'TypeError', place: 'handler.js:2:19' });
  });

  it('tells where a mistake is that has just been saved, and heals', async () => {
    fixture = await aStandalone(configuration({ east: './handler.mjs' }), {
      'handler.mjs': 'export const handler = async () => ({ SchemaVersion: "1.0", Actions: [] });',
    });

    const broken = fixture.noticed('could not be loaded');
    await fixture.save('handler.mjs', 'export const handler = async () => {};\n\nexport const more = async ( => {};');
    const notice = await broken;
    const healed = fixture.noticed('loaded again');
    await fixture.save('handler.mjs', 'export const handler = async () => ({ SchemaVersion: "1.0", Actions: [] });');

    expect(notice).toBe(
      "Functions[0]: ./handler.mjs could not be loaded: SyntaxError: Unexpected token '=>' (handler.mjs:3)",
    );
    await expect(healed).resolves.toContain('./handler.mjs');
  });

  it('goes to the next Region when the function of the first is down, and the caller does not notice', async () => {
    const invocations: InvocationTrace[] = [];
    fixture = await aStandalone(
      configuration({ east: './east', west: './west/index.mjs' }),
      {
        'east.js': `exports.handler = async () => { throw new Error('down'); };`,
        'west/index.mjs': playing('high.wav').replace('exports.handler =', 'export const handler ='),
      },
      { observers: [{ onInvocation: (trace) => void invocations.push(trace) }] },
    );

    const call = await fixture.call();
    const heard = await call.hears(tones['high.wav']);
    await call.ended;
    await fixture.standalone.pstnAudio.idle();

    expect(heard).toBe(true);
    expect(invocations.map(({ functionArn, failure }) => [functionArn.split(':')[3], failure])).toEqual([
      [regions.east, 'Error'],
      [regions.west, undefined],
      [regions.west, undefined],
    ]);
  });

  it('gives functions the local services, their Region, and their own variables', async () => {
    const asked = configuration({ east: './handler.js' }) as { Functions: Record<string, unknown>[] };
    asked.Functions[0]!['Environment'] = { TABLE: 'calls', AWS_ENDPOINT_URL_CHIME_SDK_VOICE: 'http://127.0.0.1:9' };
    fixture = await aStandalone(asked, { 'handler.js': 'exports.handler = async () => process.env;' });

    const result = await fixture.standalone.functions.invoke('sma', {});

    expect(result).toMatchObject({
      payload: {
        AWS_REGION: regions.east,
        TABLE: 'calls',
        AWS_ENDPOINT_URL_CHIME_SDK_MEETINGS: fixture.standalone.meetingsApi,
        AWS_ENDPOINT_URL_CHIME_SDK_VOICE: 'http://127.0.0.1:9',
        AWS_ENDPOINT_URL_LAMBDA: fixture.standalone.functions.endpoint,
      },
    });
  });

  it('serves the Voice API for the objects of its configuration', async () => {
    fixture = await aStandalone(configuration({ east: './handler.js' }), { 'handler.js': playing('low.wav') });
    const client = new ChimeSDKVoiceClient({
      endpoint: fixture.standalone.voiceApi,
      region: regions.east,
      credentials: { accessKeyId: 'a', secretAccessKey: 'b' },
    });

    const { SipRule } = await client.send(new GetSipRuleCommand({ SipRuleId: 'main' }));
    client.destroy();

    expect(SipRule).toMatchObject({ TriggerValue: dialIn });
  });
});
