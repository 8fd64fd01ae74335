/**
 * The quiet pill after an event has ended: four answers, one press. The press shows at once; "Saved" is said only for an
 * answer that is kept. Must never hold an input: words are written in the extension's own surfaces.
 */
import { answers } from "../../lib/domain/reflection.ts";
import type { Answer } from "../../lib/domain/reflection.ts";
import { Button, IconButton } from "../ui/button.tsx";
import { Capture } from "../ui/capture.tsx";
import { OccasionGlyph } from "../ui/marks.tsx";
import type { Pill } from "./pill.ts";
import type { Words } from "./words.ts";

export interface CapturePillProps {
  pill: Pill;
  nowMs: number;
  words: Words;
  act: {
    answer(this: void, answer: Answer): void;
    undo(this: void): void;
    addWords(this: void): void;
    dismiss(this: void): void;
    /** Pointer or focus came or went: the settled pill stays while it is there. */
    hold(this: void, on: boolean): void;
  };
}

export function CapturePill(props: CapturePillProps) {
  const { pill, act, words } = props;
  return (
    <section
      class="pill"
      aria-label={words.t("pill.label")}
      onPointerEnter={() => act.hold(true)}
      onPointerLeave={() => act.hold(false)}
      onFocusIn={() => act.hold(true)}
      onFocusOut={() => act.hold(false)}
    >
      <Inside {...props} />
      {pill.step !== "storing" && pill.step !== "stored" && (
        <IconButton icon="close" label={words.t("pill.notNow")} onPress={act.dismiss} />
      )}
    </section>
  );
}

function Inside(props: CapturePillProps) {
  const { pill, words, act } = props;
  const { t } = words;
  switch (pill.step) {
    case "offered":
    case "storing":
      return <Question {...props} />;
    case "stored":
      return (
        <>
          <OccasionGlyph answer={pill.answer} />
          <span role="status">
            <span class="strong">{t(`answer.${pill.answer}`)}.</span>{" "}
            {t(pill.kept ? "pill.kept" : "pill.saved", { time: words.time(pill.atMs) })}
          </span>
          <Button look="link" action="undo" onPress={act.undo}>
            {t("undo")}
          </Button>
          <Button small onPress={act.addWords}>
            {t("pill.addWords")}
          </Button>
        </>
      );
    case "refused":
      return (
        <>
          <span role="alert" class="sentence">
            {t(
              pill.why === "updated"
                ? "pill.updated"
                : pill.why === "undo"
                  ? "pill.undoFailed"
                  : "pill.refused",
            )}
          </span>
          {pill.why === "storage" && pill.answer !== null && (
            <Button small onPress={() => pill.answer !== null && act.answer(pill.answer)}>
              {t("pill.again")}
            </Button>
          )}
        </>
      );
  }
  return pill satisfies never;
}

function Question({ pill, nowMs, words, act }: CapturePillProps) {
  const { t } = words;
  const { priorityName, endedMs } = pill.capture;
  const time = words.near(endedMs, nowMs);
  const labels = Object.fromEntries(answers.map((each) => [each, t(`answer.${each}`)]));
  return (
    <>
      <span>
        <bdi class="strong title">{pill.title}</bdi>
        <span class="meta">
          {priorityName === null
            ? t("pill.question", { time })
            : t("pill.endedFor", { priority: priorityName, time })}
        </span>
      </span>
      <Capture
        label={t("pill.label")}
        // Made from the list of all answers, so every one of them is there.
        words={labels as Record<Answer, string>}
        answer={pill.step === "storing" ? pill.answer : null}
        onAnswer={(answer) => act.answer(answer)}
      />
    </>
  );
}
