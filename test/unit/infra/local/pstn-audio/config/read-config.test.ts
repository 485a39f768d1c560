import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readPstnAudioConfig } from '../../../../../../infra/local/pstn-audio/config/read-config.ts';
import { wholeConfig } from './config-fixture.ts';

describe('a configuration file', () => {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'pstn-audio-config-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  async function fileOf(text: string): Promise<string> {
    const path = join(folder, 'pstn-audio.json');
    await writeFile(path, text);
    return path;
  }

  it('has its files and folders found from where it is', async () => {
    const reading = await readPstnAudioConfig(await fileOf(`\uFEFF${JSON.stringify(wholeConfig, undefined, 2)}`));

    expect(reading).toMatchObject({
      kind: 'config',
      config: {
        Sip: { Port: 5060, Tls: { CertificateFile: join(folder, 'sip.crt'), PrivateKeyFile: join(folder, 'sip.key') } },
        Functions: [{ Module: join(folder, 'handler.js') }, { Module: join(folder, 'handler.js') }],
        Buckets: { prompts: join(folder, 'prompts'), recordings: join(folder, 'recordings') },
      },
    });
  });

  it('leaves absolute ones as they are', async () => {
    const reading = await readPstnAudioConfig(await fileOf('{ "Buckets": { "prompts": "/srv/prompts" } }'));

    expect(reading).toMatchObject({ config: { Buckets: { prompts: '/srv/prompts' } } });
  });

  it('is refused with file, line and column where it is no JSON', async () => {
    const path = await fileOf('{\n  "AwsAccountId": "111122223333",\n}');

    expect(await readPstnAudioConfig(path)).toEqual({
      kind: 'wrong',
      problems: [{ path: '', message: `${path}:2:33: this "," is one too many` }],
    });
  });

  it('is refused when it is not there', async () => {
    const path = join(folder, 'missing.json');

    expect(await readPstnAudioConfig(path)).toEqual({
      kind: 'wrong',
      problems: [{ path: '', message: `${path} cannot be read (ENOENT): name a file that is there` }],
    });
  });

  it('is refused with all that is wrong in it', async () => {
    const reading = await readPstnAudioConfig(await fileOf('{ "Sip": { "Port": "5060" }, "Bucket": {} }'));

    expect(reading).toEqual({
      kind: 'wrong',
      problems: [
        { path: 'Sip.Port', message: 'must be a number, without quotes' },
        { path: 'Bucket', message: 'is not known here – did you mean "Buckets"?' },
      ],
    });
  });
});
