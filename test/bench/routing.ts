import { parseArgs } from 'node:util';
import { printFigures } from './report.ts';
import { analysisFigures } from './routing/analysis.ts';
import { coldLoadFigures } from './routing/cold-load.ts';
import { decisionFigures } from './routing/decisions.ts';
import { lotFigures } from './routing/lots.ts';
import { nearestFigures } from './routing/nearest.ts';
import { openingFigures } from './routing/opening.ts';
import { otherEngineFigures } from './routing/other-engines.ts';
import { replayFigures } from './routing/replaying.ts';

/** What routing decisions cost, against other engines and against looking at everything. `--json`, `--full`. */
const { values } = parseArgs({
  options: { json: { type: 'boolean', default: false }, full: { type: 'boolean', default: false } },
});

const figures = [
  ...decisionFigures(values.full),
  ...(await otherEngineFigures(values.full)),
  ...nearestFigures(values.full),
  ...lotFigures(),
  ...openingFigures(),
  ...analysisFigures(values.full),
  ...replayFigures(),
  ...(await coldLoadFigures(values.full)),
];
printFigures('routing', figures, values.json);
