import { writeFile } from 'node:fs/promises';
import { promptFiles } from './prompt-files.ts';

// Writes the prompts that lie beside this file: npm exec -- node infra/local/pstn-audio/examples/prompts/make-prompts.ts
for (const [name, bytes] of promptFiles()) await writeFile(new URL(name, import.meta.url), bytes);
