/** The head of a page: its one headline, which takes the focus after a change of route, and a line below. */
import type { ComponentChildren } from "preact";

export function PageHead(props: {
  title: string;
  meta?: ComponentChildren;
  actions?: ComponentChildren;
  children?: ComponentChildren;
}) {
  return (
    <header class="head">
      <div class="head-row">
        <h1 tabIndex={-1}>{props.title}</h1>
        {props.actions !== undefined && <div class="acts end">{props.actions}</div>}
      </div>
      {props.meta !== undefined && <p class="meta">{props.meta}</p>}
      {props.children}
    </header>
  );
}

/** A section below an ink rule. */
export function Section(props: { title: string; meta?: ComponentChildren; children: ComponentChildren }) {
  return (
    <section class="sec">
      <div class="sec-h">
        <h2>{props.title}</h2>
        {props.meta !== undefined && <span class="meta">{props.meta}</span>}
      </div>
      {props.children}
    </section>
  );
}
