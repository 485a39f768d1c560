import * as z from 'zod';
import { done } from '../api-error.ts';
import { id } from '../requests.ts';
import { noSuchRule } from '../sip-rules.ts';
import { operation } from './operation.ts';

export const getSipRule = operation(
  'GET /sip-rules/{SipRuleId}',
  z.object({ SipRuleId: id }),
  ({ SipRuleId }, { registry }) => {
    const rule = registry.sipRules.get(SipRuleId);
    return rule === undefined ? noSuchRule() : done({ SipRule: rule });
  },
);
