import { createHash } from 'node:crypto';
import { readFile, realpath } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { cacheControlOf } from '../../web-headers.ts';
import { contentTypeOf, isPackable } from './content-types.ts';

/** What is answered to a request for a file. */
export interface FileAnswer {
  readonly statusCode: 200 | 304 | 404;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: Buffer;
}

export interface FileRequest {
  /** As it stands in the request target, without a query. */
  readonly path: string;
  readonly acceptEncoding?: string | undefined;
  readonly ifNoneMatch?: string | undefined;
}

type Encoding = 'br' | 'gzip' | 'identity';

const packers: Readonly<Record<Exclude<Encoding, 'identity'>, (bytes: Buffer) => Promise<Buffer>>> = {
  // The best quality takes seconds for a script of a megabyte.
  br: (bytes) => promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }),
  gzip: promisify(gzip),
};

/**
 * The files of one folder, as CloudFront serves them: packed when the browser takes that, held by ETag, and index.html for every path
 * that names no file. What was packed once is kept.
 */
export class StaticFiles {
  readonly #directory: string;
  readonly #packed = new Map<string, Promise<Buffer>>();

  constructor(directory: string) {
    this.#directory = directory;
  }

  async answer({ path, acceptEncoding, ifNoneMatch }: FileRequest): Promise<FileAnswer> {
    const found = await this.#find(path);
    if (found === undefined)
      return {
        statusCode: 404,
        headers: { 'content-type': 'text/plain; charset=utf-8' },
        body: Buffer.from('There is no such file.\n'),
      };
    const contentType = contentTypeOf(found.path);
    const encoding = isPackable(contentType) ? preferred(acceptEncoding) : 'identity';
    const hash = createHash('sha256').update(found.bytes).digest('base64url').slice(0, 22);
    const etag = `"${hash}-${encoding}"`;
    const headers = {
      'content-type': contentType,
      'cache-control': cacheControlOf(found.path),
      etag,
      ...(isPackable(contentType) ? { vary: 'accept-encoding' } : {}),
    };
    if (ifNoneMatch?.split(',').some((each) => each.trim().replace(/^W\//u, '') === etag) === true)
      return { statusCode: 304, headers };
    if (encoding === 'identity') return { statusCode: 200, headers, body: found.bytes };
    const body = await this.#pack(etag, encoding, found.bytes);
    return { statusCode: 200, headers: { ...headers, 'content-encoding': encoding }, body };
  }

  /** Paths without a dot in their last part are pages of the application, whatever they are called. */
  async #find(path: string): Promise<{ readonly path: string; readonly bytes: Buffer } | undefined> {
    const isPage = !(path.split('/').at(-1) ?? '').includes('.');
    const wanted = isPage ? '/index.html' : decoded(path);
    const bytes = wanted === undefined ? undefined : await this.#read(wanted);
    return wanted === undefined || bytes === undefined ? undefined : { path: wanted, bytes };
  }

  async #read(path: string): Promise<Buffer | undefined> {
    try {
      const root = await realpath(this.#directory);
      const file = await realpath(join(root, path));
      return file.startsWith(root + sep) ? await readFile(file) : undefined;
    } catch {
      return undefined;
    }
  }

  #pack(etag: string, encoding: 'br' | 'gzip', bytes: Buffer): Promise<Buffer> {
    const packed = this.#packed.get(etag) ?? packers[encoding](bytes);
    this.#packed.set(etag, packed);
    return packed;
  }
}

function decoded(path: string): string | undefined {
  try {
    const text = decodeURIComponent(path);
    return text.includes('\0') ? undefined : text;
  } catch {
    return undefined;
  }
}

/** The first of ours that is taken (RFC 9110 §12.5.3); one with a weight of 0 is not. */
function preferred(acceptEncoding = ''): Encoding {
  const taken = acceptEncoding
    .toLowerCase()
    .split(',')
    .map((each) => each.trim().split(/\s*;\s*/u))
    .filter(([, weight]) => weight === undefined || !/^q=0(?:\.0*)?$/u.test(weight))
    .map(([name]) => name);
  return (['br', 'gzip'] as const).find((each) => taken.includes(each)) ?? 'identity';
}
