import { writeFile } from 'node:fs/promises';
import { waitingMusic } from './waiting-music.ts';

// Writes the file that lies beside this one: npm exec -- node infra/local/demo/example-bank/sounds/make-waiting-music.ts
await writeFile(new URL('waiting-music.wav', import.meta.url), waitingMusic());
