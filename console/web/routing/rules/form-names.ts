// What is typed and not valid yet is kept by these names.

export const defaultFormName = 'default';

export const settingsFormName = 'settings';

export function ruleFormName(id: string): string {
  return `rule ${id}`;
}
