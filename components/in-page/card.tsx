/**
 * The preparation card beside an opened event: the plan first and loudest, then facts in memo rows. Says only what a
 * calendar page may learn (CardView). Must never repeat what the page's own pop-up says, nor touch a browser API.
 */
import type { ComponentChildren } from "preact";
import type { Answer } from "../../lib/domain/reflection.ts";
import type { CardView } from "../../lib/rpc/views.ts";
import { Button, IconButton } from "../ui/button.tsx";
import { Icon } from "../ui/icon.tsx";
import { Mark, OccasionGlyph, Run } from "../ui/marks.tsx";
import { withStop } from "../ui/with-stop.ts";
import { MarkActions } from "./mark-actions.tsx";
import type { MarkChange, MarkScope } from "./mark-actions.tsx";
import type { Words } from "./words.ts";

export interface CardActions {
  mark(this: void, scope: MarkScope): void;
  unmark(this: void, scope: MarkScope): void;
  undo(this: void): void;
  rehearse(this: void): void;
  adapt(this: void): void;
  openQueue(this: void): void;
  hideAll(this: void): void;
  close(this: void): void;
}

export interface CardProps {
  view: CardView;
  /** What the last press changed; `null` when nothing was pressed since the card was opened. */
  change: MarkChange | null;
  nowMs: number;
  words: Words;
  act: CardActions;
}

export function Card(props: CardProps) {
  const { view, words, act } = props;
  if (isOrdinary(view)) {
    return (
      <aside class="card one-line" aria-label={words.t("card.label")}>
        <MarkActions view={view} change={props.change} words={words} act={act} />
      </aside>
    );
  }
  return (
    <aside class="card" aria-label={words.t("card.label")}>
      <Top {...props} />
      {view.session !== null && <SessionHead session={view.session} words={words} />}
      {view.plan !== null && <Plan {...props} plan={view.plan} />}
      <Facts {...props} />
      {view.session !== null && (
        <div class="acts said">
          <Button look="primary" onPress={act.openQueue}>
            {words.t("card.openQueue")}
          </Button>
        </div>
      )}
    </aside>
  );
}

/** Nothing is at stake, no priority applies, nothing was promised: mark alone. */
function isOrdinary(view: CardView): boolean {
  const nothing = view.flag === null && view.priority === null && view.plan === null && view.session === null;
  return nothing && view.prompts.length + view.due.length + view.room.length === 0;
}

function Top({ view, nowMs, words, act }: CardProps) {
  const { t } = words;
  const title =
    view.flag === "coaching"
      ? t("card.session")
      : view.flag === null
        ? (view.priority?.name ?? "")
        : view.marked
          ? t("card.marked")
          : t("card.highStakes", { stakes: view.stakes });
  return (
    <div class="card-top">
      {view.flag !== null && <Mark kind={view.flag} marked={view.marked} />}
      <span class="strong">{title}</span>
      <span class="meta num">{words.until(view.startMs, view.endMs, nowMs)}</span>
      <span class="end">
        <IconButton icon="hide" label={t("card.hide")} onPress={act.hideAll} />
        <IconButton icon="close" label={t("card.close")} onPress={act.close} />
      </span>
    </div>
  );
}

function Plan({ plan, words, nowMs, act }: CardProps & { plan: NonNullable<CardView["plan"]> }) {
  const { t } = words;
  const today = plan.rehearsedAtMs !== null && words.day(plan.rehearsedAtMs) === words.day(nowMs);
  return (
    <>
      <p class="plan" dir="auto">
        <b>{t("card.if")}</b> {plan.if}, <b>{t("card.then")}</b> {withStop(plan.then)}
      </p>
      <p class="by said">
        {plan.rehearsals === 0 ? plan.by : t("card.rehearsed", { by: plan.by, count: plan.rehearsals })}
      </p>
      <div class="acts said">
        <Button small pressed={today} onPress={act.rehearse}>
          {today && <Icon name="check" />}
          {today
            ? t("card.rehearsedAt", { time: words.time(plan.rehearsedAtMs ?? nowMs) })
            : t("card.rehearse")}
        </Button>
        <Button small onPress={act.adapt}>
          {t("card.adapt")}
        </Button>
      </div>
    </>
  );
}

