import type { AlexaTurn } from '../../infra/local/alexa/service/turn.ts';
import { skillLocales, type SkillLocale } from '../../shared/contracts/skill-locales.ts';
import { openBank, type Bank, type BankOptions } from './story/bank.ts';
import { permissionName } from './story/callers.ts';
import { contextOf, expectEnding, type Ending } from './story/ending.ts';
import { englishIn } from './story/english.ts';
import { fits, readScript, type Exchange, type Line } from './story/script.ts';

export { accountNumber, linkedToken, scopes, wilhelmina } from './story/callers.ts';
export { accountClaim, type Bank } from './story/bank.ts';

export interface Story extends Pick<BankOptions, 'ways' | 'reasons'>, Pick<Ending, 'context'> {
  /** How the household differs from Wilhelmína's. */
  readonly household?: BankOptions['household'] | ((locale: SkillLocale) => BankOptions['household']);
  /** What each "but" of the scripts does. */
  readonly but?: Readonly<Record<string, (bank: Bank, locale: SkillLocale) => unknown>>;
  /** How many contexts stay behind for their hour, beside those of calls; none unless told. */
  readonly abandoned?: number;
}

/** Tells a story in each language that it has a script for: see `readScript`. */
export function tell(title: string, story: Story, scripts: Readonly<Partial<Record<SkillLocale, string>>>): void {
  const told = skillLocales.flatMap((locale) => {
    const script = scripts[locale];
    return script === undefined ? [] : [{ locale, script }];
  });
  it.each(told)(`${title} ($locale)`, async ({ locale, script }) => {
    const { household, ways, reasons, context, abandoned = 0 } = story;
    const differs = typeof household === 'function' ? household(locale) : household;
    const bank = await openBank({ locale, household: differs, ways, reasons });
    try {
      for (const exchange of readScript(script)) await play(exchange, bank, story, locale);
      await expectEnding(bank, { context, abandoned });
    } finally {
      await bank.close();
    }
  });
}

async function play(
  { deeds, says, speaker, follows }: Exchange,
  bank: Bank,
  { but = {} }: Story,
  locale: SkillLocale,
): Promise<void> {
  for (const deed of deeds) {
    const act = but[deed];
    if (act === undefined) throw new Error(`the story does not say what it takes that ${deed}`);
    await act(bank, locale);
  }
  if (says === undefined) return;
  const before = { progress: bank.progress.length, placed: bank.placed.length, answers: bank.answers.length };

  const said = `${(speaker ?? 'you').padEnd(7)}${says}`;
  const by = speaker === undefined ? {} : { as: speaker };
  const turn = await bank.outside.through(says === '' ? bank.alexa.keepSilent() : bank.alexa.say(says, by));

  const happened = asWritten(linesOf(turn, bank, before), follows);
  expect([said, ...happened.map(written)]).toEqual([said, ...follows.map(written)]);
  expect(turn.ended?.error).toBeUndefined();
  expect(bank.answers.slice(before.answers).flatMap((answer) => englishIn(answer, locale))).toEqual([]);
}

/** All that came of a turn; `before` is how much there was of it already. */
function linesOf(
  { speech, consent, card, sessionOpen }: AlexaTurn,
  bank: Bank,
  before: { readonly progress: number; readonly placed: number },
): Line[] {
  const lines: (Line | undefined)[] = [
    ...bank.progress.slice(before.progress).map((words): Line => ({ who: 'while', what: words })),
    speech === '' ? undefined : { who: 'Alexa', what: speech },
    consent && { who: 'asks', what: namesOf(consent.scopes) },
    card && { who: 'card', what: shown(card) },
    ...bank.placed.slice(before.placed).map((call): Line => {
      const words = contextOf(call, bank)?.reason.words;
      const does = call.by === 'Echo' ? 'calls' : 'rings';
      return { who: call.by, what: words === undefined ? does : `${does} about “${words}”` };
    }),
    sessionOpen ? undefined : { who: 'end', what: '' },
  ];
  return lines.filter((line) => line !== undefined);
}

/** What happened, in the script's words wherever it is as the script has it. */
function asWritten(happened: readonly Line[], script: readonly Line[]): Line[] {
  const isCalling = happened.some(({ who }) => who === 'Echo' || who === 'phone');
  return happened.flatMap((line) => {
    const own = script.find(({ who, what }) => who === line.who && fits(what, line.what));
    if (own === undefined && line.who === 'card' && isCalling && !script.some(({ who }) => who === 'card')) return [];
    return [own ?? line];
  });
}

function written({ who, what }: Line): string {
  return `${who.padEnd(7)}${what}`;
}

function namesOf(asked: readonly string[]): string {
  return asked.map(permissionName).join(', ');
}

function shown(card: NonNullable<AlexaTurn['card']>): string {
  switch (card.type) {
    case 'AskForPermissionsConsent':
      return `asks for ${namesOf(card.permissions)}`;
    case 'Simple':
      return `${card.title ?? ''} | ${card.content ?? ''}`;
    default:
      return card.type;
  }
}
