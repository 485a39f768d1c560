import type { TableFile } from '../../workbench/draft-desk.ts';

const usualPatienceSeconds = 180;

/** "who is called sees +12065550199; callers wait 180 s at most": what holds for all rules, as one reads it aloud. */
export function settingsWords({ callerId, dialling, patience = usualPatienceSeconds, locale }: TableFile): string {
  const denied = dialling.deny ?? [];
  return [
    `who is called sees ${callerId}`,
    `callers wait ${patience} s at most`,
    `numbers that begin with ${dialling.allow.join(' or ')} may be dialled`,
    ...(denied.length === 0 ? [] : [`those with ${denied.join(' or ')} never`]),
    ...(locale === undefined ? [] : [`texts are in ${locale}`]),
  ].join('; ');
}
