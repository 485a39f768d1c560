import { performance } from 'node:perf_hooks';
import { stderr, stdout } from 'node:process';
import { parseArgs } from 'node:util';
import { judged, printFigures, tenth } from '../bench/report.ts';
import { explore } from './explore.ts';
import { allReadings, readings } from './reading.ts';
import { shortest, story } from './story.ts';
import { scenarios } from './tables.ts';
import { theFlow } from './the-flow.ts';

/** Plays every course that a call can take, and says where the call flow does not keep its promises. `--json`, `--full`. */
const { values } = parseArgs({
  options: { json: { type: 'boolean', default: false }, full: { type: 'boolean', default: false } },
});

const started = performance.now();
const used = values.full ? allReadings : readings;
const found = explore({ flow: theFlow, scenarios, readings: used });
const seconds = tenth((performance.now() - started) / 1000);

if (!values.json) {
  for (const [name, states] of found.byScenario) stdout.write(`${String(states).padStart(8)} states  ${name}\n`);
  for (const [name, states] of found.byReading) stdout.write(`${String(states).padStart(8)} states  read as ${name}\n`);
}
// To stderr: with --json, stdout is one object.
for (const { breach, others } of shortest(found.breaches))
  stderr.write(`${story(breach)}\n${others === 0 ? '' : `  and ${others} like it\n\n`}`);
for (const name of found.cut) stderr.write(`given up, too many states: ${name}\n`);

const what = `${scenarios.length} kinds of call, ${used.length} readings of AWS's pages`;
printFigures(
  'explore',
  [
    judged(
      {
        name: 'explorer-states',
        value: found.states,
        unit: 'count',
        how: `different states of ${what}; each counted once for its kind of call, under however many readings it was reached`,
      },
      { atLeast: 100_000 },
    ),
    {
      name: 'explorer-transitions',
      value: found.transitions,
      unit: 'count',
      how: 'things that happened in those states, under all readings',
    },
    {
      name: 'explorer-depth',
      value: found.depth,
      unit: 'count',
      how: 'things that happen on the way to the farthest state',
    },
    judged(
      { name: 'explorer-seconds', value: seconds, unit: 's', how: 'for all of it, on one core' },
      values.full ? { atMost: 600 } : { atMost: 60 },
    ),
    judged(
      {
        name: 'explorer-breaches',
        value: found.breaches.length + found.cut.length,
        unit: 'count',
        how: 'promises that were not kept, and kinds of call that were given up; stories on stderr',
      },
      { exactly: 0 },
    ),
  ],
  values.json,
);
