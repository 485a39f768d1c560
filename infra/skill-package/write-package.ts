import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as z from 'zod';
import { accountLinkingRequest } from './account-linking.ts';
import { readIcons, type Icons } from './icons.ts';
import { skillLocales } from '../../shared/contracts/skill-locales.ts';
import { examplesThatFail } from './example-phrases.ts';
import { iconPaths, manifestFor, skillManifestSchema, type SkillManifest } from './manifest.ts';
import { clearFolder, inspectFolder } from './package-folder.ts';
import { writeTableReasons } from './table-reasons.ts';
import type { PackageWishes } from './wishes.ts';

const skillFolder = fileURLToPath(new URL('../../skill/', import.meta.url));
const modelPath = (locale: string): string => `interactionModels/custom/${locale}.json`;
/** As much of an interaction model as examples are held against. */
const modelSchema = z.object({
  interactionModel: z.object({
    languageModel: z.object({
      invocationName: z.string(),
      intents: z.array(z.object({ name: z.string(), samples: z.array(z.string()) })),
      types: z.array(
        z.object({
          name: z.string(),
          values: z.array(z.object({ name: z.object({ value: z.string(), synonyms: z.array(z.string()) }) })),
        }),
      ),
    }),
  }),
});

export type PackageWriting =
  | {
      readonly kind: 'written';
      readonly files: readonly string[];
      /** What is to be mended by hand before the skill is certified. */
      readonly notes: readonly string[];
    }
  /** There is no package. */
  | { readonly kind: 'failed'; readonly problems: readonly string[] };

/**
 * Writes a package that `ask deploy --target skill-metadata` takes as it is.
 *
 * @param startFolder where relative paths start.
 */
export async function writePackage(given: PackageWishes, startFolder: string): Promise<PackageWriting> {
  const wishes = {
    ...given,
    out: resolve(startFolder, given.out),
    ...(given.iconsFrom === undefined ? {} : { iconsFrom: resolve(startFolder, given.iconsFrom) }),
  };
  const folder = await inspectFolder(wishes.out);
  if (folder.kind === 'foreign') return { kind: 'failed', problems: [folder.problem] };
  const icons = wishes.iconsFrom === undefined ? undefined : await readIcons(wishes.iconsFrom);
  if (icons?.kind === 'wrong') return { kind: 'failed', problems: icons.problems };
  const manifest = skillManifestSchema.safeParse(
    manifestFor(skillManifestSchema.parse(JSON.parse(await skillFile('skill-package/skill.json'))), wishes),
  );
  if (!manifest.success) return { kind: 'failed', problems: [z.prettifyError(manifest.error)] };

  await clearFolder(wishes.out);
  const files = new Map<string, string | Uint8Array>([
    ['skill-package/skill.json', jsonText(manifest.data)],
    ...(await models(wishes)),
    ...(icons === undefined ? [] : iconFiles(icons.icons)),
    ...(wishes.accountLinking === undefined
      ? []
      : [['account-linking.json', jsonText(accountLinkingRequest(wishes.accountLinking))] as const]),
  ]);
  for (const [path, content] of files) await write(join(wishes.out, path), content);
  await copyFile(join(skillFolder, 'ask-resources.json'), join(wishes.out, 'ask-resources.json'));

  const problems = await tableReasons(wishes, startFolder);
  if (problems.length > 0) {
    await clearFolder(wishes.out);
    return { kind: 'failed', problems };
  }
  return {
    kind: 'written',
    files: ['ask-resources.json', ...files.keys()],
    notes: await exampleNotes(wishes.out, manifest.data),
  };
}

async function models({ business }: PackageWishes): Promise<[string, string][]> {
  return Promise.all(
    skillLocales.map(async (locale): Promise<[string, string]> => {
      const path = `skill-package/${modelPath(locale)}`;
      // By a reviver, so that all keys stay in their order.
      const content: unknown = JSON.parse(await skillFile(path), (key, value: unknown) =>
        key === 'invocationName' ? (business?.invocationName ?? value) : value,
      );
      return [path, jsonText(content)];
    }),
  );
}

async function tableReasons({ table, out }: PackageWishes, startFolder: string): Promise<string[]> {
  if (table === undefined) return [];
  const writings = await Promise.all(
    skillLocales.map((locale) => writeTableReasons(table, join(out, 'skill-package', modelPath(locale)), startFolder)),
  );
  // Most likely the same for every locale.
  return [...new Set(writings.flatMap((writing) => (writing.kind === 'failed' ? [writing.problem] : [])))];
}

async function exampleNotes(out: string, { manifest }: SkillManifest): Promise<string[]> {
  const notes = await Promise.all(
    skillLocales.map(async (locale) => {
      const text = await readFile(join(out, 'skill-package', modelPath(locale)), 'utf8');
      const { invocationName, intents, types } = modelSchema.parse(JSON.parse(text)).interactionModel.languageModel;
      const values = types.find(({ name }) => name === 'REASON')?.values ?? [];
      return examplesThatFail({
        locale,
        invocationName,
        examplePhrases: manifest.publishingInformation.locales[locale].examplePhrases,
        samples: intents.find(({ name }) => name === 'CallIntent')?.samples ?? [],
        reasons: values.flatMap(({ name }) => [name.value, ...name.synonyms]),
      });
    }),
  );
  return notes.flat();
}

function iconFiles({ small, large }: Icons): [string, Uint8Array][] {
  return [
    [`skill-package/${iconPaths.small}`, small],
    [`skill-package/${iconPaths.large}`, large],
  ];
}

function skillFile(path: string): Promise<string> {
  return readFile(join(skillFolder, path), 'utf8');
}

async function write(path: string, content: string | Uint8Array): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, content);
}

function jsonText(content: unknown): string {
  return `${JSON.stringify(content, undefined, 2)}\n`;
}
