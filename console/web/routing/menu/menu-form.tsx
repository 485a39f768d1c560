import type { ReactElement } from 'react';
import { mostMenuReasons } from '../../../../shared/contracts/table-file/menu.ts';
import { routingTableFileSchema } from '../../../../shared/contracts/routing-table-file.ts';
import { Button } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { MenuButton } from '../../ui/menu.tsx';
import { Switch } from '../../ui/switch.tsx';
import type { DraftDesk, TableFile } from '../../workbench/draft-desk.ts';
import { moved } from '../forms/edits-between.ts';
import styles from '../forms/forms.module.css';
import { LocalizedField } from '../forms/localized-field.tsx';
import { UnfinishedNotice } from '../forms/unfinished-notice.tsx';
import { usePartForm } from '../forms/use-part-form.ts';
import { plainText } from '../plain-text.ts';

type Menu = NonNullable<TableFile['menu']>;
type WithMenu = { menu?: Menu };
const menuSchema = routingTableFileSchema.pick({ menu: true });

/** What callers are asked who dial the number, and of whom nothing is known. */
export function MenuForm({ desk, file }: { readonly desk: DraftDesk; readonly file: TableFile }): ReactElement {
  const { menu, reasons = {} } = file;
  const form = usePartForm<WithMenu>({
    desk,
    path: [],
    value: menu === undefined ? {} : { menu },
    schema: menuSchema,
    form: 'menu',
    words: 'changed the menu',
  });
  const { typed } = form;
  const errors = form.errors.below('menu');
  const isDisabled = !desk.mayEdit;
  const chosen = typed.menu;
  const ids = Object.keys(reasons);
  const free = ids.filter((id) => chosen?.reasons.includes(id) !== true);
  const setReasons = (next: string[]): void => form.set('menu', { ...chosen, reasons: next });
  const nameOf = (id: string): string => plainText(reasons[id]?.name ?? id);
  return (
    <div className={styles['card']}>
      <UnfinishedNotice form={form} />
      <Switch
        label="A menu of its own"
        description={`Without one, the first ${mostMenuReasons} reasons are offered.`}
        isSelected={chosen !== undefined}
        onChange={(isOn) => form.set('menu', isOn ? { reasons: ids.slice(0, mostMenuReasons) } : undefined)}
        isDisabled={isDisabled}
      />
      {chosen !== undefined && (
        <>
          {chosen.greeting === undefined ? (
            <div>
              <Button
                variant="quiet"
                isDisabled={isDisabled}
                onPress={() => form.set('menu', { greeting: 'Welcome.', ...chosen })}
              >
                Add a greeting
              </Button>
            </div>
          ) : (
            <div className={`${styles['row']} ${styles['top']}`}>
              <div className={styles['grow']}>
                <LocalizedField
                  label="Greeting"
                  value={chosen.greeting}
                  onChange={(greeting) => form.set('menu', { ...chosen, greeting })}
                  errors={errors.below('greeting')}
                />
              </div>
              <IconButton
                label="Remove the greeting"
                icon="remove"
                isDisabled={isDisabled}
                onPress={() => form.set('menu', { reasons: chosen.reasons })}
              />
            </div>
          )}
          {errors.at('reasons') !== undefined && <p className={styles['error']}>{errors.at('reasons')}</p>}
          <ol className={styles['stack']}>
            {chosen.reasons.map((id, index) => (
              <li key={id}>
                <div className={styles['row']}>
                  <span className={styles['grow']}>
                    For {nameOf(id)}, press {index + 1}.
                  </span>
                  <IconButton
                    label={`Move ${id} up`}
                    icon="up"
                    isDisabled={isDisabled || index === 0}
                    onPress={() => setReasons(moved(chosen.reasons, index, index - 1))}
                  />
                  <IconButton
                    label={`Move ${id} down`}
                    icon="down"
                    isDisabled={isDisabled || index === chosen.reasons.length - 1}
                    onPress={() => setReasons(moved(chosen.reasons, index, index + 1))}
                  />
                  <IconButton
                    label={`Take ${id} out of the menu`}
                    icon="remove"
                    isDisabled={isDisabled}
                    onPress={() => setReasons(chosen.reasons.toSpliced(index, 1))}
                  />
                </div>
              </li>
            ))}
          </ol>
          <div>
            <MenuButton
              label="Offer a reason"
              items={free.map((id) => ({ id, name: nameOf(id) }))}
              isDisabled={isDisabled || free.length === 0 || chosen.reasons.length >= mostMenuReasons}
              onAction={(id) => setReasons([...chosen.reasons, id])}
            />
          </div>
        </>
      )}
    </div>
  );
}
