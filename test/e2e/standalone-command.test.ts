import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createSocket } from 'node:dgram';
import { join } from 'node:path';
import { startSoftPhone, type SoftPhone } from '../../infra/local/phone/soft-phone.ts';
import { systemIds } from '../../shared/adapters/system/system-ids.ts';
import { systemTimers } from '../../shared/adapters/system/system-timers.ts';
import { readPcap } from '../unit/infra/local/pstn-audio/standalone/pcap-reader.ts';
import { aWorkplace, configuration, dialIn, type Workplace } from './standalone-fixture.ts';

const main = join(process.cwd(), 'infra/local/pstn-audio/standalone/main.ts');

/** Answers the call, says what it is told, and lets the caller wait. */
const waiting = `exports.handler = async (event) => {
  console.log('told of ' + event.InvocationEventType + ' by ' + event.CallDetails.Participants[0].From);
  return { SchemaVersion: '1.0', Actions: event.InvocationEventType === 'NEW_INBOUND_CALL'
    ? [{ Type: 'Speak', Parameters: { Text: 'Please wait.' } }, { Type: 'Pause', Parameters: { DurationInMilliseconds: 30000 } }] : [] };
};`;

interface Command {
  readonly process: ChildProcess;
  readonly out: () => string;
  readonly errors: () => string;
  /** Resolves when standard output has it. */
  says(text: string): Promise<void>;
  readonly exit: Promise<number | null>;
}

