import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { main } from '../../../../infra/skill-package.ts';
import { skillManifestSchema } from '../../../../infra/skill-package/manifest.ts';
import { skillLocales } from '../../../../shared/contracts/skill-locales.ts';

const functionArn = 'arn:aws:lambda:us-east-1:111122223333:function:skill';
const linking = [
  '--linking-authorization-url',
  'https://id.bank.example/authorize',
  '--linking-token-url',
  'https://id.bank.example/token',
  '--linking-client-id',
  'alexa',
];
let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'skill-package-'));
});

afterEach(() => rm(folder, { recursive: true, force: true }));

async function runFor(functionOptions: readonly string[], more: readonly string[]) {
  const told: string[] = [];
  const line = ['--privacy-url', 'https://bank.example/privacy', '--terms-url', 'https://bank.example/terms'];
  const out = join(folder, 'out');
  const exitCode = await main([...line, ...functionOptions, '--out', out, ...more], (text) => told.push(text));
  return { exitCode, told, out };
}

const run = (...more: readonly string[]) => runFor(['--function-arn', functionArn], more);

async function jsonOf(out: string, path: string): Promise<unknown> {
  return JSON.parse(await readFile(join(out, path), 'utf8'));
}

async function manifestOf(out: string) {
  return skillManifestSchema.parse(await jsonOf(out, 'skill-package/skill.json')).manifest;
}

