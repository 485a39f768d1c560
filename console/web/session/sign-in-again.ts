import { onHandOver, openWindow, popupState, redirectUri } from './browser.ts';
import type { Issuer, SignInOutcome } from './issuer.ts';

/**
 * Signs in by a window of its own, so that the page stays as it is.
 * @returns undefined where the browser opens no window. Settles when that window comes back, which it may never do.
 */
export function signInByWindow(issuer: Issuer): Promise<SignInOutcome> | undefined {
  const opened = openWindow();
  if (opened === undefined) return undefined;
  return visit(issuer, opened);
}

async function visit(issuer: Issuer, opened: Window): Promise<SignInOutcome> {
  const { url, pending } = await issuer.begin({ redirectUri: redirectUri(), returnTo: '/', statePrefix: popupState });
  const back = Promise.withResolvers<string>();
  const stop = onHandOver((address) => {
    if (new URL(address).searchParams.get('state') === pending.state) back.resolve(address);
  });
  try {
    opened.location.replace(url);
    return await issuer.finish(await back.promise, pending);
  } finally {
    stop();
  }
}
