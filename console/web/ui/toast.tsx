import type { ReactElement } from 'react';
import { Button } from 'react-aria-components/Button';
import { Text } from 'react-aria-components/Text';
import {
  UNSTABLE_Toast as AriaToast,
  UNSTABLE_ToastContent as ToastContent,
  UNSTABLE_ToastQueue as ToastQueue,
  UNSTABLE_ToastRegion as ToastRegion,
} from 'react-aria-components/Toast';
import button from './button.module.css';
import { classNames } from './class-names.ts';
import { Icon } from './icon.tsx';
import type { Tone } from './tag.tsx';
import styles from './toast.module.css';

interface News {
  readonly words: string;
  readonly tone: Tone;
}

const queue = new ToastQueue<News>({ maxVisibleToasts: 3 });

function tell(words: string, tone: Tone = 'good'): void {
  // What went wrong stays until it is closed.
  queue.add({ words, tone }, tone === 'error' ? {} : { timeout: 6000 });
}

/** Tells news that need no answer, in a live region: "Version 12 is in force". */
export function useToast(): (words: string, tone?: Tone) => void {
  return tell;
}

/** Where the news appear: once, in the frame. */
export function Toasts(): ReactElement {
  return (
    <ToastRegion queue={queue} className={styles['region'] ?? ''} aria-label="News">
      {({ toast }) => (
        <AriaToast toast={toast} className={classNames(styles['toast'], styles[toast.content.tone])}>
          <ToastContent>
            <Text slot="title">{toast.content.words}</Text>
          </ToastContent>
          <Button
            slot="close"
            aria-label="Close"
            className={classNames(button['button'], button['quiet'], button['icon'])}
          >
            <Icon name="close" />
          </Button>
        </AriaToast>
      )}
    </ToastRegion>
  );
}
