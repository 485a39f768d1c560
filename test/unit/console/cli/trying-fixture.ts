import { bankFile, Desk } from './cli-fixture.ts';

export const visitor = JSON.stringify({
  reason: 'visit',
  location: { coordinates: { latitude: 47.25, longitude: -122.44 } },
});
/** Nobody has a caller for the default any more, and visitors reach words only. */
const draft = bankFile.replace(
  '      - nearestBranch: { within: 50 }\n      - contactCenter: support\n',
  '      - message: { id: sorry, words: Please call again }\n',
);

/** Open on weekdays in Seattle, words only at all other times. */
export const withHours = bankFile
  .replace(
    'rules:\n',
    'schedules:\n  office: { timeZone: America/Los_Angeles, weekly: { mon-fri: ["09:00-17:00"] } }\nrules:\n',
  )
  .replace('reason: [visit] }', 'reason: [visit], schedule: { office: open } }');

/** A desk with callers to try a table with, and a draft that is another table. */
export function tryingDesk(): Desk {
  return new Desk({ 'visitor.json': visitor, 'draft.yaml': draft, 'lost.yaml': 'reason: lost-card\n' });
}

/** What `decide --record` prints for each of these callers, a line each. */
export async function recorded(desk: Desk, ...callers: string[]): Promise<string> {
  const lines = [];
  for (const caller of callers) lines.push((await desk.run(`decide bank.yaml --context ${caller} --record`)).text);
  return `${lines.join('\n')}\n`;
}
