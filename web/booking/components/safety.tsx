import { Component, type ReactNode } from 'react';

/** When a part of the page cannot be shown or loaded, says so instead of going blank; a reload keeps what was typed. */
export class Safety extends Component<{ children: ReactNode; fallback: ReactNode }, { hasFailed: boolean }> {
  override state = { hasFailed: false };

  static getDerivedStateFromError() {
    return { hasFailed: true };
  }

  override render() {
    return this.state.hasFailed ? this.props.fallback : this.props.children;
  }
}
