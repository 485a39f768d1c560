import { withinAttributeLimit } from '../../sma-handler/attribute-limit.ts';
import { next } from '../../sma-handler/call-flow.ts';
import { guarded } from '../../sma-handler/guard.ts';
import { rescue } from '../../sma-handler/rescue.ts';
import { readState, writeState } from '../../sma-handler/transaction-attributes.ts';
import { defaultPlan } from './tables.ts';
import type { Flow } from './scenario.ts';

const log = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** The SMA Lambda's call flow, with what its shell makes of it. */
export const theFlow: Flow = {
  next,
  read: readState,
  write: (state) => writeState(withinAttributeLimit(state)),
  rescue: (state, event, world) => rescue(state, event, { world, defaultPlan }),
  guard: (answer, before, event, world) => guarded(answer, before, event, { world, defaultPlan, log }),
};
