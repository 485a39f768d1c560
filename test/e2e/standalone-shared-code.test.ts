import { aStandalone, configuration, playing, tones, type StandaloneFixture } from './standalone-fixture.ts';

/** A module that says which prompt is played. */
const prompt = (key: string): string => `exports.key = '${key}';`;
/** A handler whose prompt is said by another module. */
const playingAsSaidIn = (path: string): string =>
  `const { key } = require('${path}');\n${playing('KEY').replace(`'KEY'`, 'key')}`;

describe('PSTN Audio by itself, when a file beside the folder of the handler changes', () => {
  let fixture: StandaloneFixture;
  afterEach(async () => fixture.close());

  it('says something else as soon as it has been saved', async () => {
    fixture = await aStandalone(configuration({ east: './app/handler.js' }), {
      'app/handler.js': playingAsSaidIn('../lib/prompt'),
      'lib/prompt.js': prompt('low.wav'),
    });
    const before = await (await fixture.call()).hears(tones['low.wav']);

    const loaded = fixture.noticed('loaded again');
    await fixture.save('lib/prompt.js', prompt('high.wav'));
    const notice = await loaded;
    const after = await (await fixture.call()).hears(tones['high.wav']);

    expect([before, after]).toEqual([true, true]);
    expect(notice).toBe('Functions[0]: ./app/handler.js has changed and is loaded again');
  });

  it('tells that it is broken or missing, and heals when it is mended', async () => {
    fixture = await aStandalone(configuration({ east: './app/handler.ts' }), {
      'app/handler.ts': `import { words } from '../lib/words.ts';\nexport const handler = async (): Promise<string> => words;`,
    });
    const missing = fixture.notices[0];

    const broken = fixture.noticed('SyntaxError');
    await fixture.save('lib/words.ts', 'export const words: string = ( => 1;');
    await broken;
    const mended = fixture.noticed('loaded again');
    await fixture.save('lib/words.ts', `export const words: string = 'fine';`);
    await mended;
    const result = await fixture.standalone.functions.invoke('sma', {});

    expect(missing).toContain(`./app/handler.ts could not be loaded: Cannot find module`);
    expect(result).toMatchObject({ payload: 'fine' });
  });

  it('follows the files that the handler loads now', async () => {
    fixture = await aStandalone(configuration({ east: './app/handler.js' }), {
      'app/handler.js': playingAsSaidIn('../lib/prompt.js'),
      'lib/prompt.js': prompt('low.wav'),
      'words/prompt.js': prompt('low.wav'),
    });

    const moved = fixture.noticed('loaded again');
    await fixture.save('app/handler.js', playingAsSaidIn('../words/prompt.js'));
    await moved;
    const loaded = fixture.noticed('loaded again');
    await fixture.save('words/prompt.js', prompt('high.wav'));
    await loaded;
    const heard = await (await fixture.call()).hears(tones['high.wav']);

    expect(heard).toBe(true);
  });

  it('loads only the functions that use it', async () => {
    fixture = await aStandalone(configuration({ east: './east/handler.js', west: './west/handler.js' }), {
      'east/handler.js': playingAsSaidIn('../lib/prompt.js'),
      'west/handler.js': playing('low.wav'),
      'lib/prompt.js': prompt('low.wav'),
    });

    const first = fixture.noticed('loaded again');
    await fixture.save('lib/prompt.js', prompt('high.wav'));
    await first;
    const second = fixture.noticed('./west/handler.js');
    await fixture.save('west/handler.js', playing('high.wav'));
    await second;

    const loaded = new Set(fixture.notices.slice(0, -1).map((line) => line.split(' ')[1]));
    expect([...loaded]).toEqual(['./east/handler.js']);
  });
});
