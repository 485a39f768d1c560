import type { Explored } from './explore.ts';

type Told = Explored['breaches'][number];

/** The shortest story for each rule and each state that the function left the call in, and how many others there are. */
export function shortest(breaches: readonly Told[]): readonly { readonly breach: Told; readonly others: number }[] {
  const groups = Map.groupBy(breaches, ({ rule, story: told }) => {
    const last = told.findLast((line) => line.includes('→')) ?? '';
    return `${rule} ${last.split(' ', 2).join(' ')} ${last.slice(last.lastIndexOf('→'))}`;
  });
  return [...groups.values()].flatMap((group) => {
    const [breach] = group.toSorted((one, other) => one.story.length - other.story.length);
    return breach === undefined ? [] : [{ breach, others: group.length - 1 }];
  });
}

/** What happened, for whoever has to find out why. */
export function story({ rule, story: told, scenario, reading }: Told): string {
  const lines = told.map((line, index) => `  ${String(index + 1).padStart(3)}. ${line}`);
  return [`${rule}\n  ${scenario}; read as ${reading}`, ...lines, ''].join('\n');
}