/** The beginning of a PNG file, which is all that is looked at. */
function pngOf(width: number, height: number): Buffer {
  const header = Buffer.from('\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'latin1');
  const size = Buffer.alloc(8);
  size.writeUInt32BE(width, 0);
  size.writeUInt32BE(height, 4);
  return Buffer.concat([header, size]);
}

describe('npm run skill-package', () => {
  it('writes the package with its pages, and with the function for requests and events', async () => {
    const { exitCode, told, out } = await run();

    const { apis, events, privacyAndCompliance } = await manifestOf(out);
    expect(exitCode).toBe(0);
    expect(apis.custom.endpoint).toEqual({ uri: functionArn });
    expect(events?.endpoint).toEqual({ uri: functionArn });
    expect(Object.values(privacyAndCompliance.locales)).toEqual(
      skillLocales.map(() => ({
        privacyPolicyUrl: 'https://bank.example/privacy',
        termsOfUseUrl: 'https://bank.example/terms',
      })),
    );
    expect(await readdir(join(out, 'skill-package/interactionModels/custom'))).toHaveLength(skillLocales.length);
    expect(told.at(-1)).toMatch(/ask deploy --target skill-metadata/);
  });

  it('writes one without an endpoint first, for the skill whose id the function has to know', async () => {
    const { exitCode, told, out } = await runFor([], []);

    const { apis, events } = await manifestOf(out);
    expect(exitCode).toBe(0);
    expect({ apis, events }).toEqual({ apis: { custom: {} }, events: undefined });
    expect(told.at(-1)).toMatch(/--function-arn later/);
  });

  it('keeps interaction models as they are when the business keeps its name', async () => {
    const { out } = await run();

    const path = 'skill-package/interactionModels/custom/fr-CA.json';
    expect(await readFile(join(out, path), 'utf8')).toBe(
      await readFile(new URL(`../../../../skill/${path}`, import.meta.url), 'utf8'),
    );
  });

  it('gives the business its name in every text, and in every invocation', async () => {
    const { out } = await run('--business', 'First Harbour');

    const { publishingInformation } = await manifestOf(out);
    const models = await Promise.all(
      skillLocales.map((locale) =>
        readFile(join(out, `skill-package/interactionModels/custom/${locale}.json`), 'utf8'),
      ),
    );
    expect(JSON.stringify(publishingInformation)).not.toMatch(/Example Bank|Banque Exemple|Banco Ejemplo/i);
    expect(publishingInformation.locales['fr-CA'].examplePhrases[0]).toBe('Alexa, ouvre First Harbour');
    for (const model of models) expect(model).toContain('"invocationName": "first harbour"');
  });

  it('takes icons of the right size along', async () => {
    await writeFile(join(folder, 'small-icon.png'), pngOf(108, 108));
    await writeFile(join(folder, 'large-icon.png'), pngOf(512, 512));

    const { out } = await run('--icons-from', folder);

    const { publishingInformation } = await manifestOf(out);
    expect(publishingInformation.locales['es-US']).toMatchObject({
      smallIconUri: 'file://assets/images/small-icon.png',
      largeIconUri: 'file://assets/images/large-icon.png',
    });
    expect(await readFile(join(out, 'skill-package/assets/images/small-icon.png'))).toEqual(pngOf(108, 108));
  });

  it('refuses other icons, and writes nothing', async () => {
    await writeFile(join(folder, 'small-icon.png'), pngOf(108, 100));

    const { exitCode, told, out } = await run('--icons-from', folder);

    expect(exitCode).toBe(1);
    expect(told).toEqual([
      expect.stringMatching(/small-icon\.png has 108 by 100 pixels/),
      expect.stringMatching(/large-icon\.png cannot be read/),
    ]);
    await expect(readdir(out)).rejects.toThrow('ENOENT');
  });

  it("writes a table's reasons into every interaction model", async () => {
    const table = join(folder, 'table.yaml');
    const bank = new URL('../../../../infra/local/demo/example-bank/routing-table.yaml', import.meta.url);
    await writeFile(table, (await readFile(bank, 'utf8')).replace('[ma facture,', '[ma note de frais,'));

    const { exitCode, told, out } = await run('--table', table);

    const model = await readFile(join(out, 'skill-package/interactionModels/custom/fr-CA.json'), 'utf8');
    expect(exitCode).toBe(0);
    expect(model).toContain('"ma note de frais"');
    expect(told).toContainEqual(expect.stringMatching(/^fr-CA: no reason is called as in ".* ma facture"/));
    expect(told).not.toContainEqual(expect.stringMatching(/^en-US: /));
  });

  it('leaves no package behind when the table cannot be used, and says why once', async () => {
    const table = join(folder, 'table.yaml');
    await writeFile(table, 'name: nothing');

    const { exitCode, told, out } = await run('--table', table);

    expect(exitCode).toBe(1);
    expect(told).toHaveLength(1);
    expect(await readdir(out)).toEqual(['.skill-package']);
  });

  it('says how account linking is sent, without a secret', async () => {
    const { told, out } = await run(...linking, '--linking-scopes', 'profile phone');

    expect(await jsonOf(out, 'account-linking.json')).toMatchObject({
      accountLinkingRequest: { type: 'AUTH_CODE', clientId: 'alexa', scopes: ['profile', 'phone'] },
    });
    expect(told.at(-1)).toMatch(/with clientSecret added: ask smapi update-account-linking-info/);
  });

  it('writes its own folder anew, and keeps what ask-cli remembers there', async () => {
    const { out } = await run(...linking);
    await mkdir(join(out, '.ask'));

    const { exitCode } = await run();

    expect(exitCode).toBe(0);
    expect((await readdir(out)).sort()).toEqual(['.ask', '.skill-package', 'ask-resources.json', 'skill-package']);
  });

  it("does not touch a folder of somebody else's", async () => {
    await mkdir(join(folder, 'out'));
    await writeFile(join(folder, 'out/thesis.md'), 'years of work');

    const { exitCode, told, out } = await run();

    expect(exitCode).toBe(1);
    expect(told).toEqual([expect.stringMatching(/holds files that this command did not write/)]);
    expect(await readdir(out)).toEqual(['thesis.md']);
  });

  it('tells how it is used when the line says not enough', async () => {
    const told: string[] = [];

    const exitCode = await main([], (text) => told.push(text));

    expect(exitCode).toBe(2);
    expect(told.at(-1)).toMatch(/^npm run skill-package -- --privacy-url/);
  });
});
