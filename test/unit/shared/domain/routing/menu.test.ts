import type { Caller } from '../../../../../shared/domain/routing/caller.ts';
import { indexTable } from '../../../../../shared/domain/routing/indexed-table.ts';
import { offeredReasons, reasonsToAsk } from '../../../../../shared/domain/routing/menu.ts';
import type { Reason } from '../../../../../shared/domain/routing/table.ts';
import { routingTableOf, type TableChanges } from '../../../../support/routing-table-builder.ts';
import { now, ruleOf, switchboard } from './situations.ts';

function reasonsOf(...ids: readonly string[]): Reason[] {
  return ids.map((id) => ({ id, name: { default: `about ${id}` }, synonyms: {} }));
}

describe('the reasons that a menu offers', () => {
  it('are those that it names, by the order of the keys', () => {
    const reasons = reasonsOf('billing', 'cards', 'mortgage');

    const offered = offeredReasons({ reasons, menu: { reasons: ['mortgage', 'billing'] } });

    expect(offered).toEqual([reasons[2], reasons[0]]);
  });

  it('are the first nine where no menu was written', () => {
    const reasons = reasonsOf('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j');

    expect(offeredReasons({ reasons })).toEqual(reasons.slice(0, 9));
  });
});

describe('what a caller is asked', () => {
  const bills = ruleOf({ id: 'bills', when: [{ kind: 'reason', anyOf: ['billing'] }] });
  const recorded = ruleOf({
    id: 'recorded',
    when: [{ kind: 'reason', anyOf: ['cards'] }],
    attempts: [{ kind: 'contactCenter', id: 'support', timeoutSeconds: 30 }],
    service: { recording: 'ask' },
  });

  function asked(changes: TableChanges, caller: Partial<Caller> = {}): string[] {
    const table = routingTableOf({ reasons: reasonsOf('billing', 'cards'), rules: [bills], ...changes });
    const dialling: Caller = { entry: 'phone', attributes: {}, ...caller };
    return reasonsToAsk(indexTable(table), dialling, now, 'call-1').map(({ id }) => id);
  }

  it.each<{ case: string; changes: TableChanges }>([
    { case: 'where the call goes', changes: {} },
    { case: 'what they are granted', changes: { rules: [recorded] } },
  ])('are all the reasons, when one of them changes $case', ({ changes }) => {
    expect(asked(changes)).toEqual(['billing', 'cards']);
  });

  it.each<{ case: string; changes?: TableChanges; caller?: Partial<Caller> }>([
    { case: 'there are no reasons', changes: { reasons: [], rules: [] } },
    { case: 'every answer comes to the same', changes: { defaultAttempts: [switchboard] } },
    { case: 'the rule is not for those who dial', caller: { entry: 'alexa-skill-call' } },
    { case: 'why they call is known', caller: { reasonId: 'cards' } },
    { case: 'only a reason that is not offered would change anything', changes: { menu: { reasons: ['cards'] } } },
  ])('is nothing when $case', ({ changes = {}, caller = {} }) => {
    expect(asked(changes, caller)).toEqual([]);
  });
});
