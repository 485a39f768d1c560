import { useDeferredValue, useEffect, useMemo, useRef, useState, type ReactElement } from 'react';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Switch } from '../../ui/switch.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { usePreloaded } from '../../ui/use-preloaded.ts';
import type { DraftDesk, TableFile } from '../../workbench/draft-desk.ts';
import { findingsByRule } from '../findings/places.ts';
import type { Jump } from '../jump.ts';
import type { Rule } from '../table-parts.ts';
import { DefaultRule } from './default-rule.tsx';
import { formLoads } from './late-forms.ts';
import { added, movedTo, type RuleEdit } from './rule-edits.ts';
import { noKeyedRules, withKeys } from './rule-keys.ts';
import { VirtualRuleList } from './rule-list.tsx';
import type { RuleList } from './rule-row.tsx';
import { everyRule, filters, fits } from './rule-search.ts';
import styles from './rules.module.css';
import { scrollToRule } from './scroll-to-rule.ts';
import { TableSettings } from './table-settings.tsx';

const noRules: readonly Rule[] = [];

export interface RulesPartProps {
  readonly desk: DraftDesk;
  readonly file: TableFile;
  readonly jump: Jump | undefined;
}

/** The rules in their order, the default behind them, and what holds for the whole table. */
export function RulesPart({ desk, file, jump }: RulesPartProps): ReactElement {
  const { rules = noRules } = file;
  usePreloaded(formLoads);
  const [filter, setFilter] = useState(everyRule);
  const [open, setOpenRules] = useState<ReadonlySet<string>>(new Set());
  const container = useRef<HTMLDivElement>(null);
  const keys = useRuleKeys(rules);
  const indexes = useMemo(() => new Map(keys.map((key, index) => [key, index])), [keys]);
  const findings = useMemo(
    () =>
      findingsByRule(
        desk.findings,
        rules.map(({ id }) => id),
      ),
    [desk.findings, rules],
  );
  const wanted = useDeferredValue(filter);
  const shown = useMemo(
    () =>
      rules.flatMap((rule, index) => {
        const id = keys[index] ?? '';
        // What is open stays in sight, whatever it has become.
        return open.has(id) || fits(rule, wanted, findings.get(index) ?? []) ? [{ id, rule }] : [];
      }),
    [rules, keys, wanted, findings, open],
  );

  function setOpen(key: string, isOpen: boolean): void {
    setOpenRules((before) => new Set(isOpen ? [...before, key] : [...before].filter((each) => each !== key)));
  }
  function edit(change: RuleEdit | undefined): void {
    if (change !== undefined) desk.edit(change.edits, change.words);
  }
  function add(): void {
    const edits = added(rules, rules.length, file.default.attempts);
    setFilter(everyRule);
    edit(edits);
    addedAt.current = rules.length;
  }

  // A new rule is opened where it comes to lie.
  const addedAt = useRef<number>(undefined);
  useEffect(() => {
    const key = addedAt.current === undefined ? undefined : keys[addedAt.current];
    if (key === undefined) return;
    addedAt.current = undefined;
    setOpen(key, true);
    scrollToRule(container.current, key, 1);
  }, [keys]);

  const jumped = useRef<Jump>(undefined);
  useEffect(() => {
    if (jump === undefined || jump === jumped.current) return;
    jumped.current = jump;
    const { item } = jump.place;
    if (typeof item !== 'number') {
      document.querySelector(item === 'default' ? '#everybody-else' : '#table-settings')?.scrollIntoView();
      return;
    }
    const key = keys[item];
    if (key === undefined) return;
    setFilter(everyRule);
    scrollToRule(container.current, key, item / keys.length);
  }, [jump, keys]);

  const list: Omit<RuleList, 'onResize'> = {
    desk,
    rules,
    indexes,
    findings,
    open,
    setOpen,
    canDrag: desk.mayEdit && !filters(filter),
    onEdit: edit,
  };
  return (
    <div className={styles['part']}>
      <div className={styles['tools']}>
        <div className={styles['search']}>
          <TextField
            label="Search the rules"
            hideLabel
            type="search"
            placeholder="Search the rules"
            value={filter.words}
            onChange={(words) => setFilter({ ...filter, words })}
          />
        </div>
        <Switch
          label="With findings only"
          isSelected={filter.onlyWithFindings}
          onChange={(onlyWithFindings) => setFilter({ ...filter, onlyWithFindings })}
        />
        <span className={styles['count']} role="status">
          {filters(filter)
            ? `${shown.length.toLocaleString()} of ${rules.length.toLocaleString()} rules`
            : `${rules.length.toLocaleString()} ${rules.length === 1 ? 'rule' : 'rules'}`}
        </span>
        {desk.mayEdit && (
          <Button variant="primary" onPress={add}>
            Add a rule
          </Button>
        )}
      </div>
      {shown.length === 0 ? (
        <Empty title={rules.length === 0 ? 'No rules' : 'No rule fits'}>
          {rules.length === 0 ? 'Everybody goes where the default says.' : 'Search for something else.'}
        </Empty>
      ) : (
        <VirtualRuleList
          list={list}
          shown={shown}
          onMove={(from, to) => edit(movedTo(rules, from, to))}
          container={container}
        />
      )}
      <DefaultRule desk={desk} value={file.default} findings={findings.get('default') ?? []} />
      <TableSettings desk={desk} file={file} />
    </div>
  );
}

function useRuleKeys(rules: readonly Rule[]): readonly string[] {
  const [keyed, setKeyed] = useState(() => withKeys(noKeyedRules, rules));
  if (keyed.rules === rules) return keyed.keys;
  const next = withKeys(keyed, rules);
  setKeyed(next);
  return next.keys;
}
