import type { FileBranch } from '../../../../../shared/contracts/table-file/branches.ts';
import { idSchema } from '../../../../../shared/contracts/table-file/parts.ts';
import { branchFields, withField, type BranchField } from '../branch-fields.ts';

/** A new branch while it is filled in. */
export interface BranchForm {
  readonly id: string;
  readonly name: string;
  readonly number: string;
  /** As in a cell: "47.608, -122.3351", "98402", "CA V6B 1A1". */
  readonly place: string;
  readonly services: readonly string[];
  readonly schedule: string;
  readonly capacity: number | undefined;
}

export const emptyForm: BranchForm = {
  id: '',
  name: '',
  number: '',
  place: '',
  services: [],
  schedule: '',
  capacity: undefined,
};

export type FormReading =
  | { readonly kind: 'branch'; readonly id: string; readonly branch: FileBranch }
  /** By field, in words that follow its label. */
  | { readonly kind: 'invalid'; readonly problems: Readonly<Partial<Record<keyof BranchForm, string>>> };

/** Checks all fields, so that everything wrong is told at once. `taken`: ids that there are. */
export function readForm(form: BranchForm, taken: { has(id: string): boolean }): FormReading {
  const problems: Partial<Record<keyof BranchForm, string>> = {};
  const id = idSchema.safeParse(form.id.trim());
  if (!id.success)
    problems.id = form.id.trim() === '' ? 'is missing' : (id.error.issues[0]?.message ?? 'is not understood');
  else if (taken.has(id.data)) problems.id = 'is the id of another branch: choose one of its own';

  // One field after the other on a branch with nothing wrong, so that what is wrong is that field's.
  let branch = sample;
  for (const field of branchFields) {
    const text = textOf(form, field);
    if (text === '' && field !== 'capacity') {
      problems[field] = missingWords[field];
      continue;
    }
    const read = withField(branch, field, text);
    if (read.kind === 'invalid') problems[field] = read.message;
    else if (read.kind === 'changed') ({ branch } = read);
  }
  return Object.keys(problems).length > 0 || !id.success
    ? { kind: 'invalid', problems }
    : { kind: 'branch', id: id.data, branch };
}

/** An id that a name suggests, free among those taken: "tacoma-mall", "tacoma-mall-2". */
export function suggestedId(name: string, taken: { has(id: string): boolean }): string {
  const words = name
    .normalize('NFD')
    .toLowerCase()
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^[^a-z]+|-+$/g, '')
    .slice(0, 28)
    .replace(/-+$/, '');
  if (words === '' || !taken.has(words)) return words;
  let next = 2;
  while (taken.has(`${words}-${next}`)) next += 1;
  return `${words}-${next}`.slice(0, 32);
}

const missingWords: Readonly<Record<Exclude<BranchField, 'capacity'>, string>> = {
  name: 'is missing',
  number: 'is missing: write it in E.164, "+12065550100"',
  place: 'is missing: give coordinates or a postal code',
  services: 'is missing: a branch needs one service at least',
  schedule: 'is missing: choose one',
};

/** A branch with nothing wrong, to try a field on. */
export const sample: FileBranch = {
  name: 'sample',
  number: '+12065550100',
  coordinates: [0, 0],
  services: ['sample'],
  schedule: 'always',
};

function textOf(form: BranchForm, field: BranchField): string {
  if (field === 'services') return form.services.join(' ');
  if (field === 'capacity') return form.capacity === undefined ? '' : String(form.capacity);
  return form[field].trim();
}
