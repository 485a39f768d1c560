import { lateComponent } from '../../ui/late-component.ts';

// Reading the rules needs no forms: they come when one is opened, or the page has stood for a moment.

export const RuleForm = lateComponent(() => import('./rule-form.tsx').then(({ RuleForm: form }) => form));
export const DefaultForm = lateComponent(() => import('./default-form.tsx').then(({ DefaultForm: form }) => form));
export const SettingsForm = lateComponent(() => import('./settings-form.tsx').then(({ SettingsForm: form }) => form));

/** All of them, to be loaded before one is opened. */
export const formLoads = [RuleForm.load, DefaultForm.load, SettingsForm.load] as const;
