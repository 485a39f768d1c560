import { resolve } from 'node:path';
import { exampleBank } from '../demo/example-bank/example-bank.ts';
import { openOutputFile, type OutputFile } from '../pstn-audio/standalone/output-file.ts';
import { readArguments, usage, type TalkOptions } from './arguments.ts';
import { talkTenant } from './household.ts';
import { holdTalk } from './hold-talk.ts';
import { skillLocales } from './skill-locales.ts';
import type { TalkServices } from './talk-services.ts';
import type { TalkTerminal } from './talk-terminal.ts';

/** 0: all was said. 1: it went wrong, see what was complained of. 2: the command line is not right. */
export type ExitCode = 0 | 1 | 2;

/** `npm run talk`, from its words to its exit code. Rejects only for bugs. */
export async function runTalk(words: readonly string[], services: TalkServices): Promise<ExitCode> {
  const { terminal, folder = '.' } = services;
  const read = readArguments(words);
  switch (read.kind) {
    case 'help':
      terminal.print(usage);
      return 0;
    case 'wrong':
      return refuse(read.problem, terminal);
    case 'talk':
      break;
    default:
      return read satisfies never;
  }

  const tenant = talkTenant(await exampleBank(), read);
  const problem = await problemWith(read, tenant);
  if (problem !== undefined) return refuse(problem, terminal);
  let wav: OutputFile | undefined;
  try {
    if (read.wav !== undefined) wav = await openOutputFile(resolve(folder, read.wav), { mode: 'replace' });
  } catch (error) {
    return refuse(`--wav: ${read.wav} cannot be written (${codeOf(error)})`, terminal);
  }
  try {
    return (await holdTalk(tenant, read, services, wav)) ? 0 : 1;
  } catch (error) {
    terminal.complain(
      `The local cloud could not be started: ${error instanceof Error ? error.message : String(error)}`,
    );
    return 1;
  } finally {
    await wav?.close();
  }
}

/** Whether the example bank has what the options name. */
async function problemWith(
  { locale, as }: TalkOptions,
  { skill, account }: ReturnType<typeof talkTenant>,
): Promise<string | undefined> {
  const locales = await skillLocales(skill.modelsFolder);
  if (!locales.includes(locale)) return `--locale: the skill speaks ${locales.join(', ')}, not ${locale}`;
  const names = (account.people ?? []).map(({ id }) => id);
  return as === undefined || names.includes(as)
    ? undefined
    : `--as: Alexa knows the voices of ${names.join(', ')}, not of ${as}`;
}

function refuse(problem: string, terminal: TalkTerminal): 2 {
  terminal.complain(`${problem}.\n--help says what there is.`);
  return 2;
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unknown error';
}
