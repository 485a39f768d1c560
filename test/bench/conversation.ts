import { parseArgs } from 'node:util';
import { startConversationBench } from './conversation/conversation-bench.ts';
import { startEchoSkill } from './conversation/echo-skill.ts';
import { turnRoundTripFigures } from './conversation/turn-round-trips.ts';
import { turnTimeFigures } from './conversation/turn-times.ts';
import { printFigures } from './report.ts';

/** What a turn with the skill costs whoever waits for Alexa's next word, on the local cloud. `--json`, `--full`. */
const { values } = parseArgs({
  options: { json: { type: 'boolean', default: false }, full: { type: 'boolean', default: false } },
});
const rounds = values.full ? 1000 : 150;

const bench = await startConversationBench();
const echo = await startEchoSkill();
const times = await turnTimeFigures(bench, echo, rounds);
await echo.close();
const roundTrips = await turnRoundTripFigures(bench);
await bench.close();
printFigures('conversation', [...times, ...roundTrips], values.json);
