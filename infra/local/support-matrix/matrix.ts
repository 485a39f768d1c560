import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { renderPstnAudio } from './pstn-audio/render.ts';

const begin = '<!-- support matrix: begin; written by `npm run support-matrix` -->';
const end = '<!-- support matrix: end -->';

export const matrixFile = fileURLToPath(new URL('../README.md', import.meta.url));

/** The text with the support matrix as it is now between its marks. @throws RangeError when the marks are not there. */
export function withMatrix(text: string): string {
  const [from, to] = [text.indexOf(begin), text.indexOf(end)];
  if (from < 0 || to < from) throw new RangeError('the marks between which the support matrix stands are missing');
  return `${text.slice(0, from + begin.length)}\n\n${renderPstnAudio()}\n\n${text.slice(to)}`;
}

/** Writes the support matrix into the README beside this folder. */
export async function writeMatrix(): Promise<void> {
  await writeFile(matrixFile, withMatrix(await readFile(matrixFile, 'utf8')));
}
