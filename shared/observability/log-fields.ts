/**
 * What may stand in a log line: identifiers, codes and measures. No field is made for a name, a number,
 * an address or anything a caller said, so that none can be logged by accident.
 */
export interface LogFields {
  /** PSTN Audio's id of a call. */
  readonly transactionId?: string | undefined;
  /** Of the invocation within the transaction. */
  readonly sequence?: number | undefined;
  readonly invocationEventType?: string | undefined;
  readonly ruleId?: string | undefined;
  readonly destinationKind?: string | undefined;
  readonly destinationId?: string | undefined;
  readonly tableVersion?: number | undefined;
  /** Branches that were not chosen, nearest first, each with why: `queen-anne:closed/tacoma:tooFar`. */
  readonly passedOver?: string | undefined;
  /** A stable error or result code. */
  readonly code?: string | undefined;
  /** An HTTP or SIP status. */
  readonly status?: number | undefined;
  /** How long something took. */
  readonly milliseconds?: number | undefined;
  /** The name of a setting of the function, never its value. */
  readonly setting?: string | undefined;
  readonly ingress?: string | undefined;
  /** BCP 47. */
  readonly locale?: string | undefined;
  readonly intent?: string | undefined;
  readonly outcome?: string | undefined;
  /** How a call came in, as its record has it. */
  readonly entry?: string | undefined;
  /** An id of the table's catalogue, never the caller's words. */
  readonly reasonId?: string | undefined;
  /** A plan's, in order: `contactCenter:support/branch:tacoma`. */
  readonly destinations?: string | undefined;
  /** Where a call stands. */
  readonly phase?: string | undefined;
  /** Which attempt of a call, from 1. */
  readonly attemptNumber?: number | undefined;
  /** Types of actions, in order: `Speak/CallAndBridge`. */
  readonly actions?: string | undefined;
  /** Why an action failed, as AWS names it. */
  readonly errorType?: string | undefined;
  /** Whether the context id went along. */
  readonly contextSending?: string | undefined;
  /** LEG-A is the caller. */
  readonly leg?: string | undefined;
  readonly command?: string | undefined;
  /** Who commanded: the caller by a key, or an operator. */
  readonly commandedBy?: string | undefined;
  /** What a caller said yes or no to, or which mark they gave. */
  readonly answer?: string | undefined;
  /** Which of the call flow's own rules was about to be broken. */
  readonly breach?: string | undefined;
  /** How many: of records, of keys. */
  readonly count?: number | undefined;
}

const fieldNames: Readonly<Record<keyof LogFields, true>> = {
  transactionId: true,
  sequence: true,
  invocationEventType: true,
  ruleId: true,
  destinationKind: true,
  destinationId: true,
  tableVersion: true,
  passedOver: true,
  code: true,
  status: true,
  milliseconds: true,
  setting: true,
  ingress: true,
  locale: true,
  intent: true,
  outcome: true,
  entry: true,
  reasonId: true,
  destinations: true,
  phase: true,
  attemptNumber: true,
  actions: true,
  errorType: true,
  contextSending: true,
  leg: true,
  command: true,
  commandedBy: true,
  answer: true,
  breach: true,
  count: true,
};

export const withheld = '[withheld]';
const maximumLength = 200;

/** Identifiers have no blanks, no "@" and no "+"; a long run of digits alone may be somebody's number. */
export function identifierOnly(text: string): string {
  const isIdentifier = text.length <= maximumLength && /^[\w.:/#-]*$/.test(text) && !/^\d{5,}$/.test(text);
  return isIdentifier ? text : withheld;
}

/** The parts, from the first, as far as one field has room for them: with more, all of it would be withheld. */
export function listedInField(parts: readonly string[]): string {
  let list = '';
  for (const part of parts) {
    const longer = list === '' ? part : `${list}/${part}`;
    if (longer.length > maximumLength) break;
    list = longer;
  }
  return list;
}

/** Keeps the fields above. A wider object passes the type checker; what it has besides is dropped here. */
export function allowedFields(fields: LogFields): Record<string, string | number> {
  const kept: Record<string, string | number> = {};
  for (const [name, value] of Object.entries(fields) as [string, unknown][]) {
    if (!Object.hasOwn(fieldNames, name)) continue;
    if (typeof value === 'string') kept[name] = identifierOnly(value);
    if (typeof value === 'number') kept[name] = value;
  }
  return kept;
}
