/** What Throughline puts into a calendar page, on an empty page: card, pill, notice, badges, in every state. */
import { render } from "preact";
import type { VNode } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { Card } from "../../components/in-page/card.tsx";
import type { CardProps } from "../../components/in-page/card.tsx";
import { CapturePill } from "../../components/in-page/capture-pill.tsx";
import { UnreadableNotice } from "../../components/in-page/unreadable-notice.tsx";
import { wordsFor } from "../../components/in-page/words.ts";
import type { Pill } from "../../lib/host-pages/capture-flow.ts";
import { drawMark } from "../../lib/host-pages/mark-drawing.ts";
import { sharedSheet } from "../../lib/host-pages/style.ts";
import { before, overfull, sessionPanel } from "./cards.ts";
import type { Exhibit } from "./exhibits.tsx";
import { askFirst, at, longTitle, nowMs, zone } from "./week.ts";

const words = wordsFor("en-GB", zone);
const nothing = () => {};

/** A shadow root with the product's own style sheet; open, so that axe sees inside. */
function Stage({ part }: { part: VNode | SVGSVGElement[] }) {
  const host = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = host.current;
    if (element === null) return;
    const root = element.shadowRoot ?? element.attachShadow({ mode: "open" });
    root.adoptedStyleSheets = [sharedSheet()];
    const page = document.documentElement;
    const stage = document.createElement("div");
    stage.className = "in-page";
    stage.dir = page.dir;
    stage.dataset["theme"] = page.dataset["theme"] ?? "light";
    stage.dataset["contrast"] = page.dataset["contrast"] ?? "usual";
    root.replaceChildren(stage);
    if (Array.isArray(part)) stage.append(...part);
    else render(part, stage);
  });
  return (
    <main class="parts-sheet">
      <h1>In the calendar page</h1>
      <h2>One part</h2>
      <div ref={host} />
    </main>
  );
}

const act: CardProps["act"] = {
  mark: nothing,
  unmark: nothing,
  undo: nothing,
  rehearse: nothing,
  adapt: nothing,
  openQueue: nothing,
  hideAll: nothing,
  close: nothing,
};

const card = (view: CardProps["view"], change: CardProps["change"] = null) => (
  <Stage part={<Card view={view} change={change} nowMs={nowMs} words={words} act={act} />} />
);

const base = before.card;
const cards: Record<string, () => VNode> = {
  "high-stakes": () => card(base),
  marked: () =>
    card({ ...base, marked: true, canMark: false, canUnmark: true }, { did: "marked", undoId: "u1" }),
  session: () => card(sessionPanel.card),
  priority: () => card({ ...base, flag: null, stakes: 20, canMark: true, canUnmark: false }),
  ordinary: () =>
    card({
      ...base,
      flag: null,
      reasons: [],
      priority: null,
      plan: null,
      prompts: [],
      before: null,
      room: [],
      due: [],
      canMark: true,
      canUnmark: false,
    }),
  overfull: () =>
    card({
      ...overfull.card,
      plan: { if: longTitle, then: longTitle, by: "You", rehearsedAtMs: nowMs, rehearsals: 3 },
    }),
};

const shown = {
  pageEventId: "chip-1",
  title: "Project Heron: go / no-go",
  capture: {
    eventKey: "e1",
    priorityId: askFirst.id,
    priorityName: askFirst.name,
    endedMs: at(24, 9),
    answer: null,
    answeredAtMs: null,
  },
};

const pills: Record<string, Pill> = {
  offered: { ...shown, step: "offered" },
  storing: { ...shown, step: "storing", answer: "did" },
  stored: { ...shown, step: "stored", answer: "did", atMs: nowMs, kept: false },
  kept: { ...shown, step: "stored", answer: "partly", atMs: nowMs, kept: true },
  refused: { ...shown, step: "refused", why: "storage", answer: "did" },
  updated: { ...shown, step: "refused", why: "updated", answer: null },
  overfull: { ...shown, title: longTitle, step: "offered" },
};

const pillAct = { answer: nothing, undo: nothing, addWords: nothing, dismiss: nothing, hold: nothing };

export const inPage: Exhibit[] = [
  ...Object.entries(cards).map(([state, draw]) => ({
    id: `in-page-card/${state}`,
    width: 400,
    world: {},
    render: draw,
  })),
  ...Object.entries(pills).map(([state, pill]) => ({
    id: `in-page-pill/${state}`,
    width: 800,
    world: {},
    render: () => <Stage part={<CapturePill pill={pill} nowMs={nowMs} words={words} act={pillAct} />} />,
  })),
  {
    id: "in-page-notice/unreadable",
    width: 800,
    world: {},
    render: () => (
      <Stage part={<UnreadableNotice words={words} act={{ openPanel: nothing, close: nothing }} />} />
    ),
  },
  {
    id: "in-page-badge/all",
    width: 400,
    world: {},
    render: () => (
      <Stage
        part={[
          drawMark({ kind: "high-stakes", marked: false }),
          drawMark({ kind: "high-stakes", marked: true }),
          drawMark({ kind: "coaching", marked: false }),
        ]}
      />
    ),
  },
];
