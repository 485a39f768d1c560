import * as z from 'zod';
import { pathText, problemLine } from '../config/problem.ts';
import { botSchema, type BotDefinition } from '../service/bots/bot-schema.ts';

/** Reads what a configuration says of bots, which its own schema leaves to those who run them. */
export function readBots(bots: readonly unknown[]): {
  readonly bots: readonly BotDefinition[];
  /** A line each. */
  readonly problems: readonly string[];
} {
  const read = z.array(botSchema).safeParse(bots);
  if (read.success) return { bots: read.data, problems: [] };
  return {
    bots: [],
    problems: read.error.issues.map(({ path, message }) => problemLine({ path: pathText(['Bots', ...path]), message })),
  };
}
