import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCommand } from '../../../../../../infra/local/pstn-audio/standalone/run-command.ts';
import { systemClock } from '../../../../../../shared/adapters/system/system-clock.ts';
import { systemTimers } from '../../../../../../shared/adapters/system/system-timers.ts';

const arn = 'arn:aws:lambda:us-east-1:111122223333:function:sma';

/** A configuration that is right, but for what is changed. */
const config = (changes: object): object => ({
  Sip: { Port: 0 },
  Functions: [{ FunctionArn: arn, Module: './handler.js' }],
  SipMediaApplications: [
    { SipMediaApplicationId: 'a1', AwsRegion: 'us-east-1', Name: 'main', Endpoints: [{ LambdaArn: arn }] },
  ],
  ...changes,
});

describe('running the command', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'run-command-'));
    await writeFile(join(folder, 'handler.js'), 'exports.handler = async () => ({});');
    await mkdir(join(folder, 'prompts'));
  });
  afterEach(async () => rm(folder, { recursive: true }));

  interface Run {
    readonly code: number;
    readonly printed: string[];
    readonly complaints: string[];
    /** Both, in their order. */
    readonly said: string[];
  }

  async function running(...words: string[]): Promise<Run> {
    const printed: string[] = [];
    const complaints: string[] = [];
    const said: string[] = [];
    const terminal = {
      print: (line: string) => void [said, printed].map((list) => list.push(line)),
      complain: (line: string) => void [said, complaints].map((list) => list.push(line)),
      color: false,
      // Ctrl-C as soon as it has started.
      stopped: async () => undefined,
    };
    const code = await runCommand(words, {
      terminal,
      clock: systemClock,
      timers: systemTimers,
      preciseNow: () => 0,
      folder,
    });
    return { code, printed, complaints, said };
  }

  async function withConfig(value: unknown, ...words: string[]): ReturnType<typeof running> {
    const file = join(folder, 'pstn-audio.json');
    await writeFile(file, typeof value === 'string' ? value : JSON.stringify(value));
    return running('--config', file, ...words);
  }

  it('helps', async () => {
    const { code, printed } = await running('--help');

    expect([code, printed.join()]).toEqual([0, expect.stringContaining('--config <file>')]);
  });

  it('prints the schema of configurations', async () => {
    const { code, printed } = await running('--schema');

    expect(code).toBe(0);
    expect(JSON.parse(printed.join('\n'))).toMatchObject({ properties: { SipRules: {} } });
  });

  it('does not understand everything', async () => {
    expect(await running('--config', 'a.json', '--loud')).toMatchObject({
      code: 2,
      printed: [],
      complaints: ["Unknown option '--loud'; --help says what there is"],
    });
  });

  it('checks a configuration without starting anything', async () => {
    const { code, printed, complaints } = await withConfig(config({ Buckets: { prompts: './prompts' } }), '--check');

    expect([code, complaints]).toEqual([0, []]);
    expect(printed).toEqual([`${join(folder, 'pstn-audio.json')} is right.`]);
  });

  it('tells all that is wrong with a configuration, a line each', async () => {
    const { code, complaints } = await withConfig({ Sip: { Port: -1 }, SipRulez: [] }, '--check');

    expect(code).toBe(1);
    expect(complaints).toEqual([expect.stringContaining('Sip.Port'), expect.stringContaining('SipRulez')]);
  });

  it.each([
    { case: 'is not JSON', value: '{', complaint: /pstn-audio\.json:1:\d+/u },
    {
      case: 'names a module that is not there',
      value: config({ Functions: [{ FunctionArn: arn, Module: './no.js' }] }),
      complaint: /^Functions\[0\]\.Module: there is no such file or folder: .*no\.js$/u,
    },
    {
      case: 'names another module in Handler',
      value: config({ Functions: [{ FunctionArn: arn, Module: './handler.js', Handler: 'index.handler' }] }),
      complaint:
        /^Functions\[0\]\.Handler: names the module "index", but the file is handler\.js: write "handler\.handler"$/u,
    },
    {
      case: 'names a bucket without a folder',
      value: config({ Buckets: { recordings: './recordings' } }),
      complaint: /^Buckets\.recordings: there is no folder .*recordings: create it$/u,
    },
    {
      case: 'names a certificate that is not there',
      value: config({
        Sip: { Port: 0, Tls: { Port: 0, CertificateFile: './no.pem', PrivateKeyFile: './handler.js' } },
      }),
      complaint: /^Sip\.Tls\.CertificateFile: there is no such file: .*no\.pem$/u,
    },
    {
      case: 'names a certificate that is none',
      value: config({
        Sip: { Port: 0, Tls: { Port: 0, CertificateFile: './handler.js', PrivateKeyFile: './handler.js' } },
      }),
      complaint: /^Sip\.Tls: certificate and private key are no PEM files that belong together/u,
    },
    {
      case: 'has a bot that is none',
      value: config({ Bots: [{ BotAliasArn: 7 }] }),
      complaint: /^Bots\[0\]\.BotAliasArn: /u,
    },
  ])('complains about a configuration that $case', async ({ value, complaint }) => {
    const { code, complaints } = await withConfig(value, '--check');

    expect(code).toBe(1);
    expect(complaints[0]).toMatch(complaint);
  });

  it('does not start when a module does not export its handler', async () => {
    const { code, printed, complaints } = await withConfig(
      config({ Functions: [{ FunctionArn: arn, Module: './handler.js', Handler: 'main' }] }),
    );

    expect([code, printed]).toEqual([1, []]);
    expect(complaints).toEqual([
      'Functions[0]: ./handler.js could not be loaded: handler.main is undefined or not exported',
    ]);
  });

  it.each([
    { option: '--pcap', file: 'no/x.pcap' },
    { option: '--calls', file: 'no/x.jsonl' },
  ])('does not start when $option cannot be written', async ({ option, file }) => {
    const { code, complaints } = await withConfig(config({}), option, join(folder, file));

    expect([code, complaints]).toEqual([1, [`${option} ${join(folder, file)}: cannot be written (ENOENT)`]]);
  });

  it.each([
    {
      case: 'a package that is not installed',
      source: `const lodash = require('lodash/fp');`,
      text: "Cannot find module 'lodash/fp' (handler.js:1:16) – npm install lodash, beside the module or above it",
    },
    {
      case: 'version 2 of the SDK',
      source: `const AWS = require('aws-sdk');`,
      text: "Cannot find module 'aws-sdk' (handler.js:1:13) – version 2 of the SDK came with runtimes up to nodejs16.x only: npm install aws-sdk, beside the module or above it",
    },
    {
      case: 'version 3 of the SDK',
      source: `require('@aws-sdk/client-s3/nowhere');`,
      text: "Cannot find module '@aws-sdk/client-s3/nowhere' (handler.js:1:1) – Lambda brings it along, here it has to be there: npm install @aws-sdk/client-s3, beside the module or above it",
    },
    {
      case: 'a callback',
      source: `exports.handler = (event, context, callback) => callback(null, {});`,
      text: 'callback-based function handlers are not supported by nodejs24.x: export an async function of (event, context) – or set "Runtime" to "nodejs22.x"',
      runtime: 'nodejs24.x',
    },
  ])('starts, and says what to do, when a function needs $case', async ({ source, text, runtime }) => {
    await writeFile(join(folder, 'handler.js'), source);

    const Runtime = runtime === undefined ? {} : { Runtime: runtime };
    const { code, printed, complaints } = await withConfig(
      config({ Functions: [{ FunctionArn: arn, Module: './handler.js', ...Runtime }] }),
    );

    expect([code, printed[0]]).toEqual([0, 'PSTN Audio is ready.']);
    expect(complaints).toEqual([`Functions[0]: ./handler.js could not be loaded: ${text}`]);
  });

  it('takes a callback when nothing is said of the runtime, and says below the banner that AWS may not', async () => {
    await writeFile(join(folder, 'handler.js'), 'exports.handler = (event, context, callback) => callback(null, {});');

    const { code, printed, complaints, said } = await withConfig(config({}));

    expect([code, complaints]).toEqual([
      0,
      ['Functions[0]: ./handler.js takes a callback: nodejs24.x refuses that on AWS; "Runtime": "nodejs22.x" takes it'],
    ]);
    expect(said.indexOf(complaints[0] ?? '')).toBeGreaterThan(said.indexOf(printed[0] ?? ''));
  });

  it.each([
    { case: 'an enum', source: 'enum Key { One }\nexport const handler = async () => Key.One;' },
    { case: 'an import without an ending', source: `import './words';\nexport const handler = async () => ({});` },
  ])('says how to bundle TypeScript with $case', async ({ source }) => {
    await writeFile(join(folder, 'handler.ts'), source);

    const { complaints } = await withConfig(config({ Functions: [{ FunctionArn: arn, Module: './handler.ts' }] }));

    expect(complaints).toEqual([
      expect.stringContaining(
        '– bundle it: npx esbuild handler.ts --bundle --platform=node --outfile=dist/handler.js, and let Module name that',
      ),
    ]);
  });

  it('writes what there is to begin with, which is right, and overwrites nothing', async () => {
    const first = await running('--init', 'new');
    const check = await running('--config', 'new/pstn-audio.json', '--check');
    const again = await running('--init', 'new');

    expect([first.code, first.printed.at(-1)]).toEqual([0, '  npm run pstn-audio -- --config new/pstn-audio.json']);
    expect([check.code, check.complaints]).toEqual([0, []]);
    expect([again.code, again.complaints]).toEqual([
      1,
      [`--init new: ${join(folder, 'new/pstn-audio.json')} is there already: choose another folder`],
    ]);
  });

  it('takes callbacks when the runtime is an older one', async () => {
    await writeFile(join(folder, 'handler.js'), 'exports.handler = (event, context, callback) => callback(null, {});');
    const older = config({ Functions: [{ FunctionArn: arn, Module: './handler.js', Runtime: 'nodejs18.x' }] });

    expect(await withConfig(older)).toMatchObject({ code: 0, complaints: [] });
  });

  it.each(['--pcap', '--calls'])('does not write %s over the configuration', async (option) => {
    const file = join(folder, 'pstn-audio.json');
    const { code, complaints } = await withConfig(config({}), option, file);

    expect([code, complaints]).toEqual([1, [`${option} ${file}: is the configuration itself: choose another file`]]);
    expect(JSON.parse(await readFile(file, 'utf8'))).toEqual(config({}));
  });

  it('does not write two things into one file', async () => {
    const file = join(folder, 'both');

    const { code, complaints } = await withConfig(config({}), '--calls', file, '--pcap', join(folder, '.', 'both'));

    expect([code, complaints]).toEqual([1, [`--pcap ${file}: is the file of --calls: choose another file`]]);
  });

  it('leaves an earlier capture alone when it does not start', async () => {
    const file = join(folder, 'x.pcap');
    await writeFile(file, 'earlier');

    const { code } = await withConfig({ SipRulez: [] }, '--pcap', file);

    expect([code, await readFile(file, 'utf8')]).toEqual([1, 'earlier']);
  });

  (process.platform === 'linux' ? it : it.skip)('tells once of a disk that fails, and ends with 1', async () => {
    const { code, complaints } = await withConfig(config({}), '--pcap', '/dev/full');

    expect([code, complaints]).toEqual([1, ['--pcap /dev/full: ENOSPC: nothing more is written to it']]);
  });
});
