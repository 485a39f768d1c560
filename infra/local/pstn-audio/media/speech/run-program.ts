import { spawn } from 'node:child_process';
import type { Timers } from '../../../../../shared/ports/timers.ts';
import { SpeechError } from './speech-error.ts';

export interface ProgramRun {
  /** Path of the program. */
  readonly program: string;
  readonly args: readonly string[];
  readonly input: string;
  readonly timers: Timers;
  readonly timeoutMilliseconds: number;
  /** More output than this ends the program. */
  readonly maxOutputBytes: number;
}

/** Runs a program without a shell, feeds it and returns what it writes. Rejects with SpeechError; the program never outlives it. */
export function runProgram({
  program,
  args,
  input,
  timers,
  timeoutMilliseconds,
  maxOutputBytes,
}: ProgramRun): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { stdio: ['pipe', 'pipe', 'ignore'] });
    const chunks: Buffer[] = [];
    let size = 0;
    const fail = (error: SpeechError): void => {
      timeout.cancel();
      child.kill('SIGKILL');
      reject(error);
    };
    const timeout = timers.after(timeoutMilliseconds, () =>
      fail(new SpeechError('timedOut', `${program} took longer than ${timeoutMilliseconds} ms`)),
    );
    child.on('error', (cause) => fail(new SpeechError('notStarted', `${program} could not be run`, { cause })));
    child.stdout.on('data', (chunk: Buffer) => {
      size += chunk.length;
      chunks.push(chunk);
      if (size > maxOutputBytes) fail(new SpeechError('tooLong', `${program} wrote more than ${maxOutputBytes} bytes`));
    });
    child.on('close', (code) => {
      timeout.cancel();
      if (code === 0) resolve(Buffer.concat(chunks));
      else reject(new SpeechError('failed', `${program} ended with code ${code}`));
    });
    // A program that does not read to the end says so by its exit code.
    child.stdin.on('error', () => undefined);
    child.stdin.end(input);
  });
}
