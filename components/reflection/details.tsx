/**
 * The unhurried half of a reflection: everything after the click is optional and saves itself. Mirrors the
 * preparation: first effort and outcome, then words, then who may see it.
 */
import { useState } from "preact/hooks";
import type { Reflection } from "../../lib/domain/reflection.ts";
import type { SharingClass } from "../../lib/domain/record.ts";
import { useAutosave } from "../ui/autosave.ts";
import type { SaveState } from "../ui/autosave.ts";
import { Check, Field } from "../ui/field.tsx";
import { Scale, Seg } from "../ui/scale.tsx";
import { useSurroundings, useWords } from "../ui/surroundings.tsx";

/** What the person can change about a reflection beside its answer. */
export type Details = Pick<
  Reflection,
  | "effort"
  | "outcome"
  | "nextTime"
  | "surprised"
  | "decisionTaken"
  | "whoNoticed"
  | "energy"
  | "bringToSession"
  | "sharing"
>;

export interface DetailsProps {
  reflection: Reflection;
  priorityName: string | null;
  sessionMs: number | null;
  coachName: string | null;
  /** Hears of "waiting", "saved", "kept", for the surface's foot line. */
  onState?: (state: SaveState) => void;
}

/** The form for one reflection. */
export function ReflectionDetails(props: DetailsProps) {
  const { reflection } = props;
  const { call } = useSurroundings();
  const { t } = useWords();
  const [typed, setTyped] = useState<Partial<Details>>({});
  const draft = useAutosave<Details>(reflection.id, async (changes) => {
    props.onState?.("waiting");
    try {
      await call("reflection.edit", { id: reflection.id, changes });
      props.onState?.("saved");
    } catch (thrown) {
      props.onState?.("kept");
      throw thrown;
    }
  });
  const now: Details = { ...reflection, ...typed };
  const change = (changes: Partial<Details>) => {
    setTyped((before) => ({ ...before, ...changes }));
    draft.note(changes);
  };
  const choose = (changes: Partial<Details>) => {
    change(changes);
    draft.flush();
  };
  return (
    <div class="grp">
      <Ratings now={now} priorityName={props.priorityName} choose={choose} />
      <Words now={now} change={change} leave={draft.flush} />
      <Energy now={now} choose={choose} />
      <SessionAndSharing now={now} choose={choose} sessionMs={props.sessionMs} coachName={props.coachName} />
      {draft.state === "kept" && (
        <p class="meta" role="status">
          {t("capture.kept")}
        </p>
      )}
    </div>
  );
}

interface PartProps {
  now: Details;
  choose: (changes: Partial<Details>) => void;
}

const effortChoices = Array.from({ length: 11 }, (_, value) => ({ value, label: String(value) }));
const outcomeValues = [-2, -1, 0, 1, 2] as const;

function Ratings({ now, choose, priorityName }: PartProps & { priorityName: string | null }) {
  const { t, format } = useWords();
  return (
    <>
      <div class="f">
        <p class="lab" dir="auto">
          {priorityName === null
            ? t("panel.effortNone")
            : t("panel.effort", { name: asClause(priorityName) })}
        </p>
        <Scale
          label={t("panel.effortLabel")}
          choices={effortChoices}
          value={now.effort}
          clearable
          onChoose={(effort) => choose({ effort })}
          ends={[t("panel.effortLow"), t("panel.effortHigh")]}
        />
      </div>
      <div class="f">
        <p class="lab">{t("panel.outcome")}</p>
        <Scale
          label={t("panel.outcome")}
          choices={outcomeValues.map((value) => ({ value, label: format.signed(value) }))}
          value={now.outcome}
          clearable
          onChoose={(outcome) => choose({ outcome })}
          ends={[t("panel.outcomeLow"), t("panel.outcomeMid"), t("panel.outcomeHigh")]}
        />
      </div>
    </>
  );
}

/** "Ask first" as it stands inside a sentence: "ask first". Names that look like abbreviations stay as they are. */
function asClause(name: string): string {
  const second = name.charAt(1);
  const isAbbreviation = second !== "" && second === second.toUpperCase() && second !== second.toLowerCase();
  return isAbbreviation ? name : name.charAt(0).toLowerCase() + name.slice(1);
}

function Words(props: { now: Details; change: (changes: Partial<Details>) => void; leave: () => void }) {
  const { t } = useWords();
  const { now, change, leave } = props;
  return (
    <>
      <Field
        label={t("panel.nextTime")}
        value={now.nextTime}
        rows={2}
        maxLength={4000}
        onInput={(nextTime) => change({ nextTime })}
        onLeave={leave}
      />
      <Field
        label={t("panel.surprised")}
        value={now.surprised}
        rows={2}
        maxLength={4000}
        onInput={(surprised) => change({ surprised })}
        onLeave={leave}
      />
      <Field
        label={t("panel.decision")}
        value={now.decisionTaken}
        rows={1}
        maxLength={4000}
        onInput={(decisionTaken) => change({ decisionTaken })}
        onLeave={leave}
      />
      <Field
        label={t("panel.noticed")}
        value={now.whoNoticed}
        maxLength={1000}
        onInput={(whoNoticed) => change({ whoNoticed })}
        onLeave={leave}
      />
    </>
  );
}

function Energy({ now, choose }: PartProps) {
  const { t } = useWords();
  const choices = (["low", "even", "high"] as const).map((value) => ({
    value,
    label: t(`panel.energy.${value}`),
  }));
  return (
    <div class="f">
      <p class="lab">{t("panel.energy")}</p>
      <Scale
        label={t("panel.energy")}
        choices={choices}
        value={now.energy}
        clearable
        onChoose={(energy) => choose({ energy })}
      />
    </div>
  );
}

function SessionAndSharing({
  now,
  choose,
  sessionMs,
  coachName,
}: PartProps & { sessionMs: number | null; coachName: string | null }) {
  const { t, format } = useWords();
  const names: Record<SharingClass, string> = {
    device: t("share.device"),
    coach: coachName === null ? t("share.coach") : t("share.coachNamed", { name: coachName }),
    "coach-and-sponsor":
      coachName === null
        ? t("share.coach-and-sponsor")
        : t("share.coachNamedAndSponsor", { name: coachName }),
  };
  return (
    <>
      <Check
        label={sessionMs === null ? t("panel.bring") : t("panel.bringOn", { day: format.day(sessionMs) })}
        checked={now.bringToSession}
        onChange={(bringToSession) => choose({ bringToSession })}
      />
      <div class="f">
        <p class="lab">{t("share.label")}</p>
        <Seg
          label={t("share.label")}
          choices={(["device", "coach", "coach-and-sponsor"] as const).map((value) => ({
            value,
            label: names[value],
          }))}
          value={now.sharing}
          onChoose={(sharing) => sharing !== null && choose({ sharing })}
        />
      </div>
    </>
  );
}
