import { watch } from 'node:fs';
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { watchFiles, type FilesWatch } from '../../../../../infra/local/functions/watch-files.ts';

describe('watching single files', () => {
  let root: string;
  let files: FilesWatch;
  let changes: number;
  let noted: (() => void) | undefined;
  const path = (name: string): string => join(root, name);
  const save = async (name: string): Promise<void> => {
    await mkdir(dirname(path(name)), { recursive: true });
    await writeFile(path(name), '');
  };
  const changed = async (): Promise<void> => {
    if (changes === 0) await new Promise<void>((resolve) => (noted = resolve));
  };
  /** Events come in order: when that of a last file has come, the others have been. */
  const allSeen = async (folder: string): Promise<void> => {
    const { promise, resolve } = Promise.withResolvers<void>();
    const watcher = watch(path(folder), (_kind, name) => void (name === 'last.txt' && resolve()));
    await save(`${folder}/last.txt`);
    await promise;
    watcher.close();
  };

  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), 'watch-files-'));
    await save('lib/x.js');
    changes = 0;
    noted = undefined;
    files = watchFiles(() => {
      changes += 1;
      noted?.();
    });
  });
  afterEach(async () => {
    files.close();
    await rm(root, { recursive: true });
  });

  it.each([
    { case: 'it is written', file: 'lib/x.js', act: async () => save('lib/x.js') },
    {
      case: 'an editor puts a new one in place of the old',
      file: 'lib/x.js',
      act: async () => {
        await save('lib/.x.js.swp');
        await rename(path('lib/.x.js.swp'), path('lib/x.js'));
      },
    },
    { case: 'it was missing and comes', file: 'lib/missing.js', act: async () => save('lib/missing.js') },
    { case: 'it was named without its ending and comes', file: 'lib/y', act: async () => save('lib/y.js') },
    { case: 'it goes', file: 'lib/x.js', act: async () => rm(path('lib/x.js')) },
  ])('tells when $case', async ({ file, act }) => {
    files.follow([path(file)]);

    await act();

    await expect(changed()).resolves.toBeUndefined();
  });

  it.each([
    {
      case: 'the folder is made anew',
      file: 'lib/x.js',
      steps: [async () => rm(path('lib'), { recursive: true }), async () => save('lib/x.js')],
    },
    {
      case: 'the folders above come one by one',
      file: 'far/away/x.js',
      steps: [
        async () => mkdir(path('far')),
        async () => mkdir(path('far/away')),
        async () => writeFile(path('far/away/x.js'), ''),
      ],
    },
  ])('goes on watching while $case', async ({ file, steps }) => {
    files.follow([path(file)]);

    for (const step of [...steps, async () => save(file)]) {
      changes = 0;
      await step();
      await changed();
      await allSeen('.');
    }

    expect(changes).toBeGreaterThan(0);
  });

  it('does not care for what lies beside them or below', async () => {
    await save('lib/deep/z.js');
    files.follow([path('lib/x.js')]);

    await save('lib/y.js');
    await save('lib/deep/z.js');
    await save('lib/deep/x.js');
    await allSeen('lib');

    expect(changes).toBe(0);
  });

  it('follows those that it was told last, and no others', async () => {
    await save('words/y.js');
    files.follow([path('lib/x.js')]);
    files.follow([path('words/y.js')]);

    await save('lib/x.js');
    await allSeen('lib');
    const before = changes;
    await save('words/y.js');
    await changed();

    expect(before).toBe(0);
  });

  it('tells nothing once it is closed', async () => {
    files.follow([path('lib/x.js')]);
    files.close();

    await save('lib/x.js');
    await allSeen('lib');

    expect(changes).toBe(0);
  });
});
