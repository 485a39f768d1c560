import { recordDecision } from '../../../shared/contracts/recorded-decision.ts';
import type { Caller } from '../../../shared/domain/routing/caller.ts';
import { decide as decideCall } from '../../../shared/domain/routing/decide.ts';
import { indexTable } from '../../../shared/domain/routing/indexed-table.ts';
import { reasonsToAsk } from '../../../shared/domain/routing/menu.ts';
import type { RoutingTable } from '../../../shared/domain/routing/table.ts';
import { doubtsAboutReason } from '../../routing/simulation/doubts.ts';
import { flag, moment as momentOption, requiredText, text } from '../arguments/options.ts';
import { command } from '../command.ts';
import { readCaller } from '../calls/given-caller.ts';
import { openTable, tableOperand } from '../tables/table-operand.ts';
import { describeDecision } from '../words/decision.ts';

/** Lots have to be drawn by something, and the same for the same command. */
const usualSeed = 'caller';

/** Says where a caller goes, and why: by the very function that calls are routed by. */
export const decide = command({
  name: 'decide',
  summary: 'says where a caller goes by a table, and why',
  details: [
    'A caller is a call context of which everything may be left out: { "reason": "billing", "location": { "postalCode": "98101" } }.',
    'A witness from check or diff brings its moment and its seed; so does a recorded decision.',
  ],
  operands: { table: tableOperand('table', 'decide by which table? Name a file or a published table') },
  options: {
    context: requiredText(
      '<file>',
      'the caller, in JSON or YAML; - reads what is piped in',
      'decide for whom? --context caller.json',
    ),
    at: momentOption('when the call comes in, 2026-12-24T09:30:00-08:00; default: now'),
    seed: text('<text>', "what lots are drawn by; default: the call context's id"),
    record: flag('prints the decision as a line that replay reads'),
  },
  async run({ table, context, at, seed, record }, workplace) {
    const reading = await readCaller(context, workplace);
    if (reading.kind === 'failed') return reading.report;
    const { given: who } = reading;
    const moment = at ?? who.at;
    const opened = await openTable(table, workplace, moment);
    if (opened.kind === 'failed') return opened.report;

    const { given: where } = opened;
    const now = moment ?? workplace.clock.now();
    const drawnBy = seed ?? who.seed ?? usualSeed;
    const indexed = indexTable(where.table);
    const { plan, explanation } = decideCall(indexed, who.caller, now, drawnBy);
    const asked = reasonsToAsk(indexed, who.caller, now, drawnBy);
    const doubts = unknownReason(who.caller, where.table);
    const version = where.version === undefined ? {} : { tableVersion: where.version };
    const recorded = recordDecision(plan, { caller: who.caller, at: now, seed: drawnBy, ...version });
    return {
      exitCode: 0,
      lines: record
        ? [JSON.stringify(recorded)]
        : [...describeDecision(plan, explanation, { label: where.label, at: now, asked }), ...doubts],
      json: {
        ok: true,
        table: where.label,
        at: recorded.at,
        seed: drawnBy,
        ruleId: plan.ruleId,
        callerId: plan.callerId,
        plan: plan.attempts,
        ...(plan.service === undefined ? {} : { service: plan.service }),
        ...(asked.length === 0 ? {} : { menu: asked.map(({ id }) => id) }),
        explanation,
        ...(doubts.length === 0 ? {} : { doubts }),
        ...(record ? { record: recorded } : {}),
      },
    };
  },
});

function unknownReason({ reasonId }: Caller, { reasons }: RoutingTable): string[] {
  return reasonId === undefined ? [] : doubtsAboutReason(reasonId, reasons);
}
