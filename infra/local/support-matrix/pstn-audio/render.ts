import { pstnAudioJsonSchema } from '../../pstn-audio/config/json-schema.ts';
import { footnotes, renderTable } from '../support.ts';
import { actions } from './actions.ts';
import { events } from './events.ts';
import { limits } from './limits.ts';
import { network } from './network.ts';
import { operations } from './operations.ts';

/** The support matrix of PSTN Audio in Markdown. */
export function renderPstnAudio(): string {
  const notes: string[] = [];
  return [
    '“Seen” rests on logs of real calls, or on public functions that work on AWS; “docs only” on AWS’s pages, which nobody was seen to confirm.',
    renderTable('Action', actions, notes),
    renderTable('Invocation event', events, notes),
    renderTable('Limit', limits, notes),
    renderTable('Network and objects', network, notes),
    operationsInBrief(notes),
    readings(),
    notes.map((note, index) => `${index + 1}. ${note}`).join('\n'),
  ].join('\n\n');
}

/** One paragraph for each mark: a hundred rows would tell less. */
function operationsInBrief(notes: string[]): string {
  const withMark = (mark: string): string =>
    Object.entries(operations)
      .filter(([, { support }]) => support === mark)
      .map(([name, { note }]) => `${name}${footnotes(note, notes)}`)
      .join(', ');
  return [
    'Operations of the Chime SDK Voice API, each with the real client; all docs only but UpdateSipMediaApplicationCall:',
    ...['✅', '🕒', '❌'].map((mark) => `- ${mark} ${withMark(mark)}`),
  ].join('\n');
}

/** Where AWS's pages contradict each other or say nothing: the switches, each with the reading that is taken. */
function readings(): string {
  const rows = behaviorProperties().map(
    ([name, { description, default: taken }]) =>
      `| \`${name}\` | ${taken === undefined ? 'none' : `\`${String(taken)}\``} | ${description.replaceAll('\n', ' ')} |`,
  );
  return [
    'Where AWS’s pages contradict each other, or no page says, a switch of the configuration (`Behavior`) takes either reading:',
    '',
    '| Switch | taken | readings |',
    '|---|---|---|',
    ...rows,
  ].join('\n');
}

interface Property {
  readonly description: string;
  readonly default?: string | number | boolean;
}

function behaviorProperties(): [string, Property][] {
  const schema = pstnAudioJsonSchema() as {
    readonly properties: { readonly Behavior: { readonly properties: Readonly<Record<string, Property>> } };
  };
  return Object.entries(schema.properties.Behavior.properties);
}
