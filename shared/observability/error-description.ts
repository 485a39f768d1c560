import { identifierOnly } from './log-fields.ts';

export interface ErrorDescription {
  readonly name: string;
  readonly code?: string;
  readonly frames?: readonly string[];
  readonly cause?: ErrorDescription;
}

const maximumFrames = 10;
const maximumCauses = 3;

/** An error without its message: name, code, where it was thrown, and the same of its causes. */
export function describeError(error: unknown, depth = 0): ErrorDescription {
  if (!(error instanceof Error)) return { name: typeof error };
  const code = codeOf(error);
  const frames = framesOf(error);
  return {
    name: identifierOnly(error.name),
    ...(code === undefined ? {} : { code: identifierOnly(code) }),
    ...(frames.length === 0 ? {} : { frames }),
    ...(error.cause === undefined || depth >= maximumCauses ? {} : { cause: describeError(error.cause, depth + 1) }),
  };
}

function codeOf(error: Error): string | undefined {
  const { code } = error as { code?: unknown };
  return typeof code === 'string' ? code : undefined;
}

function framesOf({ stack = '', message }: Error): string[] {
  // A message of many lines could pass for frames: the text up to its end is cut off first.
  const start = message === '' ? 0 : stack.indexOf(message) + message.length;
  const frames = stack
    .slice(start)
    .split('\n')
    .map((line) => line.trim());
  return frames.filter((line) => /^at .*(?:\d+:\d+\)?|<anonymous>\)?|native\)?)$/.test(line)).slice(0, maximumFrames);
}
