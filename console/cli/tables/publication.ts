import { requiredText, text, version } from '../arguments/options.ts';
import type { Publication } from '../../../shared/ports/routing-table-store.ts';
import { failure, type Report } from '../report.ts';
import type { Workplace } from '../workplace.ts';

/** What every change of a published table is signed with. */
export const publicationOptions = {
  because: requiredText(
    '"<reason>"',
    'for those who ask later',
    'say why, for those who ask later: --because "new opening hours"',
  ),
  by: text('<name>', 'who does it; default: the user of this machine'),
  basedOn: version(
    'the version that you started from: refuses when another one is in force; default: whatever is in force',
  ),
};

export interface GivenPublication {
  readonly because: string;
  readonly by: string | undefined;
  readonly basedOn: number | undefined;
}

/** `current` is asked for only where nobody said what the change is based on. */
export async function publicationOf(
  { because, by, basedOn }: GivenPublication,
  { user, clock }: Workplace,
  current: () => Promise<number>,
): Promise<Publication> {
  return { basedOn: basedOn ?? (await current()), by: by ?? user, because, at: clock.now() };
}

/** `conflict`: somebody else was faster, and nothing was changed. */
export function conflictReport(name: string, basedOn: number, current: number): Report {
  const problem = `nothing was changed: ${name} has version ${current}, and this is based on version ${basedOn}`;
  return failure(1, 'conflict', [problem, whatToDo(name, basedOn, current)], { name, current, basedOn });
}

function whatToDo(name: string, basedOn: number, current: number): string {
  if (current === 0) return `nothing has been published as ${name} yet: leave --based-on out`;
  const look = basedOn === 0 ? `show ${name}` : `diff ${name}@${basedOn} ${name}`;
  return `see what it says (npm run routes -- ${look}), take it in, and say --based-on ${current}`;
}
