import { Component, type ReactNode } from 'react';
import { Page } from '../ui/page.tsx';
import { ProblemNotice } from '../ui/problem-notice.tsx';

interface Props {
  /** The address: another one is another attempt. */
  readonly path: string;
  readonly children: ReactNode;
}
interface State {
  readonly path: string;
  readonly failure?: { readonly error: unknown } | undefined;
}

/** A page that fails says so, and leaves the others as they are. */
export class PageBoundary extends Component<Props, State> {
  override state: State = { path: this.props.path };

  static getDerivedStateFromProps({ path }: Props, state: State): State {
    return path === state.path ? state : { path, failure: undefined };
  }

  static getDerivedStateFromError(error: unknown): Partial<State> {
    return { failure: { error } };
  }

  override render(): ReactNode {
    const { failure } = this.state;
    if (failure === undefined) return this.props.children;
    return (
      <Page title="This page cannot be shown">
        <ProblemNotice problem={failure.error} onRetry={() => location.reload()} />
      </Page>
    );
  }
}
