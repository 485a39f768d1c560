import { consoleConfigSchema, type ConsoleConfig } from '../../../shared/contracts/console-config.ts';

const timeoutMs = 10_000;

/** @returns what to do, in words, where it cannot be had. */
export async function loadConfig(): Promise<
  { readonly kind: 'config'; readonly config: ConsoleConfig } | { readonly kind: 'none'; readonly words: string }
> {
  try {
    const answer = await fetch('/config.json', { cache: 'no-store', signal: AbortSignal.timeout(timeoutMs) });
    if (answer.status === 404)
      return { kind: 'none', words: 'There is no /config.json beside this page: it was not deployed whole.' };
    if (!answer.ok) return { kind: 'none', words: `The service answered ${answer.status}. Try again in a moment.` };
    const config = consoleConfigSchema.safeParse(await answer.json());
    if (config.success) return { kind: 'config', config: config.data };
    const where = config.error.issues[0]?.path.join('.') ?? '';
    return { kind: 'none', words: `/config.json does not say what this page needs: look at "${where}" in it.` };
  } catch {
    return { kind: 'none', words: 'The service does not answer. Check your connection, then try again.' };
  }
}
