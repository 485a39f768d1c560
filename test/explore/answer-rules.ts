import {
  maximumTransactionAttributesBytes,
  smaResponseSchema,
  type SmaAction,
} from '../../shared/contracts/sma-response.ts';
import type { TransactionAttributes } from '../../shared/contracts/sma-event.ts';
import { ownedNumber } from '../support/attempts.ts';
import type { Scenario } from './scenario.ts';

/** What is wrong with an answer, whatever the call it is for. */
export function wrongInAnswer(
  actions: readonly SmaAction[],
  attributes: TransactionAttributes,
  allowed: ReadonlySet<string>,
): string[] {
  const wrong: string[] = [];
  const response = { SchemaVersion: '1.0', Actions: actions, TransactionAttributes: attributes };
  const read = smaResponseSchema.safeParse(response);
  if (!read.success) wrong.push(`(3) malformed: ${read.error.issues.map(({ message }) => message).join('; ')}`);
  if (sizeOf(attributes) > maximumTransactionAttributesBytes) wrong.push('(3) more than 20 KB of attributes');
  for (const action of actions) {
    if (action.Type !== 'CallAndBridge') continue;
    const { CallerIdNumber, Endpoints, SipHeaders } = action.Parameters;
    if (CallerIdNumber !== ownedNumber) wrong.push('(5) a caller id that is not owned');
    for (const { Uri, BridgeEndpointType } of Endpoints) {
      if (!allowed.has(Uri)) wrong.push('(5) a number that is not in the table');
      if (BridgeEndpointType === 'PSTN' && SipHeaders !== undefined) wrong.push('(3) headers for a telephone number');
    }
  }
  return wrong;
}

/** Whoever may be rung in the scenario. */
export function allowedNumbers({ routes, looked, destinations }: Scenario): ReadonlySet<string> {
  const facts = { entry: 'phone', ruleId: '', callerId: ownedNumber } as const;
  const wishes = [
    { kind: 'inbound' },
    { kind: 'refused' },
    { kind: 'callback' },
    { kind: 'chosen', facts, reasonId: 'cards' },
    { kind: 'again', facts },
  ] as const;
  const planned = wishes.flatMap((wish) => routes(wish).flatMap(({ plan }) => plan.attempts));
  return new Set(
    [...planned, ...Object.values(destinations), looked].flatMap((attempt) =>
      'number' in attempt ? [attempt.number as string] : attempt.kind === 'contactCenter' ? [attempt.user] : [],
    ),
  );
}

function sizeOf(attributes: TransactionAttributes): number {
  let size = 0;
  for (const [key, value] of Object.entries(attributes)) size += Buffer.byteLength(key) + Buffer.byteLength(value);
  return size;
}
