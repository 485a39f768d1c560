import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseWav } from '../../infra/local/pstn-audio/media/wav.ts';

const main = join(process.cwd(), 'infra/local/talk/main.ts');
const account = 'one two three four five six seven eight';

interface Talked {
  readonly code: number | null;
  /** Lines of standard output. */
  readonly out: readonly string[];
  readonly errors: string;
}

/** Types it all through a pipe, as `printf … | npm run talk` does. */
async function talk(typed: readonly string[], ...words: readonly string[]): Promise<Talked> {
  const child = spawn(process.execPath, [main, ...words], { stdio: ['pipe', 'pipe', 'pipe'] });
  let [out, errors] = ['', ''];
  child.stdout.on('data', (chunk: Buffer) => void (out += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => void (errors += chunk.toString()));
  // Whoever does not read lets the pipe break: the exit code tells more.
  child.stdin.on('error', () => undefined);
  child.stdin.end(typed.map((line) => `${line}\n`).join(''));
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, out: out.trimEnd().split('\n'), errors };
}

describe('a talk through a pipe', () => {
  it('ends in a real call, is the same every time, and goes on afterwards', async () => {
    const typed = [
      'open example bank',
      'about my lost card',
      account,
      'yes',
      'hang up',
      'ask example bank to connect me to my nearest branch',
      account,
      'yes',
    ];

    const once = await talk(typed);
    const again = await talk(typed);

    expect(once.code).toBe(0);
    expect(once.out).toEqual(
      expect.arrayContaining([
        'you> about my lost card',
        '  Echo     calls +14255550100',
        '  Desk     screen: Maria Lopez · account ••••••78 · “my lost card”',
        '  Desk     support answers at +12065550150',
        '  Audio    you hear them, they hear you',
        '  Branch   seattle-downtown answers at +12065550141',
      ]),
    );
    expect(once.out.at(-1)).toBe('  End      you hung up; no leg is left');
    expect(again).toEqual(once);
  }, 90_000);

  it('rings the caller’s own telephone, which a key answers', async () => {
    const call = ['ask example bank to have someone call me back about my bill', account, 'yes', '1', 'hang up'];

    const { code, out } = await talk(call, '--json');

    const told = out.map((line) => JSON.parse(line) as { readonly type: string });
    const types = told.map(({ type }) => type).filter((type) => !['alexa', 'you', 'card'].includes(type));
    expect(code).toBe(0);
    expect(types).toEqual(['phoneRings', 'bankSays', 'pressed', 'bankSays', 'routed', 'answered', 'heard', 'callOver']);
    expect(told).toContainEqual(
      expect.objectContaining({ type: 'answered', screen: expect.objectContaining({ accountId: '12345678' }) }),
    );
  }, 60_000);

  it('asks for consent where something was not allowed, and speaks to a file', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'talk-'));
    const wav = join(folder, 'said.wav');

    const { code, out } = await talk(
      ['ask example bank to call support about my bill', account, 'yes', 'yes'],
      '--deny',
      'mobile-number',
      '--wav',
      wav,
    );
    const read = parseWav(await readFile(wav));
    await rm(folder, { recursive: true });

    expect(code).toBe(0);
    expect(out).toContain('  Consent  alexa::profile:mobile_number:read');
    expect(out).toContain('  Echo     calls +14255550100');
    // Five things were said, with silence between.
    expect(read).toMatchObject({ kind: 'wav', wav: { rate: 8000 } });
    expect(read.kind === 'wav' ? read.wav.samples.length : 0).toBeGreaterThan(10 * 8000);
  }, 60_000);

  it('speaks French', async () => {
    const typed = ['ouvre banque exemple', 'ma carte perdue', 'un deux trois quatre cinq six sept huit', 'oui'];

    const { code, out } = await talk(typed, '--locale', 'fr-CA');

    expect(code).toBe(0);
    expect(out).toContain('  Desk     support answers at +12065550150');
  }, 60_000);
});

describe('the command line of a talk', () => {
  it.each([
    { case: 'an unknown option', words: ['--loud'], says: /--loud/ },
    { case: 'a language that the skill does not speak', words: ['--locale', 'de-DE'], says: /en-US/ },
    { case: 'somebody who does not live there', words: ['--as', 'bob'], says: /maria/ },
    { case: 'a file that cannot be written', words: ['--wav', '/nowhere/at/all.wav'], says: /ENOENT/ },
  ])('with $case is refused with 2, in words', async ({ words, says }) => {
    const { code, out, errors } = await talk([], ...words);

    expect(code).toBe(2);
    expect(out).toEqual(['']);
    expect(errors).toMatch(says);
  });
});
