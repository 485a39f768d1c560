import { lazy, type ComponentType } from 'react';
import type { DefaultFormProps } from './default-form.tsx';
import type { RuleFormProps } from './rule-form.tsx';
import type { SettingsFormProps } from './settings-form.tsx';

// Reading the rules needs no forms: they come when one is opened, or the page has stood for a moment.

interface Loaded<Props> {
  readonly default: ComponentType<Props>;
}

async function loadRuleForm(): Promise<Loaded<RuleFormProps>> {
  const { RuleForm: form } = await import('./rule-form.tsx');
  return { default: form };
}

async function loadDefaultForm(): Promise<Loaded<DefaultFormProps>> {
  const { DefaultForm: form } = await import('./default-form.tsx');
  return { default: form };
}

async function loadSettingsForm(): Promise<Loaded<SettingsFormProps>> {
  const { SettingsForm: form } = await import('./settings-form.tsx');
  return { default: form };
}

export const RuleForm = lazy(loadRuleForm);
export const DefaultForm = lazy(loadDefaultForm);
export const SettingsForm = lazy(loadSettingsForm);

/** All of them, to be loaded before one is opened. */
export const formLoads = [loadRuleForm, loadDefaultForm, loadSettingsForm] as const;
