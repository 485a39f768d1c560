import { clearLine, createInterface, cursorTo, type Interface } from 'node:readline';
import { speaker } from '../pstn-audio/standalone/speaker.ts';
import type { TalkTerminal } from './talk-terminal.ts';
import { prompt } from './transcript-lines.ts';

/** The terminal, or the pipes, of this process. What is printed while a person types goes above their line. */
export function consoleTerminal(
  process: Pick<NodeJS.Process, 'stdin' | 'stdout' | 'stderr' | 'on' | 'exit'>,
): TalkTerminal {
  const { stdin, stdout, stderr } = process;
  const interactive = stdin.isTTY && stdout.isTTY;
  const say = speaker(stdout);
  const stop = Promise.withResolvers<void>();
  let reading: Interface | undefined;

  let asked = false;
  const askToStop = (): void => {
    // Whoever asks twice is in a hurry.
    if (asked) process.exit(130);
    asked = true;
    stop.resolve();
  };
  process.on('SIGINT', askToStop);
  process.on('SIGTERM', askToStop);

  return {
    interactive,
    complain: speaker(stderr),
    print(line) {
      if (reading === undefined || !interactive) return say(line);
      cursorTo(stdout, 0);
      clearLine(stdout, 0);
      say(line);
      reading.prompt(true);
    },
    async *lines() {
      const typed = createInterface({ input: stdin, prompt, ...(interactive ? { output: stdout } : {}) });
      reading = typed;
      // In a terminal Ctrl-C is a key, not a signal.
      typed.on('SIGINT', askToStop);
      if (interactive) typed.prompt();
      for await (const line of typed) {
        yield line;
        if (interactive) typed.prompt();
      }
      reading = undefined;
    },
    stopped: () => stop.promise,
  };
}
