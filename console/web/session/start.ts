import {
  callbackPath,
  goToSignIn,
  handOver,
  isFramed,
  keepGrant,
  keptGrant,
  popupState,
  takePending,
  takeSignedOut,
} from './browser.ts';
import type { Grant } from './grant.ts';
import type { Issuer } from './issuer.ts';
import { safeReturnTo } from './return-to.ts';

/** How a visit begins. */
export type Start =
  | { readonly kind: 'signedIn'; readonly grant: Grant }
  /** The browser leaves for the issuer's pages. */
  | { readonly kind: 'leaving' }
  /** This window was there to sign in, and closes. */
  | { readonly kind: 'handedOver' }
  /** Nobody is signed in, and the person says when to. */
  | { readonly kind: 'signedOut'; readonly has: 'signedOut' | 'framed' }
  | { readonly kind: 'refused'; readonly because: string }
  | { readonly kind: 'unreachable' };

/** Finishes a sign-in, takes up the one of this tab, or begins one. */
export async function start(issuer: Issuer): Promise<Start> {
  if (location.pathname === callbackPath) {
    const finished = await finish(issuer);
    if (finished !== undefined) return finished;
  }
  const grant = keptGrant();
  if (grant !== undefined) return { kind: 'signedIn', grant };
  if (isFramed()) return { kind: 'signedOut', has: 'framed' };
  if (takeSignedOut()) return { kind: 'signedOut', has: 'signedOut' };
  await goToSignIn(issuer);
  return { kind: 'leaving' };
}

/** @returns undefined where no sign-in was under way: an old address, loaded again. */
async function finish(issuer: Issuer): Promise<Start | undefined> {
  const address = location.href;
  if (new URL(address).searchParams.get('state')?.startsWith(popupState) === true) {
    handOver(address);
    return { kind: 'handedOver' };
  }
  const pending = takePending();
  // The code leaves the address before anything else reads it.
  history.replaceState(null, '', safeReturnTo(pending?.returnTo));
  if (pending === undefined) return undefined;
  const outcome = await issuer.finish(address, pending);
  switch (outcome.kind) {
    case 'signedIn':
      keepGrant(outcome.grant);
      return outcome;
    case 'refused':
      return outcome;
    case 'unreachable':
      return { kind: 'unreachable' };
  }
}
