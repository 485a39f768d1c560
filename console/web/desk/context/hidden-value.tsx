import { useEffect, useState, type ReactElement } from 'react';
import { VisuallyHidden } from 'react-aria-components/VisuallyHidden';
import { Button } from '../../ui/button.tsx';
import styles from './context.module.css';
import { hiddenText, hiddenWords, shownForMs } from './hidden-text.ts';

interface Props {
  /** "account" */
  readonly name: string;
  readonly text: string;
}

/** All but the last characters, until somebody asks; hidden again after a minute. */
export function HiddenValue({ name, text }: Props): ReactElement {
  const [isShown, setShown] = useState(false);
  useEffect(() => {
    if (!isShown) return undefined;
    const timer = setTimeout(() => setShown(false), shownForMs);
    return () => clearTimeout(timer);
  }, [isShown]);
  return (
    <span className={styles['hidden']}>
      <span aria-live="polite" className={styles['mono']}>
        {isShown ? (
          text
        ) : (
          <>
            <span aria-hidden>{hiddenText(text)}</span>
            <VisuallyHidden>{hiddenWords(text)}</VisuallyHidden>
          </>
        )}
      </span>
      <Button
        variant="quiet"
        aria-label={`${isShown ? 'Hide' : 'Show'} the ${name}`}
        onPress={() => setShown(!isShown)}
      >
        {isShown ? 'Hide' : 'Show'}
      </Button>
    </span>
  );
}
