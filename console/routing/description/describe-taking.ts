import type { Rule } from '../../../shared/domain/routing/table.ts';
import { describeAttempts } from './describe-attempts.ts';
import { describeService } from './describe-service.ts';

/** What a rule, or the default, does with callers: "contact centre support (30 s); a survey follows". */
export function describeTaking({ attempts, service }: Pick<Rule, 'attempts' | 'service'>): string {
  const tried = describeAttempts(attempts);
  return service === undefined ? tried : `${tried}; ${describeService(service)}`;
}
