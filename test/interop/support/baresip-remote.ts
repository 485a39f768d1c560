import { once } from 'node:events';
import { createConnection } from 'node:net';
import { within } from './within.ts';

/** What baresip tells of itself: `CALL_ESTABLISHED`, `CALL_DTMF_START` and such, with a parameter. */
export interface BaresipEvent {
  readonly type: string;
  readonly param: string;
}

/** Remote control of a baresip: module ctrl_tcp, JSON in netstrings. */
export interface BaresipRemote {
  /** A command as a user would type it, without the slash. Rejects with baresip's words when it fails. */
  command(name: string, params?: string): Promise<string>;
  readonly events: readonly BaresipEvent[];
  /** Resolves when that holds for what has happened. */
  until(what: string, condition: (events: readonly BaresipEvent[]) => boolean): Promise<void>;
  close(): void;
}

interface Reply {
  readonly token?: string;
  readonly ok?: boolean;
  readonly data?: string;
  readonly event?: boolean;
  readonly type?: string;
  readonly param?: string;
}

const patienceMs = 15_000;

export async function controlBaresip(port: number): Promise<BaresipRemote> {
  const socket = createConnection({ host: '127.0.0.1', port });
  await within(patienceMs, 'baresip takes commands', once(socket, 'connect'));
  const events: BaresipEvent[] = [];
  const replies = new Map<string, (reply: Reply) => void>();
  const listeners = new Set<() => void>();
  let rest: Buffer = Buffer.alloc(0);
  let commands = 0;
  // baresip ends when it is told to, and may do so in the middle of a sentence.
  socket.on('error', () => socket.destroy());
  socket.on('data', (chunk) => {
    rest = Buffer.concat([rest, chunk]);
    for (let next = netstring(rest); next !== undefined; next = netstring(rest)) {
      rest = next.rest;
      const reply = JSON.parse(next.text) as Reply;
      if (reply.event === true) events.push({ type: reply.type ?? '', param: reply.param ?? '' });
      else if (reply.token !== undefined) replies.get(reply.token)?.(reply);
      for (const listener of listeners) listener();
    }
  });
  return {
    events,
    async command(name, params) {
      const token = String((commands += 1));
      const { promise, resolve } = Promise.withResolvers<Reply>();
      replies.set(token, resolve);
      const text = JSON.stringify({ command: name, token, ...(params === undefined ? {} : { params }) });
      socket.write(`${Buffer.byteLength(text)}:${text},`);
      const { ok, data = '' } = await within(patienceMs, `baresip answers ${name}`, promise);
      if (ok !== true) throw new Error(`baresip refuses ${name}: ${data}`);
      return data;
    },
    async until(what, condition) {
      const { promise, resolve } = Promise.withResolvers<void>();
      const look = (): void => {
        if (condition(events)) resolve();
      };
      listeners.add(look);
      look();
      try {
        await within(patienceMs, what, promise);
      } catch (cause) {
        throw new Error(`${String(cause)}; ${JSON.stringify(events)}`, { cause });
      } finally {
        listeners.delete(look);
      }
    },
    close: () => socket.destroy(),
  };
}

/** The first of the netstrings, if all of it is there. */
function netstring(bytes: Buffer): { readonly text: string; readonly rest: Buffer } | undefined {
  const colon = bytes.indexOf(':');
  if (colon < 0) return undefined;
  const end = colon + 1 + Number(bytes.subarray(0, colon).toString());
  if (bytes.length <= end) return undefined;
  return { text: bytes.subarray(colon + 1, end).toString(), rest: Buffer.from(bytes.subarray(end + 1)) };
}
