import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, stat, symlink, truncate, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { folderBuckets } from '../../../../../../infra/local/pstn-audio/storage/folder-buckets.ts';
import type { Buckets } from '../../../../../../infra/local/pstn-audio/storage/buckets.ts';
import { idsFake } from '../../../../../support/ids-fake.ts';

let place: string;
let folder: string;
let buckets: Buckets;
beforeEach(async () => {
  place = await mkdtemp(join(tmpdir(), 'buckets-'));
  folder = join(place, 'prompts');
  await mkdir(folder);
  await writeFile(join(place, 'outside.wav'), 'outside');
  buckets = folderBuckets(
    new Map([
      ['prompts', folder],
      ['gone', join(place, 'gone')],
    ]),
    { ids: idsFake() },
  );
});
afterEach(() => rm(place, { recursive: true, force: true }));

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const readText = async (key: string): Promise<string> => {
  const read = await buckets.read('prompts', key);
  return typeof read === 'string' ? read : new TextDecoder().decode(read);
};

describe('a bucket that is a folder', () => {
  it('gives back what was written, folders made as the key wants them, and leaves nothing else', async () => {
    const outcome = await buckets.write('prompts', 'a/b/c.wav', bytes('one'));

    expect(outcome).toBe('written');
    expect(await readText('a/b/c.wav')).toBe('one');
    expect(await readdir(join(folder, 'a/b'))).toEqual(['c.wav']);
  });

  it('replaces an object, and reads it anew', async () => {
    await buckets.write('prompts', 'a.wav', bytes('one'));
    await readText('a.wav');

    await buckets.write('prompts', 'a.wav', bytes('two'));

    expect(await readText('a.wav')).toBe('two');
  });

  it('hands over the same bytes as long as the file is the same, and others when it was touched', async () => {
    await writeFile(join(folder, 'a.wav'), 'one');
    const first = await buckets.read('prompts', 'a.wav');
    const again = await buckets.read('prompts', 'a.wav');

    await utimes(join(folder, 'a.wav'), 1, 1);
    const touched = await buckets.read('prompts', 'a.wav');

    expect(again).toBe(first);
    expect(touched).not.toBe(first);
    expect(touched).toEqual(first);
  });

  it('hands over the same bytes to all who want them at the same time', async () => {
    await writeFile(join(folder, 'a.wav'), 'one');

    const read = await Promise.all(Array.from({ length: 20 }, () => buckets.read('prompts', 'a.wav')));

    expect(new Set(read).size).toBe(1);
  });

  it('follows a link that stays inside', async () => {
    await writeFile(join(folder, 'a.wav'), 'one');
    await symlink(join(folder, 'a.wav'), join(folder, 'b.wav'));

    expect(await readText('b.wav')).toBe('one');
  });

  it.each([
    '../outside.wav',
    'a/../../outside.wav',
    '/outside.wav',
    './a.wav',
    'a//b.wav',
    'a/',
    'a\\..\\b',
    'a\0.wav',
  ])('lets nobody out by the key %j', async (key) => {
    expect(await buckets.read('prompts', key)).toBe('notAllowed');
    expect(await buckets.write('prompts', key, bytes('x'))).toBe('notAllowed');
    expect(await readFile(join(place, 'outside.wav'), 'utf8')).toBe('outside');
  });

  it('lets nobody out by a link to a file or to a folder', async () => {
    await symlink(join(place, 'outside.wav'), join(folder, 'file.wav'));
    await symlink(place, join(folder, 'folder'));

    expect(await buckets.read('prompts', 'file.wav')).toBe('notAllowed');
    expect(await buckets.read('prompts', 'folder/outside.wav')).toBe('notAllowed');
    expect(await buckets.write('prompts', 'file.wav', bytes('x'))).toBe('notAllowed');
    expect(await buckets.write('prompts', 'folder/new/file.wav', bytes('x'))).toBe('notAllowed');
    expect(await readdir(place)).toEqual(['outside.wav', 'prompts']);
    expect(await readFile(join(place, 'outside.wav'), 'utf8')).toBe('outside');
  });

  it('makes nothing outside through a link to where nothing is', async () => {
    await symlink(join(place, 'later'), join(folder, 'link'));

    const outcome = await buckets.write('prompts', 'link/a.wav', bytes('x'));

    expect(outcome).not.toBe('written');
    expect(await readdir(place)).toEqual(['outside.wav', 'prompts']);
  });

  it('takes a bucket whose name begins another folder’s for itself alone', async () => {
    await mkdir(join(place, 'prompts-too'));
    await writeFile(join(place, 'prompts-too', 'a.wav'), 'other');
    await symlink(join(place, 'prompts-too'), join(folder, 'link'));

    expect(await buckets.read('prompts', 'link/a.wav')).toBe('notAllowed');
  });

  it.each([
    { bucket: 'unknown', key: 'a.wav', problem: 'noSuchBucket' },
    { bucket: 'gone', key: 'a.wav', problem: 'noSuchBucket' },
    { bucket: 'prompts', key: 'a.wav', problem: 'noSuchKey' },
    { bucket: 'prompts', key: 'a.wav/b.wav', problem: 'noSuchKey' },
  ])('tells $problem for $key in $bucket', async ({ bucket, key, problem }) => {
    expect(await buckets.read(bucket, key)).toBe(problem);
  });

  it('has no object where there is a folder', async () => {
    await mkdir(join(folder, 'a'));

    expect(await buckets.read('prompts', 'a')).toBe('noSuchKey');
    expect(await buckets.write('prompts', 'a', bytes('x'))).toBe('failed');
    expect(await readdir(folder)).toEqual(['a']);
  });

  it('does not wait for a pipe', async () => {
    spawnSync('mkfifo', [join(folder, 'pipe.wav')]);

    expect(await buckets.read('prompts', 'pipe.wav')).toBe('noSuchKey');
  });

  it('reads 50 MB and no more', async () => {
    const limit = 50 * 1024 * 1024;
    await writeFile(join(folder, 'full.wav'), '');
    await truncate(join(folder, 'full.wav'), limit);
    await writeFile(join(folder, 'over.wav'), '');
    await truncate(join(folder, 'over.wav'), limit + 1);

    expect(await buckets.read('prompts', 'full.wav')).toHaveLength(limit);
    expect(await buckets.read('prompts', 'over.wav')).toBe('tooLarge');
  });

  it('forgets what was used longest ago when its memory is full', async () => {
    const small = folderBuckets(new Map([['prompts', folder]]), { ids: idsFake(), cacheBytes: 8 });
    for (const name of ['a', 'b', 'c']) await writeFile(join(folder, name), 'four');
    const a = await small.read('prompts', 'a');
    const b = await small.read('prompts', 'b');
    await small.read('prompts', 'a');

    await small.read('prompts', 'c');

    expect(await small.read('prompts', 'a')).toBe(a);
    expect(await small.read('prompts', 'b')).not.toBe(b);
  });

  it('shows whoever looks while it writes the old object or the new one', async () => {
    await buckets.write('prompts', 'a.wav', bytes('old'));
    const before = await stat(join(folder, 'a.wav'));

    await buckets.write('prompts', 'a.wav', bytes('new'));
    const after = await stat(join(folder, 'a.wav'));

    expect(after.ino).not.toBe(before.ino);
  });
});
