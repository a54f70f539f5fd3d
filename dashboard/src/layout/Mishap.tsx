import { Component, type ReactNode } from 'react';
import { ErrorState } from '../parts/ErrorState';

/** A page that breaks says so in its place; the navigation stays, and the next page starts anew. */
export class Mishap extends Component<{ children: ReactNode }, { error: unknown; path: string }> {
  override state = { error: null as unknown, path: '' };

  static getDerivedStateFromError(error: unknown) {
    return { error, path: location.pathname };
  }

  override render() {
    const { error, path } = this.state;
    if (error === null || location.pathname !== path) return this.props.children;
    // A page of an older build is gone from the server: the new one has it.
    return <ErrorState error={error} onRetry={() => location.reload()} />;
  }
}
