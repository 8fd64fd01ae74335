/** One of the four places where errors are caught: a component that could not be drawn becomes one sentence. */
import { Component } from "preact";
import type { ComponentChildren } from "preact";

interface Props {
  title: string;
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
      <main class="broken">
        <h1>{this.props.title}</h1>
        <p role="alert">{this.props.sentence}</p>
      </main>
    );
  }
}
