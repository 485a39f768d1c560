import { existsSync } from 'node:fs';

/**
 * How Debian's chromium is started: plain JavaScript, for jest's set-up reads it, too.
 * @returns {{ executablePath: string, args: string[] }}
 */
export function chromiumOptions() {
  const executablePath = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';
  if (!existsSync(executablePath)) {
    throw new Error(`no browser at ${executablePath}: install Debian's chromium, or name one in CHROMIUM_PATH`);
  }
  // Chromium's sandbox does not start as root.
  const isRoot = process.getuid?.() === 0;
  return { executablePath, args: isRoot ? ['--no-sandbox'] : [] };
}
