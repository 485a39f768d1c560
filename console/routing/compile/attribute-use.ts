import type { AttributeTest } from '../../../shared/domain/routing/attribute-test.ts';
import type { Rule } from '../../../shared/domain/routing/table.ts';
import type { FindingList } from '../findings.ts';

type Reading = 'text' | 'number';

/**
 * One attribute is either text, compared by how it begins, or a number, compared by size: of "12", "120" and "13" the one
 * reading puts the first two side by side, the other the first and the last, and nobody could say what a table leaves out.
 */
export function checkAttributeUse(rules: readonly Rule[], findings: FindingList): void {
  const first = new Map<string, { readonly reading: Reading; readonly rule: string }>();
  for (const [index, { id, when }] of rules.entries()) {
    for (const condition of when) {
      if (condition.kind !== 'attribute') continue;
      const reading = readingOf(condition.test);
      if (reading === undefined) continue;
      const { name } = condition;
      const earlier = first.get(name);
      if (earlier === undefined) first.set(name, { reading, rule: id });
      else if (earlier.reading !== reading)
        findings.error(
          'attribute-mixed',
          ['rules', index, 'when', 'attribute', name],
          `is compared as ${describe(reading)} here and as ${describe(earlier.reading)} by rule "${earlier.rule}": choose one of them, for this attribute in all rules`,
          { rule: id },
        );
    }
  }
}

/** Values, and whether there is one, go with either reading. */
function readingOf({ kind }: AttributeTest): Reading | undefined {
  return kind === 'prefix' ? 'text' : kind === 'range' ? 'number' : undefined;
}

function describe(reading: Reading): string {
  return reading === 'text' ? 'text (prefix)' : 'a number (from, below)';
}
