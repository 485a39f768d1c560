import * as z from 'zod';
import { noContent, refused } from '../api-error.ts';
import { disassociate } from '../phone-numbers.ts';
import { id } from '../requests.ts';
import { noSuchRule } from '../sip-rules.ts';
import { operation } from './operation.ts';

/** Only when it is disabled (API reference, CreateSipRule). Its number is free again. */
export const deleteSipRule = operation(
  'DELETE /sip-rules/{SipRuleId}',
  z.object({ SipRuleId: id }),
  ({ SipRuleId }, { registry }) => {
    const rule = registry.sipRules.get(SipRuleId);
    if (rule === undefined) return noSuchRule();
    if (!rule.Disabled)
      return refused('ConflictException', 'The SIP rule is enabled: disable it with UpdateSipRule before deleting it.');
    for (const number of registry.numbersOf('SipRuleId', SipRuleId)) disassociate(registry, number);
    registry.sipRules.delete(SipRuleId);
    return noContent;
  },
);
