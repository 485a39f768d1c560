import { localShelf, sessionShelf, typedKeys, type Shelf } from '../data/shelf.ts';
import { themeKey } from '../shell/theme.ts';
import { grantSchema, type Grant } from './grant.ts';
import { readPending, type Issuer, type PendingSignIn } from './issuer.ts';

// Tokens are this tab's, and gone with it.
const grantKey = 'console.grant';
const pendingKey = 'console.sign-in';
const signedOutKey = 'console.signed-out';
/** Whose the rest is that is kept, in this tab or in this browser. */
const personKey = 'console.person';

export const callbackPath = '/signed-in';
/** What a state begins with whose answer comes back in a window of its own. */
export const popupState = 'popup.';
const channelName = 'console.sign-in';

/** On this origin only: what the issuer sends people back to. */
export function redirectUri(): string {
  return `${location.origin}${callbackPath}`;
}

export function keepGrant(grant: Grant | undefined): void {
  if (grant === undefined) return sessionShelf.removeItem(grantKey);
  clearForOther(sessionShelf, [], grant.userId);
  clearForOther(localShelf, [themeKey], grant.userId);
  sessionShelf.setItem(grantKey, JSON.stringify(grant));
}

/** Whoever was here before may not have signed out: what they have left is not for others. */
function clearForOther(shelf: Shelf, kept: readonly string[], person: string): void {
  const before = shelf.getItem(personKey);
  if (before !== null && before !== person) shelf.clearBut(kept);
  shelf.setItem(personKey, person);
}

export function keptGrant(): Grant | undefined {
  try {
    return grantSchema.parse(JSON.parse(sessionShelf.getItem(grantKey) ?? ''));
  } catch {
    return undefined;
  }
}

/** The pending sign-in, once: a code is good for one exchange. */
export function takePending(): PendingSignIn | undefined {
  const pending = readPending(sessionShelf.getItem(pendingKey));
  sessionShelf.removeItem(pendingKey);
  return pending;
}

/** Leaves for the issuer's pages, to come back to the page that is shown now. */
export async function goToSignIn(issuer: Issuer, returnTo = herePath()): Promise<void> {
  const { url, pending } = await issuer.begin({ redirectUri: redirectUri(), returnTo });
  sessionShelf.setItem(pendingKey, JSON.stringify(pending));
  location.assign(url);
}

/** Leaves, so that the issuer forgets who was signed in. */
export function goToSignOut(issuer: Issuer): void {
  forgetPerson();
  location.assign(issuer.signOutAddress(`${location.origin}/`));
}

/** Leaves for the page that says so: the person has signed out in another tab. */
export function goSignedOut(): void {
  forgetPerson();
  location.replace('/');
}

/** What they have kept here goes with them, and the page, until it is gone, keeps nothing more. */
function forgetPerson(): void {
  sessionShelf.clearBut([]);
  localShelf.clearBut([themeKey]);
  sessionShelf.setItem(signedOutKey, 'yes');
  sessionShelf.close();
  localShelf.close();
}

/** Whether something is typed in this tab that only the tab has. */
export function hasForms(): boolean {
  return sessionShelf.keys().some((key) => Object.values(typedKeys).some((prefix) => key.startsWith(prefix)));
}

/** A page that a browser keeps to show it again at once is not shown to whoever comes after its person. @returns what stops it. */
export function leaveIfShownToOther(person: string): () => void {
  const look = ({ persisted }: PageTransitionEvent): void => {
    if (persisted && keptGrant()?.userId !== person) location.reload();
  };
  addEventListener('pageshow', look);
  return () => removeEventListener('pageshow', look);
}

/** Whether somebody has just signed out here: they are not sent to sign in again at once. */
export function takeSignedOut(): boolean {
  const isSignedOut = sessionShelf.getItem(signedOutKey) !== null;
  sessionShelf.removeItem(signedOutKey);
  return isSignedOut;
}

function herePath(): string {
  const { pathname, search, hash } = location;
  return pathname === callbackPath ? '/' : `${pathname}${search}${hash}`;
}

/** In somebody else's page, where the issuer's pages are not shown. */
export function isFramed(): boolean {
  return window.self !== window.top;
}

/** In the window that came up to sign in: tells the page that waits for it, by both ways, since an issuer may cut the first. */
export function handOver(address: string): void {
  (window.opener as Window | null)?.postMessage({ signedIn: address }, location.origin);
  const channel = new BroadcastChannel(channelName);
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel has none: it is this origin's
  channel.postMessage({ signedIn: address });
  channel.close();
  window.close();
}

/** Tells the address with which a window for signing in came back. @returns what stops it. */
export function onHandOver(take: (address: string) => void): () => void {
  const channel = new BroadcastChannel(channelName);
  const listen = ({ origin, data }: MessageEvent<unknown>): void => {
    if (origin !== location.origin || typeof data !== 'object' || data === null) return;
    if ('signedIn' in data && typeof data.signedIn === 'string') take(data.signedIn);
  };
  channel.addEventListener('message', listen);
  window.addEventListener('message', listen);
  return () => {
    channel.close();
    window.removeEventListener('message', listen);
  };
}

/** To be called while a button is pressed: else browsers open nothing. @returns undefined where they do not. */
export function openWindow(): Window | undefined {
  return window.open('', 'console-sign-in', 'popup,width=520,height=720') ?? undefined;
}
