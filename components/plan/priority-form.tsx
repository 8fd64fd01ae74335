/** Writing a priority: guided, in observable words, with what it would touch shown before it is saved. */
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import { Button } from "../ui/button.tsx";
import { Field } from "../ui/field.tsx";
import { useSurface } from "../ui/surface.tsx";
import { useSurroundings, useWords } from "../ui/surroundings.tsx";
import { inputOf, keptText, missing } from "./draft.ts";
import type { PriorityDraft } from "./draft.ts";
import { SituationBuilder } from "./situation-builder.tsx";
import { Touches } from "./touches.tsx";

export interface PriorityFormProps {
  initial: PriorityDraft;
  /** Opened by a click just now, not brought back with its page. */
  takeFocus: boolean;
  /** What it begins with was written by the person before. */
  written: boolean;
  /** Told with what was written when the person turned away from it, else with nothing. */
  onClose: (given: PriorityDraft | null) => void;
}

export function PriorityForm({ initial, takeFocus, written, onClose }: PriorityFormProps) {
  const { t } = useWords();
  const { call, platform } = useSurroundings();
  const { attempt, tell } = useSurface();
  const [draft, setDraft] = useState(initial);
  const [asked, setAsked] = useState(false);
  const gaps = missing(draft);
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => {
    if (takeFocus) heading.current?.focus();
  }, [takeFocus]);
  // Written in several sittings: what stands here is kept until it is saved or turned away from.
  useEffect(() => {
    if (draft !== initial) platform.keepDraft("priority", keptText(draft));
  }, [draft, initial, platform]);
  const change = (changes: Partial<PriorityDraft>) => setDraft((before) => ({ ...before, ...changes }));
  const close = (given: PriorityDraft | null) => {
    platform.keepDraft("priority", null);
    onClose(given);
  };
  const save = async () => {
    setAsked(true);
    if (gaps.length > 0) return;
    const saved = await attempt(() => call("priority.save", inputOf(draft)));
    if (!saved) return;
    tell(t("undo.saved", { what: draft.name.trim() }));
    close(null);
  };
  return (
    <form
      class="pr"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <div class="grp">
        <h2 ref={heading} tabIndex={-1}>
          {initial.id === null ? t("plan.new") : t("plan.edit", { name: initial.name })}
        </h2>
        <ShiftFields draft={draft} change={change} />
        <PlanFields draft={draft} change={change} />
        <SituationBuilder situation={draft.situation} onChange={(situation) => change({ situation })} />
        {asked && gaps.length > 0 && (
          <p role="alert">{gaps.map((gap) => t(`plan.missing.${gap}`)).join(" ")}</p>
        )}
        <div class="acts">
          <button type="submit" class="btn btn-1">
            {t("do.save")}
          </button>
          <Button look="quiet" onPress={() => close(draft === initial && !written ? null : draft)}>
            {t("do.cancel")}
          </Button>
        </div>
      </div>
      <div>
        <Touches situation={draft.situation} />
      </div>
    </form>
  );
}

interface PartProps {
  draft: PriorityDraft;
  change: (changes: Partial<PriorityDraft>) => void;
}

function ShiftFields({ draft, change }: PartProps) {
  const { t } = useWords();
  return (
    <>
      <Field
        label={t("plan.field.name")}
        value={draft.name}
        maxLength={120}
        hint={t("plan.hint.name")}
        onInput={(name) => change({ name })}
      />
      <Field
        label={t("plan.field.from")}
        value={draft.from}
        rows={2}
        maxLength={500}
        onInput={(from) => change({ from })}
      />
      <Field
        label={t("plan.field.to")}
        value={draft.to}
        rows={2}
        maxLength={500}
        hint={t("plan.hint.to")}
        onInput={(to) => change({ to })}
      />
      <Field
        label={t("plan.field.outcome")}
        value={draft.outcome}
        rows={1}
        maxLength={500}
        onInput={(outcome) => change({ outcome })}
      />
      <Field
        label={t("plan.field.impact")}
        value={draft.impact}
        rows={1}
        maxLength={500}
        onInput={(impact) => change({ impact })}
      />
    </>
  );
}

function PlanFields({ draft, change }: PartProps) {
  const { t } = useWords();
  return (
    <fieldset>
      <legend class="lab">{t("plan.field.plan")}</legend>
      <div class="grp">
        <Field
          label={t("plan.field.if")}
          value={draft.if}
          rows={2}
          maxLength={500}
          hint={t("plan.hint.if")}
          onInput={(moment) => change({ if: moment })}
        />
        <Field
          label={t("plan.field.then")}
          value={draft.then}
          rows={2}
          maxLength={500}
          hint={t("plan.hint.then")}
          onInput={(behaviour) => change({ then: behaviour })}
        />
        <p class="by">{t("plan.evidence")}</p>
      </div>
    </fieldset>
  );
}
