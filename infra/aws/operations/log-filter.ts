import type { LogLine } from './alarm-definition.ts';

/** A metric filter's pattern for these lines of JSON (CloudWatch Logs user guide, Filter pattern syntax for JSON log events). */
export function logFilterPattern(lines: readonly LogLine[]): string {
  return `{ ${lines.map(ofLine).join(' || ')} }`;
}

function ofLine({ event, where = {} }: LogLine): string {
  const fields = Object.entries({ event: [event], ...where }).map(([field, values]) => anyOf(field, values));
  return fields.length === 1 ? fields.join() : `(${fields.join(' && ')})`;
}

function anyOf(field: string, values: readonly string[]): string {
  const tests = values.map((value) => `($.${field} = "${value}")`);
  return tests.length === 1 ? tests.join() : `(${tests.join(' || ')})`;
}
