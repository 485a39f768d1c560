import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { functionsFixture } from './functions-fixture.ts';

/** A function that holds a connection as long as its process lives; the kernel closes it with the process, frozen or not. */
const holdsConnection = `
  import { connect } from 'node:net';
  const socket = connect(Number(process.env.PORT), '127.0.0.1');
  await new Promise((resolve) => socket.on('connect', resolve));
  export const handler = async ({ stay }) => (stay ? new Promise(() => setTimeout(() => {}, 60000)) : 'frozen now');`;

describe('shutting the functions host down', () => {
  let server: Server;
  let environment: { PORT: string };
  beforeEach(async () => {
    server = createServer((socket) => socket.on('error', () => undefined)).listen(0, '127.0.0.1');
    await once(server, 'listening');
    environment = { PORT: String((server.address() as AddressInfo).port) };
  });
  afterEach(() => void server.close());

  it('ends frozen and busy processes and answers what is under way', async () => {
    const fixture = await functionsFixture({
      holder: { source: holdsConnection, environment },
      idle: { source: holdsConnection, environment },
    });
    const sockets: Socket[] = [];
    server.on('connection', (socket: Socket) => sockets.push(socket));
    await fixture.host.invoke('idle', {});
    const connected = once(server, 'connection');
    const underWay = fixture.host.invoke('holder', { stay: true });
    await connected;
    const gone = Promise.all(sockets.map(async (socket) => once(socket, 'close')));

    await fixture.close();

    expect(await underWay).toMatchObject({ functionError: 'Unhandled', payload: { errorType: 'Runtime.ExitError' } });
    expect(sockets).toHaveLength(2);
    await gone;
    expect(await fixture.host.invoke('idle', {})).toMatchObject({ statusCode: 500, errorType: 'ServiceException' });
  });

  it('answers an invocation that was told to hang', async () => {
    const fixture = await functionsFixture({ fine: { source: `export const handler = async () => 1;` } });
    fixture.host.failNext('fine', { kind: 'hang', times: 1 });
    const underWay = fixture.host.invoke('fine', {});

    await fixture.close();

    expect(await underWay).toMatchObject({ statusCode: 500 });
  });

  it.each(['SIGKILL', 'SIGTERM'] as const)(
    'takes frozen processes along when the host itself ends by %s',
    async (signal) => {
      const directory = await mkdtemp(join(tmpdir(), 'functions-test-'));
      await writeFile(join(directory, 'index.mjs'), holdsConnection);
      const repository = (path: string): string => JSON.stringify(pathToFileURL(join(process.cwd(), path)).href);
      const script = `
      import { startFunctions } from ${repository('infra/local/functions/functions-host.ts')};
      import { systemClock } from ${repository('shared/adapters/system/system-clock.ts')};
      import { systemIds } from ${repository('shared/adapters/system/system-ids.ts')};
      import { systemTimers } from ${repository('shared/adapters/system/system-timers.ts')};
      const definition = { name: 'holder', directory: ${JSON.stringify(directory)}, handler: 'index.handler', timeoutSeconds: 5, memoryMegabytes: 256, environment: ${JSON.stringify(environment)} };
      const host = await startFunctions({ functions: [definition], timers: systemTimers, clock: systemClock, ids: systemIds });
      process.stdout.write((await host.invoke('holder', {})).payload);`;
      const connected = once(server, 'connection') as Promise<[Socket]>;
      const owner = spawn(process.execPath, ['--input-type=module', '-e', script], {
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      const [socket] = await connected;
      const [answer] = (await once(owner.stdout, 'data')) as [Buffer];
      const gone = once(socket, 'close');

      owner.kill(signal);

      expect(answer.toString()).toBe('frozen now');
      await gone;
      await rm(directory, { recursive: true });
    },
  );
});
