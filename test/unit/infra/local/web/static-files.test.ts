import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { StaticFiles } from '../../../../../infra/local/web/static-files.ts';

const script = `console.log('${'much to say. '.repeat(200)}');`;

describe('the files of the web application', () => {
  let folder: string;
  let files: StaticFiles;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'static-files-'));
    await mkdir(join(folder, 'web/assets'), { recursive: true });
    await writeFile(join(folder, 'secret.txt'), 'not to be served');
    await writeFile(join(folder, 'web/index.html'), '<!doctype html>');
    await writeFile(join(folder, 'web/assets/app-1a2b3c.js'), script);
    await symlink(join(folder, 'secret.txt'), join(folder, 'web/link.txt'));
    files = new StaticFiles(join(folder, 'web'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  it.each(['/', '/routing/example-bank/rules', '/calls/some-id', '/desk'])(
    'answers %s with the application',
    async (path) => {
      const answer = await files.answer({ path });

      expect(answer.statusCode).toBe(200);
      expect(answer.headers).toMatchObject({ 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-cache' });
      expect(String(answer.body)).toBe('<!doctype html>');
    },
  );

  it.each([
    { accepted: 'gzip, deflate, br', encoding: 'br', unpack: brotliDecompressSync },
    { accepted: 'gzip, br;q=0', encoding: 'gzip', unpack: gunzipSync },
    { accepted: undefined, encoding: undefined, unpack: (bytes: Buffer) => bytes },
  ])('packs a script for a browser that takes $accepted', async ({ accepted, encoding, unpack }) => {
    const answer = await files.answer({ path: '/assets/app-1a2b3c.js', acceptEncoding: accepted });

    expect(answer.headers['content-encoding']).toBe(encoding);
    expect(answer.headers['content-type']).toBe('text/javascript; charset=utf-8');
    expect(answer.headers['cache-control']).toContain('immutable');
    expect(unpack(answer.body!).toString()).toBe(script);
  });

  it('sends nothing again that the browser has', async () => {
    const first = await files.answer({ path: '/', acceptEncoding: 'br' });

    const same = await files.answer({ path: '/', acceptEncoding: 'br', ifNoneMatch: `W/${first.headers['etag']}` });
    await writeFile(join(folder, 'web/index.html'), '<!doctype html><title>New</title>');
    const changed = await files.answer({ path: '/', acceptEncoding: 'br', ifNoneMatch: first.headers['etag'] });

    expect([same.statusCode, same.body]).toEqual([304, undefined]);
    expect(changed.statusCode).toBe(200);
  });

  it.each([
    '/missing.js',
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/link.txt',
    '/%zz.txt',
    '/a%00.txt',
  ])('has no %s', async (path) => {
    expect((await files.answer({ path })).statusCode).toBe(404);
  });
});
