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
  /** The first characters of a call-context id: enough to find a call, too few to claim its context. */
  readonly callContextIdPrefix?: string | undefined;
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
}

const fieldNames: Readonly<Record<keyof LogFields, true>> = {
  transactionId: true,
  sequence: true,
  invocationEventType: true,
  callContextIdPrefix: true,
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
