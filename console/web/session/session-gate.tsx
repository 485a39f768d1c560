import { useCallback, useEffect, useMemo, useRef, useState, type ReactElement, type ReactNode } from 'react';
import type { ConsoleConfig } from '../../../shared/contracts/console-config.ts';
import { scopesOfGroups } from '../../../shared/contracts/console-scopes.ts';
import { Waiting } from '../ui/waiting.tsx';
import { goSignedOut, goToSignOut, hasForms, keepGrant, leaveIfShownToOther } from './browser.ts';
import type { Grant } from './grant.ts';
import { Issuer } from './issuer.ts';
import { hearOtherTabs, tellSignedOut } from './other-tabs.ts';
import { SessionAsks } from './session-asks.tsx';
import { SessionContext, type Session } from './session.ts';
import { SignInPage } from './sign-in-page.tsx';
import { start, type Start } from './start.ts';
import { TokenKeeper } from './token-keeper.ts';
import { endWork, useSignOut } from './use-sign-out.ts';

export interface SessionGateProps {
  readonly config: ConsoleConfig;
  readonly children: ReactNode;
  /** Somebody signed in again, after requests had failed for want of it. */
  readonly onSignedInAgain: () => void;
}

// Once a page load, however often React asks: a code is good for one exchange.
let started: Promise<Start> | undefined;

/** Shows what is behind it to whoever is signed in; others are led to sign in, and back to the page that they wanted. */
export function SessionGate({ config, children, onSignedInAgain }: SessionGateProps): ReactElement {
  const [begun, setBegun] = useState<Start>();
  const issuer = useMemo(
    () =>
      new Issuer(config.signIn, {
        fetch: (address, request) => fetch(address, request),
        now: () => Date.now(),
        timeout: (ms) => AbortSignal.timeout(ms),
      }),
    [config],
  );
  useEffect(() => {
    started ??= start(issuer);
    started.then(setBegun, () => setBegun({ kind: 'unreachable' }));
  }, [issuer]);

  if (begun === undefined || begun.kind === 'leaving') return <Waiting words="Signing in" />;
  if (begun.kind === 'signedIn') {
    return (
      <SignedIn config={config} issuer={issuer} first={begun.grant} onSignedInAgain={onSignedInAgain}>
        {children}
      </SignedIn>
    );
  }
  return (
    <SignInPage
      issuer={issuer}
      because={begun}
      onSignedIn={(grant) => {
        keepGrant(grant);
        setBegun({ kind: 'signedIn', grant });
      }}
    />
  );
}

interface SignedInProps extends SessionGateProps {
  readonly issuer: Issuer;
  readonly first: Grant;
}

function SignedIn({ config, issuer, first, onSignedInAgain, children }: SignedInProps): ReactElement {
  const [grant, setGrant] = useState(first);
  const [hasEnded, setHasEnded] = useState(false);
  /** They signed out in another tab. */
  const [isOver, setIsOver] = useState(false);
  const keeper = useMemo(
    () =>
      new TokenKeeper({
        grant: first,
        renew: (old) => issuer.renew(old),
        now: () => Date.now(),
        onChange: (next) => {
          keepGrant(next);
          if (next !== undefined) setGrant(next);
          setHasEnded(next === undefined);
        },
        onUnwanted: (unwanted) => void issuer.revoke(unwanted),
      }),
    [first, issuer],
  );
  // The same function over renewals: the API is built once.
  const token = useCallback((refused?: string) => keeper.token(refused), [keeper]);
  const revoke = useCallback(() => void issuer.revoke(keeper.signOut() ?? first), [first, issuer, keeper]);
  const signOut = useSignOut(grant.userId, () => {
    revoke();
    tellSignedOut(grant.userId);
    goToSignOut(issuer);
  });
  const beginSignOut = useRef(signOut.begin);
  beginSignOut.current = signOut.begin;
  const session = useMemo<Session>(() => {
    const scopes = scopesOfGroups(grant.groups);
    return {
      config,
      name: grant.name,
      userId: grant.userId,
      groups: grant.groups,
      can: (scope) => scopes.includes(scope),
      token,
      signOut: () => beginSignOut.current(),
    };
  }, [config, grant, token]);

  useEffect(
    () =>
      hearOtherTabs({
        hasForms: (userId) => userId === grant.userId && hasForms(),
        signedOut: (userId) => {
          if (userId !== grant.userId) return;
          revoke();
          setIsOver(true);
          void endWork(userId).finally(goSignedOut);
        },
      }),
    [grant.userId, revoke],
  );
  useEffect(() => leaveIfShownToOther(grant.userId), [grant.userId]);

  function signedInAgain(next: Grant): void {
    if (next.userId !== grant.userId) {
      // Somebody else sits here now: nothing of the person before stays on the page.
      keepGrant(next);
      location.reload();
      return;
    }
    keeper.replace(next);
    onSignedInAgain();
  }

  if (isOver || signOut.state?.kind === 'leaving') return <Waiting words="Signing out" />;
  return (
    <SessionContext value={session}>
      <SessionAsks
        ended={{ isOpen: hasEnded, issuer, name: grant.name, onSignedIn: signedInAgain }}
        signOut={signOut}
      />
      {children}
    </SessionContext>
  );
}
