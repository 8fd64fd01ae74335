/** Adherence per priority with its 95 % interval; an open dot below five occasions. */
import type { PriorityView } from "../../lib/rpc/views.ts";
import type { Format, Say } from "../format.ts";
import { Figure } from "../ui/figure.tsx";
import { useWords } from "../ui/surroundings.tsx";

/** Drawing units; the numeric axis always runs from left to right. */
const width = 325;
const margin = 4;
const rowHeight = 46;

const x = (rate: number) => margin + rate * (width - 2 * margin);

export function AdherenceFigure({ priorities }: { priorities: readonly PriorityView[] }) {
  const { t, format } = useWords();
  const rows = priorities.filter(({ adherence }) => adherence.rate !== null);
  const bottom = 12 + rows.length * rowHeight;
  const percent = (rate: number | null) => (rate === null ? "" : format.percent(rate));
  const interval = ({ low, high }: PriorityView["adherence"]) =>
    low === null || high === null
      ? ""
      : t("progress.interval", { low: Math.round(low * 100), high: Math.round(high * 100) });
  return (
    <Figure
      finding={finding(rows, t, format)}
      method={t("progress.adherenceHow")}
      table={{
        columns: [t("table.priority"), t("table.rate"), t("table.interval"), t("table.occasions")],
        rows: priorities.map(({ priority, adherence }) => [
          priority.name,
          percent(adherence.rate),
          interval(adherence),
          format.number(adherence.occasions),
        ]),
      }}
    >
      <svg viewBox={`0 0 ${width} ${bottom + 24}`} role="img" aria-label={t("progress.adherenceLabel")}>
        {[0, 0.25, 0.5, 0.75, 1].map((rate) => (
          <line key={rate} x1={x(rate)} x2={x(rate)} y1={8} y2={bottom} class="g-line" />
        ))}
        {rows.map((view, position) => (
          <Row key={view.priority.id} view={view} y={12 + position * rowHeight} />
        ))}
        <text x={x(0)} y={bottom + 18}>
          {format.percent(0)}
        </text>
        <text x={x(0.5)} y={bottom + 18} text-anchor="middle">
          {format.percent(0.5)}
        </text>
        <text x={x(1)} y={bottom + 18} text-anchor="end">
          {format.percent(1)}
        </text>
      </svg>
    </Figure>
  );
}

/** The finding: what the only priority did, or which of several held least often. */
function finding(rows: readonly PriorityView[], t: Say, format: Format): string {
  const least = rows.toSorted((a, b) => (a.adherence.rate ?? 0) - (b.adherence.rate ?? 0))[0];
  if (least === undefined) return t("adherence.none");
  return t(rows.length === 1 ? "progress.holds" : "progress.holdsLeast", {
    name: least.priority.name,
    held: format.number(least.adherence.held),
    occasions: format.number(least.adherence.occasions),
  });
}

function Row({ view, y }: { view: PriorityView; y: number }) {
  const { t, format } = useWords();
  const { priority, adherence } = view;
  const { rate, low, high } = adherence;
  if (rate === null || low === null || high === null) return null;
  const size = t("progress.of", {
    held: format.number(adherence.held),
    occasions: format.number(adherence.occasions),
  });
  return (
    <g>
      <text x={x(0)} y={y + 16} class="k">
        {priority.name.length > 28 ? `${priority.name.slice(0, 27)}…` : priority.name}
      </text>
      <text x={x(1)} y={y + 16} text-anchor="end">
        {adherence.early ? t("adherence.early", { text: size }) : size}
      </text>
      <line x1={x(low)} x2={x(high)} y1={y + 30} y2={y + 30} class="g-thick" />
      <circle cx={x(rate)} cy={y + 30} r={5} class={adherence.early ? "g-open" : "g-dot"} />
    </g>
  );
}
