import { EventEmitter } from 'node:events';
import type { spawn } from 'node:child_process';
import { startSandboxProcess } from '../../../../../infra/local/functions/sandbox-process.ts';

const reaper = { add: () => undefined, remove: () => undefined, close: async () => undefined };

describe('a process that cannot be had', () => {
  it.each([
    {
      case: 'for want of files',
      start: () => {
        const child = new EventEmitter();
        process.nextTick(() => child.emit('error', new Error('EMFILE')));
        return child;
      },
    },
    {
      case: 'as the system refuses it',
      start: () => {
        throw new Error('E2BIG');
      },
    },
  ])('has ended, $case, and can be asked to', async ({ start }) => {
    const sandbox = startSandboxProcess({
      directory: '/',
      file: undefined,
      environment: {},
      reaper,
      start: start as unknown as typeof spawn,
    });
    sandbox.kill();

    expect(await sandbox.exited).toEqual({ exitCode: null, signal: null });
    expect(await sandbox.stdout.toArray()).toEqual([]);
  });
});
