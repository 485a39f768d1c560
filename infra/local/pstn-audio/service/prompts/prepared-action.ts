import type * as z from 'zod';
import type { RtpEndpoint } from '../../media/rtp-endpoint.ts';
import {
  failedAction,
  finishedAction,
  parameterProblem,
  type ActionProblem,
  type RunningAction,
} from '../action-result.ts';
import { normalisedParameters, readParameters } from '../actions/parameters.ts';
import { legOf, type CallControl } from '../call-control.ts';
import type { Leg } from '../legs/leg.ts';

/** An action's parameters, read, and the leg that they name. */
export interface PreparedAction<Value> {
  readonly kind: 'ready';
  readonly leg: Leg;
  readonly audio: RtpEndpoint;
  readonly value: Value;
}

export interface ActionRequest<Schema extends z.ZodObject> {
  readonly schema: Schema;
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly control: CallControl;
  /** Tells AWS's words for a parameter; those without words of their own get `parameterProblem`. */
  readonly problemOf?: (parameter: string, whatIsWrong: 'missing' | 'wrong') => ActionProblem | undefined;
}

/** Reads the parameters of an action that is heard or listens on a leg: the leg must be there, and have audio of its own. */
export function prepareAction<Schema extends z.ZodObject>({
  schema,
  parameters,
  control,
  problemOf = () => undefined,
}: ActionRequest<Schema>): PreparedAction<z.infer<Schema>> | { readonly kind: 'refused'; readonly run: RunningAction } {
  const refused = (problem: ActionProblem): { readonly kind: 'refused'; readonly run: RunningAction } => ({
    kind: 'refused',
    run: refusal(parameters, control, problem),
  });
  const reading = readParameters(schema, parameters);
  const leg = legOf(control, parameters);
  if (reading.kind === 'invalid') {
    const [wrong] = reading.wrong;
    const [missing] = reading.missing;
    const name = wrong ?? missing ?? '';
    const problem = problemOf(name, wrong === undefined ? 'missing' : 'wrong') ?? parameterProblem(name);
    if (!reading.missing.includes('CallId')) return refused(problem);
    // It was to name its leg: another leg's CallId would mislead.
    return { kind: 'refused', run: finishedAction(failedAction(normalisedParameters(parameters), problem)) };
  }
  if (leg?.audio === undefined || !leg.connected) return refused(parameterProblem('CallId'));
  return { kind: 'ready', leg, audio: leg.audio, value: reading.value };
}

/** An action that has not begun; its parameters come back with numbers as numbers, and with the leg's CallId. */
export function refusal(
  parameters: Readonly<Record<string, unknown>>,
  control: CallControl,
  problem: ActionProblem,
): RunningAction {
  const callId = legOf(control, parameters)?.description.callId;
  const given = normalisedParameters(parameters);
  const filledIn = callId === undefined ? given : { ...given, CallId: callId };
  return finishedAction(failedAction(filledIn, problem));
}
