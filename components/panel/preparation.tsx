/** The card for people: plan first, then why, who, what before, what is due. In the order the page card has it. */
import type { CardView, EventView } from "../../lib/rpc/views.ts";
import { countOutcomes, runLabel } from "../reflection/answer-words.ts";
import { Button } from "../ui/button.tsx";
import { OccasionGlyph, Run } from "../ui/marks.tsx";
import { Memo, MemoRow, PlanText } from "../ui/memo.tsx";
import { useSurface } from "../ui/surface.tsx";
import { useSurroundings, useWords } from "../ui/surroundings.tsx";
import { useNow } from "../ui/use-view.ts";

export interface PreparationProps {
  card: CardView;
  event: EventView;
  /** After the event the plan stands above the reflection already. */
  quiet: boolean;
  onAdapt: () => void;
}

export function Preparation({ card, event, quiet, onAdapt }: PreparationProps) {
  const { t, format } = useWords();
  const nowMs = useNow();
  return (
    <section class="prep" aria-label={t("panel.preparation")}>
      {!quiet && card.plan !== null && <PlanText plan={card.plan} />}
      {!quiet && card.priority !== null && <PlanActions card={card} onAdapt={onAdapt} />}
      <Memo>
        {card.reasons.length > 0 && (
          <MemoRow label={t("panel.why")}>
            <Lines lines={card.reasons} />
          </MemoRow>
        )}
        {card.priority !== null && (
          <MemoRow label={t("panel.priority")}>
            <p dir="auto">{card.priority.name}</p>
            <p class="shift" dir="auto">
              <span>
                <span class="w">{t("panel.to")}</span> {card.priority.to}
              </span>
            </p>
            <p class="meta">{card.priority.why}</p>
          </MemoRow>
        )}
        {card.prompts.length > 0 && <Prompts card={card} />}
        {card.session !== null && <SessionRows session={card.session} />}
        <PeopleAndDue card={card} />
      </Memo>
      <p class="meta">
        {t("panel.seen", {
          time: format.near(event.lastSeenAtMs, nowMs),
          sources: event.sources.join(", "),
        })}
      </p>
    </section>
  );
}

function Lines({ lines }: { lines: readonly string[] }) {
  return (
    <ul class="lines">
      {lines.map((line) => (
        <li key={line} dir="auto">
          {line}
        </li>
      ))}
    </ul>
  );
}

function PlanActions({ card, onAdapt }: { card: CardView; onAdapt: () => void }) {
  const { t, format } = useWords();
  const { call } = useSurroundings();
  const { attempt } = useSurface();
  const { plan, priority } = card;
  const rehearse = () =>
    void attempt(async () => {
      if (priority !== null) {
        await call("plan.rehearse", { priorityId: priority.id, eventKey: card.eventKey });
      }
    });
  return (
    <>
      {plan !== null && (
        <p class="by">
          {plan.by}
          {plan.rehearsals > 0 && `, ${t("panel.rehearsedTimes", { count: plan.rehearsals })}`}
        </p>
      )}
      <div class="acts">
        {plan !== null && (
          <Button small pressed={plan.rehearsedAtMs !== null} onPress={rehearse}>
            {plan.rehearsedAtMs === null
              ? t("panel.rehearse")
              : t("panel.rehearsed", { time: format.time(plan.rehearsedAtMs) })}
          </Button>
        )}
        <Button small onPress={onAdapt}>
          {t("panel.adapt")}
        </Button>
      </div>
    </>
  );
}

function Prompts({ card }: { card: CardView }) {
  const { t } = useWords();
  return (
    <MemoRow label={t("panel.ask")}>
      <ul class="loose">
        {card.prompts.map((prompt) => (
          <li key={prompt.text}>
            <p dir="auto">{prompt.text}</p>
            <p class="by">{prompt.by}</p>
          </li>
        ))}
      </ul>
    </MemoRow>
  );
}

function SessionRows({ session }: { session: NonNullable<CardView["session"]> }) {
  const { t, format } = useWords();
  const { platform } = useSurroundings();
  const { attempt } = useSurface();
  return (
    <>
      <MemoRow label={t("panel.first")}>
        <ol class="lines">
          {session.due > 0 && <li>{t("panel.queueDue", { count: session.due })}</li>}
          {session.first.map((item) => (
            <li key={`${item.startMs} ${item.title}`}>
              {item.answer !== null && <OccasionGlyph answer={item.answer} />}{" "}
              <span dir="auto">{item.title}</span>, <span class="dim">{format.day(item.startMs)}</span>
            </li>
          ))}
        </ol>
      </MemoRow>
      {session.folded > 0 && (
        <MemoRow label={t("panel.folded")}>{t("panel.foldedMore", { count: session.folded })}</MemoRow>
      )}
      <MemoRow label={t("nav.queue")}>
        <p>{t("panel.queueCount", { count: session.total })}</p>
        <Button small onPress={() => void attempt(() => platform.openPage("app.html#/queue"))}>
          {t("do.openQueue")}
        </Button>
      </MemoRow>
    </>
  );
}

function PeopleAndDue({ card }: { card: CardView }) {
  const { t } = useWords();
  return (
    <>
      {card.before !== null && (
        <MemoRow label={t("panel.before")}>
          <div class="acts">
            <Run outcomes={card.before.outcomes} label={runLabel(t, card.before.outcomes)} />
            <span class="meta">{countOutcomes(t, card.before.outcomes)}</span>
          </div>
          <p class="meta">{card.before.text}</p>
        </MemoRow>
      )}
      {card.room.length > 0 && (
        <MemoRow label={t("panel.room")}>
          <ul class="lines">
            {card.room.map((person) => (
              <li key={person.name}>
                <span dir="auto">{person.name}</span>, <span class="dim">{person.note}</span>
              </li>
            ))}
          </ul>
        </MemoRow>
      )}
      {card.due.length > 0 && (
        <MemoRow label={t("panel.due")}>
          <ul class="lines">
            {card.due.map((due) => (
              <li key={due.text}>
                <span dir="auto">{due.text}</span>, <span class="dim">{due.when}</span>
              </li>
            ))}
          </ul>
        </MemoRow>
      )}
    </>
  );
}
