import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { chromium } from 'playwright-core';
import buildFunctions from '../set-up.mjs';
import { chromiumOptions } from '../support/browser/chromium-options.mjs';

const webBuilder = fileURLToPath(new URL('../../infra/web.ts', import.meta.url));

/** Builds the functions and the web application, and starts a browser for each worker of jest. `CONSOLE_DIRECTORY`: it is built there already. */
// oxlint-disable-next-line import/no-default-export -- jest asks for one
export default async function setUp({ maxWorkers }) {
  await Promise.all([
    buildFunctions(),
    process.env.CONSOLE_DIRECTORY === undefined
      ? promisify(execFile)(process.execPath, [webBuilder], { timeout: 120_000 })
      : undefined,
  ]);
  const browsers = await Promise.all(
    Array.from({ length: maxWorkers }, () => chromium.launchServer(chromiumOptions())),
  );
  process.env.BROWSER_ENDPOINTS = browsers.map((browser) => browser.wsEndpoint()).join(' ');
  // Of the same process: test/browser/tear-down.mjs.
  globalThis.browsersOfStories = browsers;
}
