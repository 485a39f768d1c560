import { startLocalCloud, voices, type LocalCloud } from '../cloud/local-cloud.ts';
import type { Tenant } from '../cloud/tenant.ts';
import { findSpeechSynthesizer } from '../pstn-audio/media/speech/find-speech-synthesizer.ts';
import type { OutputFile } from '../pstn-audio/standalone/output-file.ts';
import { startSoftPhone } from '../phone/soft-phone.ts';
import type { TalkOptions } from './arguments.ts';
import { CallInHand } from './call-in-hand.ts';
import type { CommandWorld } from './commands/command.ts';
import { adviserComesAfterMs } from './commands/other-side-commands.ts';
import type { Tell } from './happening.ts';
import { HeldHappenings } from './held-happenings.ts';
import { callersHost } from './household.ts';
import { openingWords } from './skill-locales.ts';
import { SpokenWords } from './spoken-words.ts';
import type { TalkServices } from './talk-services.ts';
import type { TalkTerminal } from './talk-terminal.ts';
import { Talk } from './talk.ts';
import { transcriptLines } from './transcript-lines.ts';

/**
 * Starts the local cloud with the caller's own telephone, takes what is typed until there is no more, and leaves nothing behind.
 * Rejects when the cloud does not start. @returns whether all went as it should.
 */
export async function holdTalk(
  tenant: Tenant,
  options: TalkOptions,
  services: TalkServices,
  wav: OutputFile | undefined,
): Promise<boolean> {
  const { clock, timers, ids, terminal } = services;
  const tell = teller(options, services);
  const held = new HeldHappenings(tell);
  const call = new CallInHand({ timers, tell: held.tell, callersVoiceHz: voices.caller });
  const spoken =
    wav === undefined ? undefined : new SpokenWords(await findSpeechSynthesizer({ timers }), options.locale);

  await using parts = new AsyncDisposableStack();
  const telephone = parts.adopt(
    await startSoftPhone({ timers, ids, name: 'Telephone of the caller', voiceHz: voices.caller }),
    (phone) => phone.close(),
  );
  telephone.onRing = call.onRing;
  const cloud = parts.adopt(
    await startLocalCloud({
      tenant,
      clock,
      timers,
      ids,
      hosts: new Map([[callersHost, telephone.address]]),
      onCall: call.onCall,
      onConversation: call.onConversation,
      onProgress: ({ text, speech }) => {
        tell({ type: 'meanwhile', speech: text });
        spoken?.add({ text, ...(speech.trimStart().startsWith('<') ? { ssml: speech } : {}) });
      },
      observer: call.observer,
      onLog: call.onLog,
    }),
    (started) => started.close(),
  );
  call.goThrough(cloud.pstnAudio);
  cloud.advisers.behave({ kind: 'comes', afterMs: adviserComesAfterMs });
  if (options.as !== undefined) cloud.alexa.household.speaker = options.as;

  const talk = new Talk({
    alexa: cloud.alexa,
    call,
    tell,
    held,
    world: worldOf(cloud, tenant, call),
    onTurn: ({ speech, ssml }) => spoken?.add({ text: speech, ...(ssml === undefined ? {} : { ssml }) }),
  });
  if (terminal.interactive && !options.json)
    terminal.print(`Say “${await openingWords(tenant.skill.modelsFolder, options.locale)}”. /help tells the rest.`);
  await takeLines(talk, call, terminal);
  if (call.situation !== 'free') await call.hangUp();
  const legsLeft = cloud.pstnAudio.connectedLegs;
  return (await write(spoken, wav, services)) && !talk.hasFailed && legsLeft === 0;
}

/** Line by line, until there are no more, the person leaves, or the command is to stop. */
async function takeLines(talk: Talk, call: CallInHand, terminal: TalkTerminal): Promise<void> {
  const stopped = terminal.stopped().then(() => 'quit' as const);
  const takeOne = async (line: string): Promise<'more' | 'quit'> => {
    const next = await talk.take(line);
    // Who reads along says when; a pipe has its next line ready before anybody could have answered.
    if (!terminal.interactive && next === 'more') await call.settled();
    return next;
  };
  const lines = terminal.lines()[Symbol.asyncIterator]();
  for (;;) {
    const line = await Promise.race([lines.next(), stopped]);
    if (line === 'quit' || line.done === true) return;
    if ((await Promise.race([takeOne(line.value), stopped])) === 'quit') return;
  }
}

function teller({ json }: TalkOptions, { terminal }: TalkServices): Tell {
  if (json) return (happening) => terminal.print(JSON.stringify(happening));
  return (happening) => {
    // A person has the line before their eyes already.
    if (happening.type === 'you' && terminal.interactive) return;
    for (const line of transcriptLines(happening)) terminal.print(line);
  };
}

function worldOf({ alexa, branches, advisers }: LocalCloud, tenant: Tenant, call: CallInHand): CommandWorld {
  const branchIds = tenant.branches.map(({ id }) => id);
  return { alexa, branches, advisers, branchIds, call, locale: tenant.skill.locale };
}

async function write(
  spoken: SpokenWords | undefined,
  wav: OutputFile | undefined,
  { terminal }: TalkServices,
): Promise<boolean> {
  if (spoken === undefined) return true;
  const { wav: bytes, unspoken } = await spoken.finish();
  wav?.write(bytes);
  if (unspoken > 0) terminal.complain(`${unspoken} things that Alexa said could not be spoken; the file lacks them.`);
  return unspoken === 0;
}
