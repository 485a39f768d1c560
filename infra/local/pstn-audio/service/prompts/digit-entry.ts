import type { Timer, Timers } from '../../../../../shared/ports/timers.ts';
import type { RtpEndpoint } from '../../media/rtp-endpoint.ts';
import type { DigitRules } from './digit-rules.ts';
import { playPrompt } from './play-prompt.ts';

export interface EntryRequest {
  readonly audio: Pick<RtpEndpoint, 'play' | 'listen'>;
  readonly timers: Timers;
  /** 8 kHz mono. */
  readonly prompt: Int16Array;
  readonly rules: DigitRules;
  readonly signal: AbortSignal;
}

/** What somebody has pressed in one go. */
export interface DigitEntry {
  /** Without the terminator. */
  readonly digits: string;
  /** The key that ended it; undefined when there were enough digits, or time was up. */
  readonly terminator: string | undefined;
}

/**
 * Plays a prompt and gathers digits, from its first moment on: the first key ends the prompt. The entry is over at a terminator, with
 * the last digit that may be, so long after a digit or, without any, after the prompt, or when the signal comes.
 */
export async function takeEntry({ audio, timers, prompt, rules, signal }: EntryRequest): Promise<DigitEntry> {
  const over = Promise.withResolvers<void>();
  const promptEnd = new AbortController();
  let digits = '';
  let terminator: string | undefined;
  let timer: Timer | undefined;
  let isOver = false;
  const finish = (): void => {
    isOver = true;
    promptEnd.abort();
    over.resolve();
  };
  const stopListening = audio.listen({
    frame: () => undefined,
    digit(digit) {
      if (isOver) return;
      timer?.cancel();
      promptEnd.abort();
      if (rules.terminators.has(digit)) {
        terminator = digit;
        return finish();
      }
      digits += digit;
      if (digits.length >= rules.maximum) return finish();
      timer = timers.after(rules.nextDigitMilliseconds, finish);
    },
    released: finish,
  });
  signal.addEventListener('abort', finish);
  if (signal.aborted) finish();

  await playPrompt(audio, prompt, { signal: promptEnd.signal });
  if (!promptEnd.signal.aborted) timer = timers.after(rules.firstDigitMilliseconds, finish);
  await over.promise;

  timer?.cancel();
  signal.removeEventListener('abort', finish);
  stopListening();
  return { digits, terminator };
}
