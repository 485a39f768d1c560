import { Problem } from './problem.ts';

/** A problem for people. */
export interface ProblemWords {
  /** What happened. */
  readonly title: string;
  /** What to do. */
  readonly forward: string;
  /** What the API says beside, where it knows more than the code does. */
  readonly detail?: string;
}

/** What happened, and the way forward: of whatever a request, or a component, failed with. */
export function wordsOf(problem: unknown): ProblemWords {
  if (isNotLoaded(problem))
    return {
      title: 'A part of the console could not be loaded',
      forward: 'Check your connection, then try again. Drafts are kept.',
    };
  if (!(problem instanceof Problem)) {
    return {
      title: 'Something went wrong in this page',
      forward: 'Load the page again. Drafts are kept. If it happens again, tell whoever runs the console.',
      ...(problem instanceof Error && problem.message !== '' ? { detail: problem.message } : {}),
    };
  }
  const [title, forward] = wordsOfCode(problem.code);
  return { title, forward, ...(saysMore(problem) ? { detail: problem.message } : {}) };
}

/** Of a file of the console itself, in the words of Chromium, Firefox and Safari, and of the bundler. */
function isNotLoaded(problem: unknown): boolean {
  return (
    problem instanceof Error &&
    /dynamically imported module|importing a module script failed|preload CSS/i.test(problem.message)
  );
}

/** Whether the API's own message names what the code alone does not. */
function saysMore({ code, message }: Problem): boolean {
  if (message === '') return false;
  return (
    code === 'invalid-request' ||
    code === 'invalid-call-command' ||
    code === 'invalid-calls-query' ||
    code === 'table-refused' ||
    code === 'table-too-large' ||
    code === 'local-cloud-refused' ||
    code === 'service-failed' ||
    code === 'unexpected'
  );
}

function wordsOfCode(code: Problem['code']): readonly [title: string, forward: string] {
  switch (code) {
    case 'offline':
      return [
        'The console cannot be reached',
        'Check your connection. What you typed is kept, and sent once it is back.',
      ];
    case 'signedOut':
      return ['Your sign-in has ended', 'Sign in again. What you typed is kept.'];
    case 'throttled':
      return ['Too many requests at once', 'Wait some seconds, then try again.'];
    case 'service-failed':
      return [
        'The service failed to answer',
        'Try again in a moment. What you typed is kept. If it goes on, tell whoever runs the console.',
      ];
    case 'unexpected':
      return [
        'The console got an answer that it does not understand',
        'Load the page again: it may be older than the service. If it happens again, tell whoever runs the console.',
      ];
    case 'scope-missing':
      return ['You may not do this', 'Ask an administrator for the group that may. After that, sign out and in again.'];
    case 'store-unavailable':
      return ['The data cannot be reached right now', 'Nothing was changed. Try again in a moment.'];
    case 'records-unavailable':
      return ['The records of calls cannot be reached right now', 'Try again in a moment. Calls go on meanwhile.'];
    case 'commands-throttled':
      return ['Too many commands for calls at once', 'Wait some seconds, then give the command again.'];
    case 'commands-unavailable':
      return ['The call could not be told', 'Look how it goes on, then give the command again.'];
    case 'meetings-unavailable':
      return ['Meetings cannot be reached right now', 'The caller still waits there. Try to join again in a moment.'];
    case 'meeting-not-found':
      return ['The meeting is over', 'Look at the call: the caller has hung up, or was connected to somebody else.'];
    case 'route-not-found':
      return ['The service does not know this request', 'Load the page again: it may be newer than the service.'];
    case 'invalid-call-context-id':
      return ['This is no id of a call context', 'Copy the whole id, or follow the link from your telephone again.'];
    case 'call-context-not-found':
      return [
        'There is no such call context any more',
        'Contexts are kept for a limited time after the call. Ask the caller, or find the call under Calls.',
      ];
    case 'invalid-transaction-id':
      return ['This is no id of a call', 'Copy the whole id, or find the call by its time under Calls.'];
    case 'call-not-found':
      return ['There is no such call', 'It may be older than records are kept. Find calls by their time under Calls.'];
    case 'call-ended':
      return ['The call has ended', 'Nothing can be done to it any more. What happened to it is under Calls.'];
    case 'invalid-call-command':
      return ['The call cannot be told this', 'Change what is named, and give the command again.'];
    case 'invalid-calls-query':
      return ['Calls cannot be found by this', 'Change what is named, and search again.'];
    case 'invalid-request':
      return ['The service does not accept this', 'Change what is named, and try again.'];
    case 'table-not-found':
      return ['There is no such routing table', 'Choose one from the list under Routing, or start a new one.'];
    case 'version-not-found':
      return ['There is no such version', 'Choose one from the history of the table.'];
    case 'draft-not-found':
      return ['There is no draft any more', 'Somebody has published or discarded it. Load the table again.'];
    case 'draft-changed':
      return [
        'Somebody else has changed the draft',
        'Nothing was overwritten. Look at their changes, then choose theirs or yours.',
      ];
    case 'version-changed':
      return [
        'Somebody else has published meanwhile',
        'Nothing was overwritten. Review the draft against the new version, then publish again.',
      ];
    case 'table-refused':
      return ['The table has errors', 'Nothing was published. Correct what is named at the rules, then publish again.'];
    case 'table-too-large':
      return ['The table is too large', 'Remove what is not used any more, or split the table, then save again.'];
    case 'precondition-required':
      return ['The request did not say which draft it changes', 'Load the table again. What you typed is kept.'];
    case 'local-cloud-refused':
      return ['The local cloud does not do this', 'Change what is named, and try again.'];
  }
}
