/** One of the four places where errors are caught: a component that could not be drawn becomes one sentence. */
import { Component } from "preact";
import type { ComponentChildren } from "preact";

interface Props {
  sentence: string;
  children: ComponentChildren;
}

export class ErrorBoundary extends Component<Props, { broken: boolean }> {
  override state = { broken: false };

  static override getDerivedStateFromError() {
    return { broken: true };
  }

  override render() {
    if (!this.state.broken) return this.props.children;
    return (
      <div class="notice" role="alert">
        <p>{this.props.sentence}</p>
      </div>
    );
  }
}
