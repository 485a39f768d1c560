import type { FindingAnswer, ReviewResponse, VersionAnswer } from '../../../../shared/contracts/tables-api.ts';

type LastWeek = ReviewResponse['lastWeek'];

const notRecorded = 'it depends on where the callers were, on their number or on what else no record keeps';

/** What the table would have made of last week's calls, in sentences; what cannot be told is said to be so. */
export function lastWeekWords(week: LastWeek): readonly string[] {
  const { calls, more, untellable, changed, unchanged } = week;
  if (calls === 0) return ['Nobody called in the last seven days, so there are no calls to compare.'];
  const told = changed + unchanged;
  const which = more ? `the latest ${number(calls)} calls` : `${number(calls)} ${calls === 1 ? 'call' : 'calls'}`;
  if (told === 0)
    return [`Whether ${which} of the last seven days would go another way cannot be told: ${notRecorded}.`];
  return [
    changed === 0
      ? `Of ${which} of the last seven days, none that can be told would go another way.`
      : `Of ${which} of the last seven days, ${number(changed)} would go another way, ${percent(changed, told)} of those that can be told.`,
    ...(untellable === 0 ? [] : [`Of ${number(untellable)} it cannot be told: ${notRecorded}. They are not counted.`]),
  ];
}

/** What an operator should not overlook. */
export function lastWeekWarnings({ newlyNobody, newlyDefault }: LastWeek): readonly string[] {
  return [
    ...(newlyNobody.calls === 0 ? [] : [`${callsWord(newlyNobody.calls)} would reach nobody.`]),
    ...(newlyDefault.calls === 0
      ? []
      : [`${callsWord(newlyDefault.calls)} would fit no rule any more, and go to the default.`]),
  ];
}

/** "3 calls of last week"; nothing where that cannot be told. */
export function shareWords(calls: number | undefined): string | undefined {
  if (calls === undefined) return undefined;
  return calls === 0 ? 'no call of last week' : `${callsWord(calls)} of last week`;
}

/** What publishing a draft would take back that was begun before the version in force; nothing where it was not. */
export function begunFromWords(begunFrom: number, inForce: VersionAnswer | undefined): string | undefined {
  if (inForce === undefined || begunFrom >= inForce.version) return undefined;
  const begun = begunFrom === 0 ? 'before there was a version' : `from version ${begunFrom}`;
  return `The draft was begun ${begun}; version ${inForce.version}, published by ${inForce.by}, is in force and would be taken back where they differ.`;
}

/** Without an error among the findings it may be published. */
export function hasErrors(findings: readonly FindingAnswer[]): boolean {
  return findings.some(({ severity }) => severity === 'error');
}

function callsWord(calls: number): string {
  return `${number(calls)} ${calls === 1 ? 'call' : 'calls'}`;
}

/** Never 0 % of something, nor 100 % of less than all. */
function percent(part: number, whole: number): string {
  if (part === 0) return 'none';
  if (part === whole) return 'all';
  const rounded = Math.round((100 * part) / whole);
  if (rounded === 0) return 'less than 1 %';
  return rounded === 100 ? 'more than 99 %' : `${rounded} %`;
}

function number(count: number): string {
  return count.toLocaleString('en-US');
}
