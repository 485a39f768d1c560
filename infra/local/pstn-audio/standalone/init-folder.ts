import { copyFile, constants, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { StandaloneError, systemCode } from './standalone-error.ts';

const examples = join(import.meta.dirname, '../examples');

/**
 * Writes the example `hello` into a folder: what there is to begin with. Resolves with what to say then; rejects with a StandaloneError
 * when a file is in the way, or cannot be written. Nothing is overwritten.
 * @param name the folder as it was asked for.
 */
export async function initFolder(folder: string, name: string): Promise<readonly string[]> {
  const config = await readFile(join(examples, 'hello/pstn-audio.json'), 'utf8');
  try {
    await mkdir(join(folder, 'prompts'), { recursive: true });
    await writeFile(join(folder, 'pstn-audio.json'), config.replace('"../prompts"', '"./prompts"'), { flag: 'wx' });
    await copyNew('hello/handler.mjs', join(folder, 'handler.mjs'));
    await copyNew('prompts/welcome.wav', join(folder, 'prompts/welcome.wav'));
  } catch (error) {
    const { path = folder, dest = path } = error as NodeJS.ErrnoException & { readonly dest?: string };
    const code = systemCode(error);
    const why = code === 'EEXIST' ? 'is there already: choose another folder' : `cannot be written (${code})`;
    throw new StandaloneError([`--init ${name}: ${dest} ${why}`], { cause: error });
  }
  return [
    `${name} has a configuration, a handler and a prompt now. Next:`,
    `  npm run pstn-audio -- --config ${join(name, 'pstn-audio.json')}`,
  ];
}

async function copyNew(example: string, to: string): Promise<void> {
  await copyFile(join(examples, example), to, constants.COPYFILE_EXCL);
}