function SessionHead({ session, words }: { session: NonNullable<CardView["session"]>; words: Words }) {
  return (
    <h3>
      {session.total === 0 ? words.t("session.empty") : words.t("session.queue", { count: session.total })}
    </h3>
  );
}

function Facts(props: CardProps) {
  const { view, words } = props;
  const { t } = words;
  const why = view.reasons.length > 0 ? view.reasons : view.priority === null ? [] : [view.priority.why];
  return (
    // Focusable, because it scrolls when the card is full and must do so by keyboard too.
    <dl class="memo once" tabIndex={0} aria-label={t("card.label")}>
      <Row label={t("row.why")}>
        {why.length > 0 && (
          <ul class="lines">
            {why.map((reason) => (
              <li key={reason}>{reason}</li>
            ))}
          </ul>
        )}
        <MarkActions {...props} />
      </Row>
      {view.priority !== null && (
        <Row label={t("row.priority")}>
          <span class="shift">
            <span class="w">{t("card.to")}</span> <bdi>{view.priority.to}</bdi>
          </span>
        </Row>
      )}
      {view.session !== null && <SessionRows session={view.session} words={words} />}
      {view.prompts.length > 0 && (
        <Row label={t("row.ask")}>
          <ul class="loose">
            {view.prompts.map(({ text, by }) => (
              <li key={text}>
                <p dir="auto">{text}</p>
                <p class="by">{by}</p>
              </li>
            ))}
          </ul>
        </Row>
      )}
      {view.before !== null && (
        <Row label={t("row.before")}>
          <span class="in-line">
            <Run outcomes={view.before.outcomes} label={spokenRun(view.before.outcomes, words)} />
            <span class="meta">{view.before.text}</span>
          </span>
        </Row>
      )}
      <Pairs label={t("row.room")} pairs={view.room.map(({ name, note }) => [name, note])} />
      <Pairs label={t("row.due")} pairs={view.due.map(({ text, when }) => [text, when])} />
    </dl>
  );
}

function SessionRows({ session, words }: { session: NonNullable<CardView["session"]>; words: Words }) {
  const { t } = words;
  return (
    <>
      {session.due + session.first.length > 0 && (
        <Row label={t("row.first")}>
          <ol class="lines">
            {session.due > 0 && <li>{t("session.due", { count: session.due })}</li>}
            {session.first.map(({ title, startMs, answer }) => (
              <li key={`${title}${startMs}`}>
                {answer !== null && <OccasionGlyph answer={answer} />} <bdi>{title}</bdi>,{" "}
                <span class="dim">{words.day(startMs)}</span>
              </li>
            ))}
          </ol>
        </Row>
      )}
      {session.folded > 0 && (
        <Row label={t("row.folded")}>
          <span class="dim">{t("session.more", { count: session.folded })}</span>
        </Row>
      )}
    </>
  );
}

function Pairs({ label, pairs }: { label: string; pairs: [string, string][] }) {
  if (pairs.length === 0) return null;
  return (
    <Row label={label}>
      <ul class="lines">
        {pairs.map(([fact, note]) => (
          <li key={fact}>
            <bdi>{fact}</bdi>, <span class="dim">{note}</span>
          </li>
        ))}
      </ul>
    </Row>
  );
}

function Row({ label, children }: { label: string; children: ComponentChildren }) {
  return (
    <>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </>
  );
}

function spokenRun(outcomes: readonly Answer[], { t }: Words): string {
  return t("outcome.run", { list: outcomes.map((answer) => t(`outcome.${answer}`)).join(", ") });
}
