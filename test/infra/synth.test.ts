import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runSynth } from '../../infra/aws/cli/synth.ts';
import { bundleFunctions } from '../../infra/bundle.ts';
import { deployedFunctions } from '../../infra/functions.ts';

const directory = mkdtempSync(join(tmpdir(), 'synth-'));
/** Two folders below the root, as the local cloud builds them: source maps name their sources from there. */
const localBundles = 'dist/synth-test';
afterAll(() => {
  rmSync(directory, { recursive: true });
  rmSync(localBundles, { recursive: true, force: true });
});

async function synth(...line: string[]): Promise<{ code: number; out: string[]; err: string[] }> {
  const out: string[] = [];
  const err: string[] = [];
  let milliseconds = 0;
  const code = await runSynth(line, {
    out: (text) => out.push(text),
    err: (text) => err.push(text),
    folder: directory,
    now: () => (milliseconds += 1500),
  });
  return { code, out, err };
}

describe('npm run synth', () => {
  it('writes every stack, and the very code that the local cloud runs', async () => {
    const { code, out, err } = await synth('-o', 'assembly');

    expect({ code, err }).toEqual({ code: 0, err: [] });
    expect(out.at(-1)).toMatch(/^11 stacks in .*assembly, in 1\.5 s$/);
    const local = await bundleFunctions({ outDir: localBundles });
    const assets = codeIn(join(directory, 'assembly'));
    for (const { name } of deployedFunctions) {
      const bundle = local.find((each) => each.name === name)!;
      expect(assets.get(name)).toEqual(filesIn(bundle.directory));
    }
  }, 180_000);

  it.each([
    ['without a folder', [], 2, /^-o <folder> is missing/],
    ['with an option that is none', ['-o', 'x', '--fast'], 2, /--fast.*--help/],
    ['with a config that is not there', ['-o', 'x', '--config', 'none.yaml'], 1, /none\.yaml: is not there/],
  ])('says in a line what is wrong %s', async (_, line, expected, problem) => {
    const { code, err } = await synth(...line);

    expect(code).toBe(expected);
    expect(err).toEqual([expect.stringMatching(problem)]);
  });

  it('says for each mistake of a config where it is', async () => {
    writeFileSync(join(directory, 'wrong.yaml'), 'name: example-bank\nenvironment: moon\n');

    const { code, err } = await synth('-o', 'x', '--config', 'wrong.yaml');

    expect(code).toBe(1);
    expect(err).toContainEqual(expect.stringMatching(/^wrong\.yaml:2: environment: /));
  });
});

/** Files of each function's asset, by the function's name in infra/functions.ts. */
function codeIn(assembly: string): ReadonlyMap<string, ReturnType<typeof filesIn>> {
  const templates = readdirSync(assembly).filter((file) => file.endsWith('.template.json'));
  const found = templates.flatMap((file) => {
    const { Resources } = JSON.parse(readFileSync(join(assembly, file), 'utf8'));
    return Object.values<{ Type: string; Properties: { FunctionName?: string; Code: { S3Key: string } } }>(
      Resources,
    ).flatMap(({ Type, Properties }) =>
      Type === 'AWS::Lambda::Function' && Properties.FunctionName !== undefined
        ? [
            [
              Properties.FunctionName.replace(/^example-bank-dev-/, ''),
              `asset.${Properties.Code.S3Key.slice(0, 64)}`,
            ] as const,
          ]
        : [],
    );
  });
  return new Map(found.map(([name, asset]) => [name, filesIn(join(assembly, asset))]));
}

function filesIn(folder: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    readdirSync(folder)
      .sort()
      .map((file) => [file, readFileSync(join(folder, file), 'base64')]),
  );
}
