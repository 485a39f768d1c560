import { parseArgs, type ParseArgsConfig } from 'node:util';

type Options = NonNullable<ParseArgsConfig['options']>;
type Values<Known extends Options> = ReturnType<typeof parseArgs<{ options: Known }>>['values'];

/** The options of a command line that takes nothing else; a text is what is wrong with it, in Node's words. */
export function parseOptions<const Known extends Options>(
  options: Known,
  words: readonly string[],
): Values<Known> | string {
  try {
    return parseArgs({ args: [...words], options, strict: true, allowPositionals: false }).values;
  } catch (error) {
    // The rest of Node's text is advice on how to write what is no option.
    const { message } = error as Error;
    return message.split(/\.(?: |$)/u)[0] ?? message;
  }
}
