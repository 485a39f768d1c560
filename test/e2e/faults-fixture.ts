import { callResponseSchema, type CallResponse } from '../../shared/contracts/calls-api.ts';
import { accountNumber, type CloudFixture } from '../support/local-cloud-fixture.ts';

/** What a caller says to Alexa, for each way that the example bank's table has. */
export const lostCard = ['ask example bank to call support about my lost card', accountNumber, 'yes'] as const;
export const branchVisit = ['ask example bank to connect me to my nearest branch', accountNumber, 'yes'] as const;
export const mortgage = ['ask example bank to talk to a mortgage adviser', accountNumber, 'yes'] as const;

/** What the function logs when it has made a mistake. No fault of anybody else is a reason for one. */
const mistakes = /"(?:invariant-breached|unexpected-exception|event-unreadable)"/;

/** What went wrong in the function itself, in the calls since its log was emptied; and what of its answers was refused. */
export function mistakesOf({ logged, invocations }: Pick<CloudFixture, 'logged' | 'invocations'>): string[] {
  return [
    ...logged.filter((line) => mistakes.test(line)),
    ...invocations.flatMap(({ invalid }) => (invalid === undefined ? [] : [invalid.errorMessage])),
  ];
}

/** The rules by which the function has routed, since its log was emptied. */
export function rulesUsed({ logged }: Pick<CloudFixture, 'logged'>): string[] {
  return logged.flatMap((line) => /"event":"call-routed".*"ruleId":"([^"]+)"/.exec(line)?.[1] ?? []);
}

/** What the console tells of a call; undefined when it has no records of it. */
export async function recordsOf(bank: CloudFixture, transactionId: string): Promise<CallResponse | undefined> {
  const answer = await bank.consoleOf(transactionId);
  if (answer.status === 404) return undefined;
  return callResponseSchema.parse(await answer.json());
}

/** Whether everything that happened to the call is in its records, or the log tells that it is not. */
export async function isAccountedFor(bank: CloudFixture): Promise<boolean> {
  const told = await recordsOf(bank, bank.transactionId);
  const kept = new Set(told?.records.map(({ sequence }) => sequence));
  const isComplete = bank.invocations.every(({ sequence }) => kept.has(sequence));
  return isComplete || bank.logged.some((line) => line.includes('records-not-written'));
}
