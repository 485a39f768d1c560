import type { Clock } from '../../../shared/ports/clock.ts';
import type { Ids } from '../../../shared/ports/ids.ts';
import type { Timers } from '../../../shared/ports/timers.ts';
import type { TalkTerminal } from './talk-terminal.ts';

/** What a talk needs of the machine that it runs on. */
export interface TalkServices {
  readonly clock: Clock;
  readonly timers: Timers;
  readonly ids: Ids;
  readonly terminal: TalkTerminal;
  /** Where file names begin; default the working directory. */
  readonly folder?: string;
}
