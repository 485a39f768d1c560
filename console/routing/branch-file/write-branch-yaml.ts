import type { FileBranch } from '../../../shared/contracts/table-file/branches.ts';

/** YAML 1.2, as people write branches into a table. By hand, for the YAML library takes seconds for what this does at once. */
export function writeBranchYaml(branches: ReadonlyMap<string, FileBranch>): string {
  return branches.size === 0 ? '{}\n' : Array.from(branches, ([id, branch]) => branchLines(id, branch)).join('');
}

function branchLines(id: string, branch: FileBranch): string {
  const { name, number, coordinates, postalCode, country, services, schedule, capacity } = branch;
  return [
    `${plain(id)}:`,
    `name: ${quoted(name)}`,
    `number: ${quoted(number)}`,
    ...(coordinates === undefined ? [] : [`coordinates: [${coordinates.map(String).join(', ')}]`]),
    ...(postalCode === undefined ? [] : [`postalCode: ${quoted(postalCode)}`]),
    ...(country === undefined ? [] : [`country: ${quoted(country)}`]),
    `services: [${services.map(plain).join(', ')}]`,
    `schedule: ${plain(schedule)}`,
    ...(capacity === undefined ? [] : [`capacity: ${capacity}`]),
  ]
    .join('\n  ')
    .concat('\n');
}

/** What YAML, or the YAML of 2005, reads as something else than text. */
const notText = /^(?:true|false|null|yes|no|on|off|y|n)$/;

/** An id needs no quotes, but for a few words. */
function plain(id: string): string {
  return notText.test(id) ? quoted(id) : id;
}

/** Text in JSON is text in YAML 1.2 (§1.3 of its specification). */
function quoted(text: string): string {
  return JSON.stringify(text);
}
