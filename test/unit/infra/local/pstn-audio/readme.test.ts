import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { behaviorSchema } from '../../../../../infra/local/pstn-audio/config/behavior.ts';
import { checkPstnAudioConfig } from '../../../../../infra/local/pstn-audio/config/config.ts';
import { endpointsSchema } from '../../../../../infra/local/pstn-audio/config/endpoints.ts';
import { sipSchema } from '../../../../../infra/local/pstn-audio/config/sip.ts';
import { pstnAudioConfigSchema } from '../../../../../infra/local/pstn-audio/config/config-schema.ts';
import { actionErrorTypes } from '../../../../../infra/local/pstn-audio/service/action-result.ts';
import { usage } from '../../../../../infra/local/pstn-audio/standalone/arguments.ts';

const folder = resolve('infra/local/pstn-audio');
const readme = readFileSync(join(folder, 'README.md'), 'utf8');

function section(heading: string): string {
  return readme.split(/^#{2,3} /m).find((text) => text.startsWith(`${heading}\n`)) ?? '';
}

/** What the first column of a section's tables names. */
function firstColumn(heading: string): string[] {
  return [...section(heading).matchAll(/^\| ([^|]+) \|/gm)].flatMap(([, cell = '']) =>
    [...cell.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name),
  );
}

const jsonBlocks = [...readme.matchAll(/^```json\n(.*?)^```/gms)].map(([, text = '']) => text);

describe("the users' guide", () => {
  it('lists every option of the command, and no other', () => {
    const options = [...usage.matchAll(/^ +(?:(-\w), )?(?: {4})?(--[\w-]+(?: <\w+>)?)/gm)];
    const asked = options.filter(([line]) => !line.includes('npm')).flatMap(([, short, long = '']) => [short, long]);

    expect(new Set(firstColumn('The command'))).toEqual(new Set(asked.filter((option) => option !== undefined)));
  });

  it('lists every switch of Behavior, and no other', () => {
    const named = [...section('Behaviour').matchAll(/^\| `(\w+)` \|/gm)].map(([, name]) => name);

    expect(named).toEqual(Object.keys(behaviorSchema.shape));
  });

  it('names the values of each switch, its default first', () => {
    for (const [name, schema] of Object.entries(behaviorSchema.shape)) {
      const row = section('Behaviour').match(new RegExp(`^\\| \`${name}\` \\| ([^|]+) \\|`, 'm'))?.[1] ?? '';
      const values = row.replaceAll('`', '').split(', ');

      expect([name, values[0]]).toEqual([name, String(schema.parse(undefined) ?? 'none')]);
    }
  });

  it('has a configuration for every part, and each is right', () => {
    const read = jsonBlocks.map((text) => JSON.parse(text) as Record<string, unknown>);

    const problems = read.map((config) => checkPstnAudioConfig(config)).filter(({ kind }) => kind === 'wrong');

    expect(problems).toEqual([]);
    expect(new Set(read.flatMap((config) => Object.keys(config)))).toEqual(
      new Set(Object.keys(pstnAudioConfigSchema.shape)),
    );
  });

  it('names every field of where it listens', () => {
    const fields = [...Object.keys(sipSchema.shape), ...Object.keys(endpointsSchema.shape)];

    expect(fields.filter((field) => !readme.includes(field))).toEqual([]);
  });

  it('lists every example, and no other', () => {
    const folders = readdirSync(join(folder, 'examples'), { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && entry.name !== 'prompts')
      .map(({ name }) => name);
    const listed = [...section('Examples').matchAll(/^\| \[([\w-]+)\]/gm)].map(([, name]) => name);

    expect(new Set(listed)).toEqual(new Set(folders));
    expect(listed).toHaveLength(folders.length);
  });

  it('shows the handler and the configuration of five minutes as they can be run', () => {
    expect(section('Five minutes')).toContain('export const handler');
    expect(checkPstnAudioConfig(JSON.parse(jsonBlocks[0] ?? ''))).toMatchObject({ kind: 'config' });
  });

  it('lists every error of an action, and no other', () => {
    expect(new Set(firstColumn('An action fails').filter((name) => name !== 'ErrorType'))).toEqual(
      new Set(actionErrorTypes),
    );
  });

  it('lists every error of an answer, and no other', () => {
    const source = readFileSync(join(folder, 'service/invocation/reply-faults.ts'), 'utf8');
    const errors = [...source.matchAll(/errorType: '(\w+)'/g)].map(([, name]) => name);

    expect(new Set(firstColumn('An answer is refused'))).toEqual(new Set(errors));
  });

  it('links to what is there', () => {
    const links = [...readme.matchAll(/\]\(([^)]+)\)/g)].map(([, link = '']) => link);
    const headings = [...readme.matchAll(/^#+ (.+)$/gm)].map(([, text = '']) =>
      text.toLowerCase().replaceAll(' ', '-'),
    );
    const isThere = (link: string): boolean =>
      link.startsWith('https:') ||
      (link.startsWith('#') ? headings.includes(link.slice(1)) : existsSync(join(folder, link.split('#')[0] ?? '')));

    expect(links.filter((link) => !isThere(link))).toEqual([]);
  });

  it('is about nobody’s real number', () => {
    const numbers = [...readme.matchAll(/\+\d{11,}/g)].map(([number]) => number);

    expect(numbers.filter((number) => !/^\+1206555(?:01\d\d)$/.test(number))).toEqual([]);
  });
});
