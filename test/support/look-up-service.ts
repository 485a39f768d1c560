import { createHash, createHmac } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A question as the service got it. */
export interface Asked {
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
  /** Undefined: what stands in Signature is right, and covers what is to be covered. Else what is wrong. */
  readonly objection: string | undefined;
}

export type Answering = (asked: Asked, response: ServerResponse) => void;

export function answeringJson(body: unknown, status = 200): Answering {
  return (_asked, response) => {
    response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' }).end(JSON.stringify(body));
  };
}

/** An operator's service on loopback, which checks signatures as RFC 9421 has it, by itself. */
export class LookUpService {
  readonly asked: Asked[] = [];
  answer: Answering = answeringJson({ destination: null });
  readonly #key: Uint8Array;
  readonly #server = createServer((request, response) => void this.#take(request, response));
  #next = Promise.withResolvers<void>();

  constructor(key: Uint8Array) {
    this.#key = key;
  }

  async open(): Promise<this> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    return this;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/route?line=1`;
  }

  /** Resolves when the next question has been read. */
  nextQuestion(): Promise<void> {
    return this.#next.promise;
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  async #take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks).toString('utf8');
    const asked = { headers: request.headers, body, objection: objectionTo(request, body, this.#key) };
    this.asked.push(asked);
    this.#next.resolve();
    this.#next = Promise.withResolvers();
    this.answer(asked, response);
  }
}

const mustCover = ['@method', '@target-uri', 'content-type', 'content-digest', 'idempotency-key'];

function objectionTo(request: IncomingMessage, body: string, key: Uint8Array): string | undefined {
  const [, input = '', names = ''] = /^call=(\(([^)]*)\).*)$/.exec(String(request.headers['signature-input'])) ?? [];
  const covered = names.split(' ').map((name) => name.slice(1, -1));
  if (mustCover.some((name) => !covered.includes(name))) return `covers ${covered.join()} only`;
  const lines = covered.map((name) => `"${name}": ${componentOf(request, name)}`);
  const base = [...lines, `"@signature-params": ${input}`].join('\n');
  const expected = `call=:${createHmac('sha256', key).update(base).digest('base64')}:`;
  if (request.headers['signature'] !== expected) return 'the signature is wrong';
  const digest = `sha-256=:${createHash('sha256').update(body).digest('base64')}:`;
  return request.headers['content-digest'] === digest ? undefined : 'the digest is wrong';
}

function componentOf(request: IncomingMessage, name: string): string {
  if (name === '@method') return request.method ?? '';
  if (name === '@target-uri') return `http://${request.headers.host}${request.url}`;
  return String(request.headers[name]);
}
