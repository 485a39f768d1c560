import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { watchFolder, type FolderWatch } from '../../../../../infra/local/functions/watch-folder.ts';
import { systemTimers } from '../../../../../shared/adapters/system/system-timers.ts';
import type { Timers } from '../../../../../shared/ports/timers.ts';

/** Real events of the file system, and timers that fire when the test says so. */
function heldTimers(): { timers: Timers; waits: () => Promise<void>; fire: () => void } {
  let due: (() => void)[] = [];
  let noted: (() => void) | undefined;
  return {
    timers: {
      ...systemTimers,
      after(_milliseconds, action) {
        due.push(action);
        noted?.();
        return { cancel: () => void (due = due.filter((each) => each !== action)) };
      },
    },
    waits: async () => {
      if (due.length === 0) await new Promise<void>((resolve) => (noted = resolve));
    },
    fire: () => {
      const now = due;
      due = [];
      for (const action of now) action();
    },
  };
}

describe('watching a folder with code', () => {
  let root: string;
  let folder: string;
  let watch: FolderWatch;
  let changes: number;
  let held: ReturnType<typeof heldTimers>;
  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), 'watch-folder-'));
    folder = join(root, 'app');
    await mkdir(join(folder, 'lib', 'deep'), { recursive: true });
    await mkdir(join(folder, 'node_modules'));
    await writeFile(join(folder, 'handler.js'), '1');
    changes = 0;
    held = heldTimers();
    watch = await watchFolder(folder, { timers: held.timers, onChange: () => void (changes += 1) });
  });
  afterEach(async () => {
    watch.close();
    await rm(root, { recursive: true });
  });

  it.each([
    { case: 'a file is written', act: async () => writeFile(join(folder, 'handler.js'), '2') },
    { case: 'one below is written', act: async () => writeFile(join(folder, 'lib', 'deep', 'words.json'), '{}') },
    {
      case: 'an editor puts a new file in place of the old',
      act: async () => {
        await writeFile(join(folder, '.handler.js.swp'), '2');
        await rename(join(folder, '.handler.js.swp'), join(folder, 'handler.js'));
      },
    },
    {
      case: 'a folder comes with code in it',
      act: async () => {
        await mkdir(join(root, 'new'));
        await writeFile(join(root, 'new', 'more.mjs'), '');
        await rename(join(root, 'new'), join(folder, 'new'));
      },
    },
    {
      case: 'a compiler makes the whole folder anew',
      act: async () => {
        await rm(folder, { recursive: true });
        await mkdir(folder);
        await writeFile(join(folder, 'handler.js'), '2');
      },
    },
  ])('tells once when $case', async ({ act }) => {
    await act();
    await held.waits();
    held.fire();

    expect(changes).toBe(1);
  });

  it('goes on watching what was made anew', async () => {
    await rename(join(folder, 'lib'), join(root, 'old'));
    await mkdir(join(folder, 'lib'));
    await held.waits();
    held.fire();

    await writeFile(join(folder, 'lib', 'again.js'), '');
    await held.waits();
    held.fire();

    expect(changes).toBe(2);
  });

  it('does not care for packages, recordings and hidden files', async () => {
    await writeFile(join(folder, 'node_modules', 'package.js'), '');
    await writeFile(join(folder, 'recording.wav'), '');
    await writeFile(join(folder, '.cache.tmp'), '');
    // Events come in order: when the last has come, the others have been.
    await writeFile(join(folder, 'handler.js'), '2');
    await held.waits();
    held.fire();

    expect(changes).toBe(1);
  });
});
