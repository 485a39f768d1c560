import { localeKey, wordsFor } from '../../../../shared/domain/routing/localized-text.ts';
import { offeredReasons } from '../../../../shared/domain/routing/menu.ts';
import type { LocalizedText, Reason, RoutingTable } from '../../../../shared/domain/routing/table.ts';
import { isNowhere } from '../box.ts';
import { callersWhoChoose } from '../callers-who-dial.ts';
import type { FindingList } from '../../findings.ts';
import type { RuleReach } from '../rule-reach.ts';
import { detailsOf } from './unreached-rules.ts';

/** As many characters as SpeakAndGetDigits says at once (Amazon Chime SDK developer guide, speak-and-get-digits). */
const mostCharacters = 1000;
/** What is said around the names, in whichever language says most: "Quelle est la raison de votre appel?", "Pour …, faites le 1." */
const charactersOfQuestion = 40;
const charactersOfKey = 24;

/** Of so many rules that ask for a reason it is found out whether anybody who chooses it reaches them. */
const mostAsked = 100;

/** Menus that are too long to be said, and keys that make no difference. */
export function findMenuTrouble(reach: RuleReach, findings: FindingList): void {
  const { table } = reach;
  if (table.menu !== undefined) reportIdleReasons(reach, findings);

  const longest = longestMenu(table);
  if (longest.characters <= mostCharacters) return;
  const inLocale = longest.locale === 'default' ? '' : ` in ${longest.locale}`;
  const long = `takes ${longest.characters} characters to say${inLocale}, and ${mostCharacters} are the most that can be said at once`;
  if (table.menu !== undefined)
    findings.error(
      'menu-too-long',
      ['menu', 'reasons'],
      `${long}: shorten the greeting or the names of the reasons, or offer fewer`,
    );
  else if (offeredReasons(table).some((reason) => isTakenFor(reason, reach)))
    findings.warning(
      'menu-too-long',
      ['reasons'],
      `are offered to callers who dial, and that ${long}, so that names are cut short: write a menu with fewer of them, or shorten their names`,
    );
}

/** With the words that are said around it. Whichever locale callers speak, they hear the texts of one of these keys. */
function longestMenu(table: RoutingTable): { readonly characters: number; readonly locale: string } {
  const names = offeredReasons(table).map(({ name }) => name);
  const texts = table.menu?.greeting === undefined ? names : [table.menu.greeting, ...names];
  const locales = new Set(['default', ...texts.flatMap((text) => Object.keys(text))]);
  return Array.from(locales, (locale) => ({
    locale,
    characters:
      charactersOfQuestion +
      names.length * charactersOfKey +
      texts.reduce((sum, text) => sum + lengthIn(text, locale), 0),
  })).reduce((longest, each) => (each.characters > longest.characters ? each : longest));
}

function lengthIn(text: LocalizedText, locale: string): number {
  return wordsFor(text, localeKey(text, locale) === 'default' ? undefined : locale).words.length;
}

function reportIdleReasons(reach: RuleReach, findings: FindingList): void {
  const { table, space } = reach;
  const offered = new Map(offeredReasons(table).map((reason) => [reason.id, reason]));
  const anyRule = [...reach.taking().map((rule) => table.rules[rule]?.id ?? ''), 'default'];
  for (const [index, id] of (table.menu?.reasons ?? []).entries()) {
    const reason = offered.get(id);
    // One that does not exist is an error already.
    if (reason === undefined || isTakenFor(reason, reach)) continue;
    findings.warning(
      'menu-reason-idle',
      ['menu', 'reasons', index],
      `makes no difference: no rule that asks for "${id}" takes callers of whom nothing else is known, so their calls go where they would go anyway. Give it a rule, or take it out of the menu`,
      detailsOf(reach.witnessIn(callersWhoChoose([reason], space), anyRule)),
    );
  }
}

/** Whether a rule that asks for the reason takes anybody who chooses it; also when there are too many rules to ask. */
function isTakenFor({ id }: Reason, reach: RuleReach): boolean {
  const callers = callersWhoChoose([{ id }], reach.space);
  const rules = reach
    .taking()
    .filter((rule) =>
      reach.table.rules[rule]?.when.some((condition) => condition.kind === 'reason' && condition.anyOf.includes(id)),
    );
  return (
    rules.length > mostAsked ||
    rules.some((rule) => {
      const theirs = reach.within(rule, callers);
      return !isNowhere(theirs) && reach.leftBy(reach.taking(rule), theirs) !== 'nowhere';
    })
  );
}
