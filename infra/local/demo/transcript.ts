import { shortcomings, type CallReport } from './call-report.ts';
import type { Decision } from './play-call.ts';
import type { Scenario } from './scenarios.ts';

const who = 10;

/** One call told as it went, a line for each thing that happened. */
export function transcript({ title }: Scenario, report: CallReport, decisions: readonly Decision[]): string {
  const missing = shortcomings(report);
  return [
    '',
    title,
    ...report.utterances.flatMap((utterance, turn) => [
      line('Caller', quoted(utterance)),
      line('Alexa', quoted(report.speech[turn] ?? '')),
    ]),
    ...(report.sip === null
      ? []
      : [
          line('Echo', `INVITE ${report.sip.requestUri}`),
          line('', `User-to-User: ${shortened(report.sip.userToUser)}`),
        ]),
    ...decisions.map(decision),
    ...report.invocations.slice(0, 1).map(invocation),
    ...destination(report),
    line('Audio', audio(report)),
    ...report.invocations.slice(1).map(invocation),
    line('End', `${report.legsLeftConnected} legs left connected`),
    ...missing.map((what) => line('WRONG', what)),
  ].join('\n');
}

function destination({ destination: answered, contextSeenByAgent: seen }: CallReport): string[] {
  if (answered === null) return [line('Nobody', 'answered')];
  const place = { contactCenter: 'Desk', branch: 'Branch', meeting: 'Meeting' }[answered.kind];
  const answers = line(place, `${answered.id} answers at ${answered.callee}`);
  if (seen === null) return [answers];
  return [
    line(place, `screen: ${seen.callerName ?? 'name unknown'} · account ${hidden(seen.accountId)} · “${seen.reason}”`),
    answers,
  ];
}

function decision({ ruleId, tableVersion, passedOver }: Decision): string {
  const because =
    passedOver === undefined
      ? ''
      : `; passed over: ${passedOver
          .split('/')
          .map((lost) => lost.replace(':', ', '))
          .join('; ')}`;
  return line('Table', `version ${tableVersion}, rule ${ruleId}${because}`);
}

function invocation({
  InvocationEventType: type,
  Sequence: sequence,
  actions,
  milliseconds,
}: CallReport['invocations'][number]): string {
  return line('Lambda', `${sequence} ${type} → ${actions.join(', ') || 'nothing to do'}  (${milliseconds} ms)`);
}

function audio({
  audio: { callerHeardCallee, calleeHeardCaller, packetsLost },
  millisecondsToAnswer,
}: CallReport): string {
  const heard = [
    callerHeardCallee ? 'caller hears the other side' : 'caller hears nothing',
    calleeHeardCaller ? 'the other side hears the caller' : 'the other side hears nothing',
  ];
  return `${heard.join(', ')}; ${packetsLost} packets lost; answered after ${millisecondsToAnswer ?? '–'} ms`;
}

function line(speaker: string, text: string): string {
  return `  ${speaker.padEnd(who)}${text}`;
}

function quoted(text: string): string {
  return text === '' ? '(says nothing)' : `“${text}”`;
}

function shortened(userToUser: string): string {
  return userToUser.length > 48 ? `${userToUser.slice(0, 32)}…${userToUser.slice(-14)}` : userToUser;
}

/** As an agent's screen shows it: all but the last two digits hidden. */
function hidden(accountId: string | undefined): string {
  return accountId === undefined ? 'unknown' : `${'•'.repeat(Math.max(0, accountId.length - 2))}${accountId.slice(-2)}`;
}
