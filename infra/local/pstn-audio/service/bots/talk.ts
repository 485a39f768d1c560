import type { Timers } from '../../../../../shared/ports/timers.ts';
import { playSamples } from '../../media/play-samples.ts';
import type { RtpEndpoint } from '../../media/rtp-endpoint.ts';
import type { SpeechSynthesizer } from '../../media/speech/speech-synthesizer.ts';
import type { BotConversation, BotTurn } from '../bots.ts';
import { callerTurn, type CallerTurn, type TurnTiming } from './caller-turn.ts';

export interface TalkOptions {
  readonly conversation: BotConversation;
  readonly audio: RtpEndpoint;
  readonly speech: SpeechSynthesizer;
  readonly timers: Timers;
  readonly timing: TurnTiming;
  /** BCP 47. */
  readonly languageCode: string;
}

export interface Talk {
  /** IntentResult; undefined when the talk was broken off. */
  readonly done: Promise<BotTurn['intentResult']>;
  breakOff(): void;
}

/** Lets a caller and a bot talk in turns until the bot is done; a key cuts the bot's words short. */
export function talk({ conversation, audio, speech, timers, timing, languageCode }: TalkOptions): Talk {
  const brokenOff = Promise.withResolvers<undefined>();
  let isBrokenOff = false;
  let hush = (): void => undefined;

  const say = async ({ say: messages }: BotTurn, callersTurn?: CallerTurn): Promise<void> => {
    let isCutShort = false;
    void callersTurn?.begun.then(() => {
      isCutShort = true;
      hush();
    });
    for (const { text, textType } of messages) {
      const words = await speech.say(text, { textType, languageCode });
      if (isCutShort || isBrokenOff) return;
      const playing = playSamples(audio, words);
      hush = () => playing.stop();
      await playing.finished;
    }
  };

  const run = async (): Promise<BotTurn['intentResult']> => {
    let turn = conversation.begin();
    while (turn.intentResult === undefined) {
      const callersTurn = callerTurn(audio, timers, timing);
      try {
        // Words that are still being made are not waited for.
        await Promise.race([say(turn, callersTurn), brokenOff.promise]);
        callersTurn.promptOver();
        const heard = await Promise.race([callersTurn.heard, brokenOff.promise]);
        if (heard === undefined) return undefined;
        turn = conversation.heard(heard);
      } finally {
        callersTurn.stop();
      }
    }
    await Promise.race([say(turn), brokenOff.promise]);
    return turn.intentResult;
  };

  return {
    done: run(),
    breakOff() {
      isBrokenOff = true;
      hush();
      brokenOff.resolve(undefined);
    },
  };
}
