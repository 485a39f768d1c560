import type { Happening } from './happening.ts';

export const prompt = 'you> ';

/**
 * How a happening reads. Nothing that differs from run to run is in there – no times, no ports, no ids – so that two runs of one
 * script can be compared.
 */
export function transcriptLines(happening: Happening): readonly string[] {
  switch (happening.type) {
    case 'you':
      return [`${prompt}${happening.words}`.trimEnd()];
    case 'alexa':
      return [
        `Alexa: ${happening.speech === '' ? '(says nothing)' : happening.speech}`,
        ...(happening.listening ? [] : [aside('She listens no longer')]),
      ];
    case 'meanwhile':
      return [`Alexa: ${happening.speech}`];
    case 'card':
      return card(happening);
    case 'consent':
      return happening.scopes.map((scope) => detail('Consent', scope));
    case 'sessionEnded':
      return [detail('Session', `ended by Alexa: ${happening.reason}${explained(happening.error)}`)];
    case 'callPlaced':
      return [detail('Echo', `calls ${happening.to}`)];
    case 'phoneRings':
      return [detail('Phone', 'yours rings: “answer”, “decline”, or a key, which answers and presses it')];
    case 'bankSays':
      return [detail('Call', `“${happening.words}”${happening.asks ? ' (keys are waited for)' : ''}`)];
    case 'routed':
      return [detail('Table', `version ${happening.tableVersion}, rule ${happening.rule}${passedOver(happening)}`)];
    case 'answered':
      return answered(happening);
    case 'heard':
      return [detail('Audio', heard(happening))];
    case 'pressed':
      return [detail('Keys', `${happening.keys} pressed`)];
    case 'callOver':
      return [detail('End', callOver(happening))];
    case 'told':
      return happening.lines.map((line) => `  ${line}`.trimEnd());
    case 'notDone':
      return [aside(happening.because)];
    default:
      return happening satisfies never;
  }
}

type Of<Type extends Happening['type']> = Extract<Happening, { type: Type }>;

const places = { contactCenter: 'Desk', branch: 'Branch', meeting: 'Meeting' } as const;

function card({ kind, title, text }: Of<'card'>): string[] {
  const shown = [title, text].filter((part) => part !== undefined && part !== '').join(' – ');
  // A card may have many lines; a transcript gives it one.
  return [detail('Card', (shown === '' ? kind : shown).replaceAll(/\s+/g, ' '))];
}

function answered({ kind, id, number, screen }: Of<'answered'>): string[] {
  const place = places[kind];
  const answers = detail(place, `${id} answers${number === undefined ? '' : ` at ${number}`}`);
  if (screen === undefined) return [answers];
  const { callerName = 'name unknown', accountId, reason } = screen;
  return [detail(place, `screen: ${callerName} · account ${hidden(accountId)} · “${reason}”`), answers];
}

function heard({ youHearThem, theyHearYou }: Of<'heard'>): string {
  return `${youHearThem ? 'you hear them' : 'you hear nothing'}, ${theyHearYou ? 'they hear you' : 'they hear nothing'}`;
}

function callOver({ endedBy, because, legsLeft }: Of<'callOver'>): string {
  const who = { you: 'you hung up', them: 'the other side hung up', nobody: 'nobody was reached' }[endedBy];
  const left = legsLeft === 0 ? 'no leg is left' : `LEGS LEFT: ${legsLeft}`;
  return `${who}${explained(because)}; ${left}`;
}

function passedOver({ passedOver: lost }: Of<'routed'>): string {
  return lost === undefined ? '' : `; passed over: ${lost.replaceAll(':', ', ').replaceAll('/', '; ')}`;
}

function explained(why: string | undefined): string {
  return why === undefined ? '' : ` (${why})`;
}

function detail(what: string, text: string): string {
  return `  ${what.padEnd(8)} ${text}`;
}

function aside(text: string): string {
  return `  (${text}.)`;
}

/** As an agent's screen shows it: all but the last two digits hidden. */
function hidden(accountId: string | undefined): string {
  return accountId === undefined ? 'unknown' : `${'•'.repeat(Math.max(0, accountId.length - 2))}${accountId.slice(-2)}`;
}
