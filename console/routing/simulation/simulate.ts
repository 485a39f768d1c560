import type { Simulation } from '../../../shared/contracts/simulation.ts';
import { menuWords } from '../../../shared/domain/call-speech/menu-words.ts';
import { say, wordsIn } from '../../../shared/domain/call-speech/words.ts';
import { callerOfTable, type Caller } from '../../../shared/domain/routing/caller.ts';
import { decide } from '../../../shared/domain/routing/decide.ts';
import type { IndexedTable } from '../../../shared/domain/routing/indexed-table.ts';
import { menuOf, type Menu } from '../../../shared/domain/routing/menu-of.ts';
import { reasonsToAsk } from '../../../shared/domain/routing/menu.ts';
import { describeService } from '../description/describe-service.ts';
import { describeTry } from '../description/describe-decision.ts';
import { destinationOf } from './attempt-words.ts';
import { branchesOf } from './branches-of.ts';
import { CallTimeline } from './call-timeline.ts';
import { doubtsAbout } from './doubts.ts';
import { PlayedPlan } from './play-plan.ts';
import { rulesPassedOver, whyElse } from './why.ts';
import type { SimulationWish } from './wish.ts';

/**
 * The call that this caller would have: decided by the very function that calls are routed by, and played as the call flow plays it,
 * in a deployment that can record. Whoever is asked whether they agree to something agrees. Pure, and good for a browser.
 */
export function simulate(table: IndexedTable, wish: SimulationWish): Simulation {
  const { at, seed } = wish;
  const caller = callerOfTable(wish.caller, table.table);
  const asked = reasonsToAsk(table, caller, at, seed);
  const menu = asked.length === 0 ? undefined : menuOf(asked, table.table, caller.locale);
  const chosen = menu?.options.find(({ reasonId }) => reasonId === wish.chooses)?.reasonId;
  const routed: Caller = chosen === undefined ? caller : { ...caller, reasonId: chosen };
  const { plan, explanation } = decide(table, routed, at, seed);

  const timeline = new CallTimeline();
  askBefore(timeline, { caller, menu, chosen, asksToRecord: plan.service?.recording === 'ask' });
  const ending =
    plan.attempts.length === 0
      ? ({
          kind: 'defaultDestination',
          at: timeline.seconds,
          text: 'the table leaves nobody to try: the function rings its own default destination',
        } as const)
      : new PlayedPlan(plan, { timeline, table, wish, locale: caller.locale }).play();

  return {
    at: new Date(at).toISOString(),
    seed,
    ruleId: plan.ruleId,
    defaultUsed: explanation.defaultUsed,
    callerId: plan.callerId,
    plan: plan.attempts.map((attempt) => ({ destination: destinationOf(attempt), text: describeTry(attempt) })),
    ...(plan.service === undefined ? {} : { service: describeService(plan.service) }),
    rulesPassedOver: rulesPassedOver(explanation, routed),
    why: whyElse(explanation),
    branches: branchesOf(plan, explanation, { table: table.table, caller: routed }),
    ...(menu === undefined ? {} : { menu: { options: keysOf(menu), ...(chosen === undefined ? {} : { chosen }) } }),
    timeline: timeline.items,
    ending,
    doubts: doubtsAbout(wish, table.table, menu !== undefined),
  };
}

/** What the caller is asked before the first attempt. */
function askBefore(
  timeline: CallTimeline,
  about: {
    readonly caller: Caller;
    readonly menu: Menu | undefined;
    readonly chosen: string | undefined;
    readonly asksToRecord: boolean;
  },
): void {
  const { caller, menu, chosen, asksToRecord } = about;
  const { locale } = caller;
  if (caller.entry === 'callback') {
    const first = say('callbackQuestion', locale);
    timeline.ask({ question: 'callback', first, again: say('callbackAgain', locale), tries: 2, key: '1' });
  }
  if (menu !== undefined) {
    if (menu.greeting !== undefined) timeline.say({ of: 'table', ...wordsIn(menu.greeting) });
    const key = keysOf(menu).find(({ reasonId }) => reasonId === chosen)?.key;
    timeline.ask({ question: 'menu', ...menuWords(menu, locale), tries: 3, key });
  }
  if (asksToRecord) {
    const first = say('recordingQuestion', locale);
    timeline.ask({ question: 'recording', first, again: say('recordingAgain', locale), tries: 1, key: '1' });
  }
}

function keysOf({ options }: Menu): { key: string; reasonId: string; name: string }[] {
  return options.map((option, index) => ({ key: String(index + 1), ...option }));
}
