import type { AccountKind } from '../conversation/conversation-state.ts';
import { ownWords, plainText } from './plain-text.ts';
import { spokenEnding } from './spoken-numbers.ts';
import { ssml, type Ssml } from './ssml.ts';
import type { AnnouncedCall } from './words.ts';

/** How a language puts what a call is about. Each piece brings the blank or the comma that sets it apart from what it follows. */
export interface SubjectPhrases {
  /** "your savings account", or "your account" */
  readonly accounts: Readonly<Record<AccountKind | 'anyKind', string>>;
  /** "your savings account ending in 7 8" */
  readonly ending: (account: string, digits: Ssml) => Ssml;
  /** ", for your savings account" */
  readonly forAccount: (account: Ssml) => Ssml;
  /** " about a lost or stolen card" */
  readonly about: (name: string) => Ssml;
}

/**
 * What follows whom is called: the reason by its name, else in the caller's own words, which `telling` leads in
 * (", and telling them that it is about: the blue envelope"), else the account alone, else nothing.
 */
export function subjectOf(call: AnnouncedCall, phrases: SubjectPhrases, telling: (words: string) => Ssml): Ssml {
  const account = accountOf(call, phrases);
  const forAccount = account === undefined ? ssml`` : phrases.forAccount(account);
  const { name, words } = spokenReason(call);
  if (name !== '') return ssml`${phrases.about(name)}${forAccount}`;
  return words === '' ? forAccount : ssml`${forAccount}${telling(words)}`;
}

/** The reason as a card shows it: its name, else the caller's own words, else nothing. */
export function writtenReason(call: AnnouncedCall): string | undefined {
  const { name, words } = spokenReason(call);
  return name || words || undefined;
}

function spokenReason({ reason }: AnnouncedCall): { readonly name: string; readonly words: string } {
  return { name: plainText(reason.name ?? '').trim(), words: ownWords(reason.words) };
}

function accountOf(
  { accountEnding, accountKind }: AnnouncedCall,
  { accounts, ending }: SubjectPhrases,
): Ssml | undefined {
  const digits = spokenEnding(accountEnding);
  if (digits !== undefined) return ending(accounts[accountKind ?? 'anyKind'], digits);
  return accountKind === undefined ? undefined : ssml`${accounts[accountKind]}`;
}
