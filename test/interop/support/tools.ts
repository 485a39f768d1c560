import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Programs of others that these tests talk to, and the Debian packages that have them. */
const packages = { sipp: 'sip-tester', baresip: 'baresip' } as const;
/** `raw sockets`: sipp sends RTP of its own making through them, which on most systems only root may. */
export type Tool = keyof typeof packages | 'raw sockets';

/**
 * `describe` for tests that need programs which npm does not bring. Where one is missing the tests are skipped, and their
 * title says what to install; with CI=true they fail, so that nobody takes a skipped test for a passed one.
 */
export function describeWith(tools: readonly Tool[], title: string, tests: () => void): void {
  const missing = tools.filter((tool) => !isInstalled(tool));
  if (missing.length === 0) {
    describe(title, tests);
    return;
  }
  const advice = `needs ${missing.join(' and ')}: ${missing.map(adviceFor).join(', ')}`;
  if (process.env['CI'] === 'true') {
    it(`${title} (${advice})`, () => {
      throw new Error(advice);
    });
    return;
  }
  // A title alone is seen in verbose reports only.
  process.stderr.write(`Skipped: "${title}" ${advice}\n`);
  describe.skip(`${title} (${advice})`, tests);
}

function adviceFor(tool: Tool): string {
  return tool === 'raw sockets' ? 'run as root' : `apt-get install --no-install-recommends ${packages[tool]}`;
}

function isInstalled(tool: Tool): boolean {
  if (tool === 'raw sockets') return process.getuid?.() === 0;
  return (process.env['PATH'] ?? '').split(delimiter).some((folder) => isExecutable(join(folder, tool)));
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