describe('the command', () => {
  let workplace: Workplace;
  let running: Command | undefined;
  afterEach(async () => {
    running?.process.kill('SIGKILL');
    await running?.exit;
    running = undefined;
    await workplace.remove();
  });

  /** In a process group of its own, as a terminal would have it. */
  function start(...words: string[]): Command {
    const child = spawn(process.execPath, [main, ...words], { detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
    let [out, errors] = ['', ''];
    const expected: { readonly text: string; readonly resolve: () => void }[] = [];
    child.stdout.on('data', (chunk: Buffer) => {
      out += chunk.toString();
      for (const { text, resolve } of expected) if (out.includes(text)) resolve();
    });
    child.stderr.on('data', (chunk: Buffer) => void (errors += chunk.toString()));
    running = {
      process: child,
      out: () => out,
      errors: () => errors,
      says: async (text) =>
        new Promise((resolve) => (out.includes(text) ? resolve() : void expected.push({ text, resolve }))),
      exit: once(child, 'close').then(([code]) => code as number | null),
    };
    return running;
  }

  /** Dials what the banner says. */
  async function calling(command: Command): Promise<{ phone: SoftPhone; ended: Promise<{ by: string }> }> {
    const port = Number(/sip:\+16073331111@127\.0\.0\.1:(\d+)/u.exec(command.out())?.[1]);
    const phone = await startSoftPhone({ timers: systemTimers, ids: systemIds, name: 'Alice', voiceHz: 440 });
    const target = { host: '127.0.0.1', port };
    const dialled = await phone.dial({ target, requestUri: `sip:${dialIn}@127.0.0.1`, from: 'sip:+12065550123@a' });
    const outcome = await dialled.outcome;
    if (outcome.kind !== 'connected') throw new Error(`not connected but ${outcome.kind}`);
    return { phone, ended: outcome.call.ended };
  }

  it('shows what happens, and ends calls politely on Ctrl-C', async () => {
    workplace = await aWorkplace(configuration({ east: './handler.js' }), { 'handler.js': waiting });
    const files = { calls: join(workplace.folder, 'calls.jsonl'), pcap: join(workplace.folder, 'calls.pcap') };
    const command = start('--config', workplace.configFile, '--calls', files.calls, '--pcap', files.pcap);
    await command.says('Ctrl-C stops');
    const { phone, ended } = await calling(command);
    await command.says('▶  Pause');

    // To the whole group, as a terminal sends it: the functions must survive it to be told of the end.
    process.kill(-command.process.pid!, 'SIGINT');
    const end = await ended;
    const code = await command.exit;
    await phone.close();

    expect([code, end.by]).toEqual([0, 'remote']);
    expect(command.errors()).toBe('');
    expect(command.out()).toMatch(/A1 +LEG-A +─► INVITE …0123 calls …1111 from 127\.0\.0\.1:\d+ UDP/u);
    expect(command.out()).toMatch(/A1 +sma +│ {2}[0-9a-f]{8} told of NEW_INBOUND_CALL by …0123/u);
    expect(command.out()).toMatch(/A1 +sma +│ {2}[0-9a-f]{8} told of HANGUP by …0123/u);
    expect(command.out()).not.toContain('2065550123');
    expect(command.out()).not.toContain('\u001B');
    const [record, ...more] = (await readFile(files.calls, 'utf8')).trim().split('\n');
    expect(more).toEqual([]);
    expect(JSON.parse(record ?? '')).toMatchObject({
      tag: 'A1',
      legs: [{ tag: 'LEG-A', to: '…1111', from: '…0123' }],
      events: [
        { type: 'NEW_INBOUND_CALL', actions: ['Speak', 'Pause'] },
        { type: 'ACTION_SUCCESSFUL' },
        { type: 'HANGUP' },
      ],
    });
    const packets = readPcap(await readFile(files.pcap));
    expect(packets.every(({ isIntact }) => isIntact)).toBe(true);
    expect(packets[0]?.payload.toString()).toMatch(/^INVITE sip:\+16073331111@/u);
    // A voice of half a second, at 20 ms a packet, from a phone that sends all the time: there are plenty.
    expect(packets.filter(({ payload }) => payload[0] === 0x80).length).toBeGreaterThan(20);
  });

  it('stops at once on a second Ctrl-C', async () => {
    const stubborn = `exports.handler = async (event) => event.InvocationEventType === 'NEW_INBOUND_CALL'
      ? { SchemaVersion: '1.0', Actions: [{ Type: 'Speak', Parameters: { Text: 'Hello.' } }, { Type: 'Pause', Parameters: { DurationInMilliseconds: 30000 } }] }
      : new Promise((resolve) => setTimeout(resolve, 60000));`;
    workplace = await aWorkplace(configuration({ east: './handler.js' }), { 'handler.js': stubborn });
    const command = start('--config', workplace.configFile);
    await command.says('Ctrl-C stops');
    const { phone } = await calling(command);
    await command.says('▶  Pause');

    command.process.kill('SIGINT');
    await command.says('Ending all calls');
    command.process.kill('SIGINT');

    expect(await command.exit).toBe(130);
    await phone.close();
  });

  it('says nothing but where it is when it is to be quiet', async () => {
    workplace = await aWorkplace(configuration({ east: './handler.js' }), { 'handler.js': waiting });
    const command = start('--config', workplace.configFile, '--quiet');
    await command.says('Ctrl-C stops');
    const { phone } = await calling(command);

    command.process.kill('SIGTERM');
    const code = await command.exit;
    await phone.close();

    expect(code).toBe(0);
    expect(command.out()).not.toContain('INVITE');
  });

  it('says in one line that its port is in use', async () => {
    const socket = createSocket('udp4');
    socket.bind(0, '127.0.0.1');
    await once(socket, 'listening');
    const { port } = socket.address();
    const config = { ...configuration({ east: './handler.js' }), Sip: { Port: port } };
    workplace = await aWorkplace(config, { 'handler.js': waiting });

    const command = start('--config', workplace.configFile);
    const code = await command.exit;
    socket.close();

    expect([code, command.out()]).toEqual([1, '']);
    expect(command.errors()).toBe(
      `Sip.Port ${port} is in use (UDP): stop what uses it, or choose another; 0 takes any free port\n`,
    );
  });
});
