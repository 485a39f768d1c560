import { useEffect, useRef, type ReactElement, type ReactNode } from 'react';
import { Tab, TabList, TabPanel, Tabs as AriaTabs } from 'react-aria-components/Tabs';
import styles from './tabs.module.css';

export interface TabsProps {
  /** What they are about, for screen readers. Default: the titles speak for themselves. */
  readonly label?: string;
  readonly items: readonly { readonly id: string; readonly title: ReactNode; readonly content: ReactNode }[];
  readonly selected?: string | undefined;
  readonly onSelect?: (id: string) => void;
}

export function Tabs({ label = 'Parts', items, selected, onSelect }: TabsProps): ReactElement {
  const list = useRef<HTMLDivElement>(null);
  // On a telephone not all of them are seen at once.
  useEffect(() => {
    const tab = list.current?.querySelector<HTMLElement>('[aria-selected="true"]');
    if (list.current === null || tab === null || tab === undefined) return;
    const [seen, wanted] = [list.current.getBoundingClientRect(), tab.getBoundingClientRect()];
    if (wanted.left < seen.left || wanted.right > seen.right) list.current.scrollLeft += wanted.left - seen.left;
  }, [selected]);
  return (
    <AriaTabs
      className={styles['tabs'] ?? ''}
      {...(selected === undefined ? {} : { selectedKey: selected })}
      onSelectionChange={(key) => onSelect?.(String(key))}
    >
      <TabList ref={list} aria-label={label} className={styles['list'] ?? ''}>
        {items.map(({ id, title }) => (
          <Tab key={id} id={id} className={styles['tab'] ?? ''}>
            {title}
          </Tab>
        ))}
      </TabList>
      {items.map(({ id, content }) => (
        <TabPanel key={id} id={id} className={styles['panel'] ?? ''}>
          {content}
        </TabPanel>
      ))}
    </AriaTabs>
  );
}
