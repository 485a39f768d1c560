import type { LookUpAnswerBody } from '../../../shared/contracts/look-up.ts';
import { e164Schema } from '../../../shared/contracts/call-context.ts';
import type { TableFacts } from '../workbench/bench/table-facts.ts';

export const nobody = 'nobody';
const mostToChooseFrom = 500;

/** Whom a service may name, to choose from; a telephone number can be typed instead. */
export function answersToChooseFrom({
  contactCenters,
  branches,
}: TableFacts): { readonly id: string; readonly name: string }[] {
  return [
    { id: nobody, name: 'nobody' },
    ...contactCenters.map((id) => ({ id: `contactCenter:${id}`, name: `contact centre ${id}` })),
    ...branches.slice(0, mostToChooseFrom).map(({ id, name }) => ({ id: `branch:${id}`, name: `branch ${name}` })),
  ];
}

/** What was chosen or typed, as a service answers it; `undefined` for what is neither. */
export function lookUpAnswer(chosen: string): LookUpAnswerBody | undefined {
  if (chosen === nobody || chosen === '') return { destination: null };
  const [kind, ...rest] = chosen.split(':');
  const id = rest.join(':');
  if (kind === 'contactCenter' && id !== '') return { destination: { contactCenter: id } };
  if (kind === 'branch' && id !== '') return { destination: { branch: id } };
  const number = e164Schema.safeParse(chosen.replaceAll(/[\s().-]/g, ''));
  return number.success ? { destination: { phone: number.data } } : undefined;
}
