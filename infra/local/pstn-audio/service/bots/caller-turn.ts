import type { Timer, Timers } from '../../../../../shared/ports/timers.ts';
import type { RtpEndpoint } from '../../media/rtp-endpoint.ts';

export interface TurnTiming {
  /** How long the bot waits for a caller who says nothing, ms. */
  readonly startTimeoutMs: number;
  /** How long it waits after a key for the next, ms. */
  readonly endTimeoutMs: number;
}

/** A caller's turn of talk, by keys. */
export interface CallerTurn {
  /** Resolves at the first key: whoever is speaking stops. */
  readonly begun: Promise<void>;
  /** Resolves with the keys when there are no more of them, the closing `#` left out; with '' after silence. */
  readonly heard: Promise<string>;
  /** The bot has said what it had to say: from now on silence counts. */
  promptOver(): void;
  stop(): void;
}

/**
 * Listens for keys as Lex V2 does: `#` ends them, `*` takes back all of them, and so does nothing for a while
 * (Amazon Lex V2 developer guide, session attributes for DTMF).
 */
export function callerTurn(audio: RtpEndpoint, timers: Timers, timing: TurnTiming): CallerTurn {
  const begun = Promise.withResolvers<void>();
  const heard = Promise.withResolvers<string>();
  let keys = '';
  let isPressing = false;
  let timer: Timer | undefined;

  const waitFor = (milliseconds: number): void => {
    timer?.cancel();
    timer = timers.after(milliseconds, over);
  };
  const stop = (): void => {
    timer?.cancel();
    stopListening();
  };
  const over = (): void => {
    stop();
    heard.resolve(keys);
  };
  const stopListening = audio.listen({
    frame: () => undefined,
    digit(digit) {
      isPressing = true;
      begun.resolve();
      if (digit === '#') return over();
      keys = digit === '*' ? '' : keys + digit;
      waitFor(timing.endTimeoutMs);
    },
  });

  return {
    begun: begun.promise,
    heard: heard.promise,
    promptOver() {
      if (!isPressing) waitFor(timing.startTimeoutMs);
    },
    stop,
  };
}

/** Lex V2's own. */
const defaults: TurnTiming = { startTimeoutMs: 4000, endTimeoutMs: 5000 };

/** Session attributes may set both, here for all intents and slots at once (Amazon Chime SDK developer guide, start-bot-conversation). */
export function turnTiming(sessionAttributes: Readonly<Record<string, string>>): TurnTiming {
  const milliseconds = (...names: readonly string[]): number | undefined => {
    const text = names.map((name) => sessionAttributes[`x-amz-lex:${name}:*:*`]).find((each) => each !== undefined);
    return text !== undefined && /^\d{1,6}$/.test(text) ? Number(text) : undefined;
  };
  return {
    startTimeoutMs: milliseconds('audio:start-timeout-ms', 'start-timeout-ms') ?? defaults.startTimeoutMs,
    endTimeoutMs: milliseconds('dtmf:end-timeout-ms') ?? defaults.endTimeoutMs,
  };
}
