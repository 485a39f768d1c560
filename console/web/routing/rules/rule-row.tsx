import { createContext, Suspense, use, useEffect, useRef, type ReactElement } from 'react';
import type { FindingAnswer } from '../../../../shared/contracts/tables-api.ts';
import { Button } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { MenuButton } from '../../ui/menu.tsx';
import { Tag } from '../../ui/tag.tsx';
import { Waiting } from '../../ui/waiting.tsx';
import type { DraftDesk } from '../../workbench/draft-desk.ts';
import { FindingLines } from '../findings/finding-line.tsx';
import { useIsUnfinished } from '../forms/unfinished.tsx';
import type { Rule } from '../table-parts.ts';
import { ruleFormName } from './form-names.ts';
import { RuleForm } from './late-forms.ts';
import { duplicated, movedTo, removed, type RuleEdit } from './rule-edits.ts';
import { RuleSentence } from './rule-sentence.tsx';
import styles from './rules.module.css';

/** What all rows of the list know. */
export interface RuleList {
  readonly desk: DraftDesk;
  readonly rules: readonly Rule[];
  /** By the row's key. */
  readonly indexes: ReadonlyMap<string, number>;
  readonly findings: ReadonlyMap<number | 'default', readonly FindingAnswer[]>;
  readonly open: ReadonlySet<string>;
  readonly setOpen: (key: string, isOpen: boolean) => void;
  readonly canDrag: boolean;
  readonly onEdit: (edit: RuleEdit | undefined) => void;
  /** A row has become higher or lower. */
  readonly onResize: (key: string, height: number) => void;
}

export const RuleListContext = createContext<RuleList | undefined>(undefined);

/** One rule: read aloud, and with all its fields when it is open. */
export function RuleRow({ id, rule }: { readonly id: string; readonly rule: Rule }): ReactElement | null {
  const list = use(RuleListContext);
  const row = useRef<HTMLDivElement>(null);
  const onResize = list?.onResize;
  useEffect(() => {
    const element = row.current;
    if (element === null || onResize === undefined) return undefined;
    const observer = new ResizeObserver(() => onResize(id, element.offsetHeight));
    observer.observe(element);
    return () => observer.disconnect();
  }, [id, onResize]);
  const isUnfinished = useIsUnfinished(ruleFormName(rule.id));
  const index = list?.indexes.get(id);
  // A row that is just being taken out.
  if (list === undefined || index === undefined) return null;

  const { desk, open, setOpen, rules, onEdit } = list;
  const isOpen = open.has(id);
  const actions = {
    up: () => onEdit(movedTo(rules, index, index - 1)),
    down: () => onEdit(movedTo(rules, index, index + 1)),
    first: () => onEdit(movedTo(rules, index, 0)),
    last: () => onEdit(movedTo(rules, index, rules.length - 1)),
    duplicate: () => onEdit(duplicated(rules, index)),
    delete: () => onEdit(removed(rules, index)),
  };
  return (
    <div ref={row} className={styles['row']} data-rule={id}>
      <div className={styles['line']}>
        {desk.mayEdit && <IconButton slot="drag" label={`Drag ${rule.id}`} icon="drag" isDisabled={!list.canDrag} />}
        <span className={styles['number']}>{index + 1}.</span>
        <div className={styles['words']}>
          <strong>{rule.id}</strong> {isUnfinished && <Tag tone="warning">unfinished</Tag>}
          <RuleSentence rule={rule} />
        </div>
        {desk.mayEdit && (
          <div className={styles['actions']}>
            <Button
              variant="quiet"
              onPress={() => setOpen(id, !isOpen)}
              aria-label={`${isOpen ? 'Close' : 'Edit'} ${rule.id}`}
            >
              {isOpen ? 'Close' : 'Edit'}
            </Button>
            <MenuButton
              label={`More about ${rule.id}`}
              icon="more"
              items={[
                { id: 'up', name: 'Move up', isDisabled: index === 0 },
                { id: 'down', name: 'Move down', isDisabled: index === rules.length - 1 },
                { id: 'first', name: 'Move to the top', isDisabled: index === 0 },
                { id: 'last', name: 'Move to the end', isDisabled: index === rules.length - 1 },
                { id: 'duplicate', name: 'Duplicate' },
                { id: 'delete', name: 'Delete', isDangerous: true },
              ]}
              onAction={(action) => {
                if (Object.hasOwn(actions, action)) actions[action as keyof typeof actions]();
              }}
            />
          </div>
        )}
      </div>
      <FindingLines table={desk.name} findings={list.findings.get(index) ?? []} />
      {isOpen && (
        <Suspense fallback={<Waiting />}>
          <RuleForm desk={desk} rule={rule} index={index} />
        </Suspense>
      )}
    </div>
  );
}
