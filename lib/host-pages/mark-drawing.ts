/**
 * The badge's drawing, made element by element: a badge is too small and too frequent for a renderer. Shapes are those
 * of components/ui/marks.tsx: lozenge = high stakes, hollow lozenge = marked by hand, ring = session.
 */
import type { Flag } from "./badges.ts";

const svg = "http://www.w3.org/2000/svg";
const ring =
  "M6 .75a5.25 5.25 0 1 0 0 10.5a5.25 5.25 0 1 0 0-10.5Zm0 3a2.25 2.25 0 1 1 0 4.5a2.25 2.25 0 1 1 0-4.5Z";

export function drawMark({ kind, marked }: Flag): SVGSVGElement {
  const coaching = kind === "coaching";
  const drawing = element("svg", {
    class: `mark ${coaching ? "mark-coach" : marked ? "mark-hand" : "mark-stakes"}`,
    viewBox: "0 0 12 12",
    "aria-hidden": "true",
  });
  drawing.append(
    coaching
      ? element("circle", { class: "halo", cx: "6", cy: "6", r: "7" })
      : element("path", { class: "halo", d: "M6-2 14 6 6 14-2 6Z" }),
    element("path", {
      class: "f",
      "fill-rule": "evenodd",
      d: coaching ? ring : marked ? "M6 1.5 10.5 6 6 10.5 1.5 6Z" : "M6 .5 11.5 6 6 11.5 .5 6Z",
    }),
  );
  return drawing;
}

function element<K extends keyof SVGElementTagNameMap>(
  name: K,
  attributes: Readonly<Record<string, string>>,
): SVGElementTagNameMap[K] {
  const made = document.createElementNS(svg, name);
  for (const [attribute, value] of Object.entries(attributes)) made.setAttribute(attribute, value);
  return made;
}
