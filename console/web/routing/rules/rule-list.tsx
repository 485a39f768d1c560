import { useCallback, useMemo, useRef, useState, type ReactElement, type RefObject } from 'react';
import { GridList, GridListItem } from 'react-aria-components/GridList';
import { DropIndicator, useDragAndDrop } from 'react-aria-components/useDragAndDrop';
import { Virtualizer } from 'react-aria-components/Virtualizer';
import type { Rule } from '../table-parts.ts';
import { indexAfterDrop } from './rule-edits.ts';
import { RuleLayout } from './rule-layout.ts';
import { RuleListContext, RuleRow, type RuleList } from './rule-row.tsx';
import styles from './rules.module.css';

export interface RuleItem {
  readonly id: string;
  readonly rule: Rule;
  /** A row is measured anew when this changes. */
  readonly height: number;
}

export interface RuleListProps {
  readonly list: Omit<RuleList, 'onResize'>;
  /** Those that are shown, by key. */
  readonly shown: readonly { readonly id: string; readonly rule: Rule }[];
  readonly onMove: (from: number, to: number) => void;
  readonly container: RefObject<HTMLDivElement | null>;
}

const rowHeight = 68;
const gap = 4;
/** A list of few rules is as high as they are; one of many scrolls. */
const fewRules = 40;

/** However many rules: only those in sight are drawn. */
export function VirtualRuleList({ list, shown, onMove, container }: RuleListProps): ReactElement {
  const { indexes, canDrag, rules } = list;
  const [heights, setHeights] = useState<ReadonlyMap<string, number>>(new Map());
  const items = useItems(shown, heights);
  const known = useRef(new Map<string, number>());
  const isShort = shown.length <= fewRules;
  const onResize = useCallback(
    (key: string, height: number) => {
      const before = known.current.get(key);
      known.current.set(key, height);
      // A row that comes into sight is measured by the list itself: with thousands of them, nothing else may be done for it.
      if (before === height || (before === undefined && !isShort)) return;
      setHeights((all) => new Map(all).set(key, height));
    },
    [isShort],
  );
  const context = useMemo<RuleList>(() => ({ ...list, onResize }), [list, onResize]);

  const { dragAndDropHooks } = useDragAndDrop<RuleItem>({
    isDisabled: !canDrag,
    getItems: (keys) =>
      [...keys].map((key) => ({ 'text/plain': rules[indexes.get(String(key)) ?? -1]?.id ?? String(key) })),
    onReorder({ keys, target }) {
      const [from, to] = [indexes.get(String([...keys][0])), indexes.get(String(target.key))];
      if (from === undefined || to === undefined || target.dropPosition === 'on') return;
      onMove(from, indexAfterDrop(from, to, target.dropPosition));
    },
    renderDropIndicator: (target) => <DropIndicator target={target} className={styles['drop'] ?? ''} />,
  });

  return (
    <RuleListContext value={context}>
      <Virtualizer layout={RuleLayout} layoutOptions={{ estimatedRowHeight: rowHeight, gap }}>
        <GridList
          ref={container}
          aria-label="Rules"
          className={styles['list'] ?? ''}
          {...(!isShort ? {} : { style: { maxHeight: `${highOf(shown, heights)}px` } })}
          items={items}
          {...(list.desk.mayEdit ? { dragAndDropHooks } : {})}
          selectionMode="none"
          // Forms are in the rows: their keys are theirs.
          keyboardNavigationBehavior="tab"
          disallowTypeAhead
        >
          {({ id, rule }) => (
            <GridListItem id={id} textValue={rule.id} className={styles['item'] ?? ''}>
              <RuleRow id={id} rule={rule} />
            </GridListItem>
          )}
        </GridList>
      </Virtualizer>
    </RuleListContext>
  );
}

function highOf(shown: RuleListProps['shown'], heights: ReadonlyMap<string, number>): number {
  const borders = 2;
  return shown.reduce((sum, { id }) => sum + (heights.get(id) ?? rowHeight) + gap, borders);
}

/** The same object for a row that has not changed, so that nothing is done for it. */
function useItems(shown: RuleListProps['shown'], heights: ReadonlyMap<string, number>): readonly RuleItem[] {
  const known = useRef(new Map<string, RuleItem>());
  return useMemo(() => {
    const next = new Map<string, RuleItem>();
    for (const { id, rule } of shown) {
      const before = known.current.get(id);
      const height = heights.get(id) ?? 0;
      next.set(id, before?.rule === rule && before.height === height ? before : { id, rule, height });
    }
    known.current = next;
    return [...next.values()];
  }, [shown, heights]);
}
