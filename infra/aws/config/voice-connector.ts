import * as z from 'zod';
import { fileObject } from '../../../shared/contracts/table-file/parts.ts';
import { cidrProblem, hostProblem } from './addresses.ts';
import { chosenFrom, kebab, text, wholeNumber } from './fields.ts';

/** The user part that a Voice Connector is called with (Amazon Chime SDK developer guide, CallAndBridge). */
export const userPattern = String.raw`[\w&=+$\/%\-!~*\(\).]{1,30}`;

/** Text that `problemOf` finds nothing wrong with. */
function checked(problemOf: (text: string) => string | undefined): z.ZodString {
  return text(253).check(({ value, issues }) => {
    const message = problemOf(value);
    if (message !== undefined) issues.push({ code: 'custom', input: value, message });
  });
}

/** One way to the contact centre (Amazon Chime SDK API reference, OriginationRoute). */
const originationRouteSchema = fileObject({
  host: checked(hostProblem),
  port: wholeNumber(1, 65_535, 'the port it listens on'),
  protocol: chosenFrom(['TCP', 'UDP']).default('TCP'),
  /** 1 is tried first. */
  priority: wholeNumber(1, 100, '1 is tried first').default(1),
  /** How many of the calls it gets, beside others of its priority. */
  weight: wholeNumber(1, 100, 'its share among those of its priority').default(1),
});

/** A SIP trunk to a contact centre, and from it. */
export const voiceConnectorSchema = fileObject({
  id: kebab(1, 32),
  origination: z
    .array(originationRouteSchema, 'must be a list with host, port and protocol of your SIP server')
    .min(1, 'must not be empty: where are calls to go?')
    .max(10, 'has more than 10 routes, which is all that a Voice Connector takes'),
  /** The public addresses that may call through it; none: nobody may. */
  terminationCidrs: z
    .array(checked(cidrProblem), 'must be a list of public address ranges; [] when nobody calls from there')
    .default([]),
  /** SIP over TLS and SRTP. */
  encryption: z.boolean('must be true or false').default(true),
});
