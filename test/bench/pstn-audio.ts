import { parseArgs } from 'node:util';
import { bridging } from './pstn-audio/media.ts';
import { signalling } from './pstn-audio/signalling.ts';
import { soak } from './pstn-audio/soak.ts';
import { printFigures } from './report.ts';

/**
 * PSTN Audio under load from sipp, which must be installed (Debian: sip-tester). `--json`; `--full` for the whole measurement: 30 s of
 * signalling and 60 s of audio. The 10,000 calls and the half minutes in which SIP forgets them make up most of the short one.
 */
const { values } = parseArgs({
  options: { json: { type: 'boolean', default: false }, full: { type: 'boolean', default: false } },
});

const figures = await soak([
  () => signalling(values.full ? 30 : 10),
  () => bridging({ talking: values.full ? 60 : 20, settingUp: values.full ? 20 : 8 }),
]);
printFigures('pstn-audio', figures, values.json);
