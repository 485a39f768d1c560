import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Says that a folder is ours to write again; ask-cli keeps its own state beside it, in .ask. */
const marker = '.skill-package';
const markerText = 'Written by npm run skill-package, which writes skill-package/ and the files beside it anew.\n';
/** All that is ever written here. */
const ownEntries = ['skill-package', 'ask-resources.json', 'account-linking.json'];

export type FolderReading = { readonly kind: 'ours' } | { readonly kind: 'foreign'; readonly problem: string };

/** Whether the folder may be written: it is not there yet, empty, or was written by this command. */
export async function inspectFolder(folder: string): Promise<FolderReading> {
  let entries: string[];
  try {
    entries = await readdir(folder);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'ENOENT') return { kind: 'ours' };
    return { kind: 'foreign', problem: `--out ${folder} is no folder that can be read (${code}): name another one` };
  }
  if (entries.length === 0 || entries.includes(marker)) return { kind: 'ours' };
  return {
    kind: 'foreign',
    problem: `--out ${folder} holds files that this command did not write: name a new folder`,
  };
}

/** Makes the folder, or clears it of what was written before. Everything else in it stays. */
export async function clearFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, marker), markerText);
  for (const entry of ownEntries) await rm(join(folder, entry), { recursive: true, force: true });
}
