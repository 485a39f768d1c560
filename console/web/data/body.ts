/** From this size on, a body is sent gzipped: tables of many branches have some megabytes. */
const gzipFromBytes = 64 * 1024;

export interface WrittenBody {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly headers: Readonly<Record<string, string>>;
}

/** JSON as it is sent. */
export async function writeBody(body: unknown): Promise<WrittenBody> {
  const bytes = new TextEncoder().encode(JSON.stringify(body));
  const headers = { 'content-type': 'application/json' };
  if (bytes.length < gzipFromBytes) return { bytes, headers };
  const zipped = new Response(bytes).body?.pipeThrough(new CompressionStream('gzip')) ?? null;
  return {
    bytes: new Uint8Array(await new Response(zipped).arrayBuffer()),
    headers: { ...headers, 'content-encoding': 'gzip' },
  };
}
