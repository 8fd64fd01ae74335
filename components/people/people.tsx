/** The people of the engagement: coach, sponsor, board and others, as the person names them. Kept on the device. */
import { useState } from "preact/hooks";
import type { KnownPerson } from "../../lib/domain/assessment.ts";
import { Button } from "../ui/button.tsx";
import { Field, Select } from "../ui/field.tsx";
import { useSurface } from "../ui/surface.tsx";
import { useSurroundings, useWords } from "../ui/surroundings.tsx";

const relations = ["coach", "sponsor", "board", "boss", "peer", "report", "other"] as const;
type Relation = KnownPerson["relation"];

export interface PeopleProps {
  people: readonly KnownPerson[];
  onChange: () => Promise<void>;
}

/** What can be done with the list of people; removing offers to put them back. */
function usePeople({ people, onChange }: PeopleProps) {
  const { t } = useWords();
  const { call } = useSurroundings();
  const { attempt, offerUndo } = useSurface();
  const store = async (next: readonly KnownPerson[]) => {
    await call("settings.save", { changes: { people: [...next] } });
    await onChange();
  };
  return {
    save: (person: KnownPerson) => {
      const exists = people.some(({ id }) => id === person.id);
      const replaced = people.map((each) => (each.id === person.id ? person : each));
      return attempt(() => store(exists ? replaced : [...people, person]));
    },
    remove: (person: KnownPerson) =>
      attempt(async () => {
        await store(people.filter(({ id }) => id !== person.id));
        offerUndo(t("undo.removed", { what: person.name }), () => store(people));
      }),
  };
}

export function People(props: PeopleProps) {
  const { t } = useWords();
  const { save, remove } = usePeople(props);
  const { people } = props;
  const [editing, setEditing] = useState<KnownPerson | null>(null);
  const finish = async (person: KnownPerson) => {
    if (await save(person)) setEditing(null);
  };
  return (
    <>
      {people.length === 0 && editing === null && <p class="dim">{t("people.none")}</p>}
      {people.length > 0 && (
        <ul class="people">
          {people.map((person) => (
            <PersonRow
              key={person.id}
              person={person}
              onEdit={() => setEditing(person)}
              onRemove={() => void remove(person)}
            />
          ))}
        </ul>
      )}
      {editing === null ? (
        <p class="after">
          <Button onPress={() => setEditing(newPerson(people))}>{t("people.add")}</Button>
        </p>
      ) : (
        <PersonForm
          key={editing.id}
          person={editing}
          onSave={(person) => void finish(person)}
          onCancel={() => setEditing(null)}
        />
      )}
    </>
  );
}

function PersonRow(props: { person: KnownPerson; onEdit: () => void; onRemove: () => void }) {
  const { t } = useWords();
  const { person } = props;
  return (
    <li>
      <span>
        <span dir="auto">{person.name}</span>{" "}
        <span class="meta" dir="auto">
          {t(`relation.${person.relation}`)}
          {person.email !== null && `, ${person.email}`}
        </span>
      </span>
      <span class="acts end">
        <Button look="link" label={`${t("do.edit")}: ${person.name}`} onPress={props.onEdit}>
          {t("do.edit")}
        </Button>
        <Button look="link" label={`${t("do.delete")}: ${person.name}`} onPress={props.onRemove}>
          {t("do.delete")}
        </Button>
      </span>
    </li>
  );
}

function newPerson(people: readonly KnownPerson[]): KnownPerson {
  const hasCoach = people.some(({ relation }) => relation === "coach");
  return { id: crypto.randomUUID(), name: "", email: null, relation: hasCoach ? "peer" : "coach" };
}

function PersonForm(props: {
  person: KnownPerson;
  onSave: (person: KnownPerson) => void;
  onCancel: () => void;
}) {
  const { t } = useWords();
  const [name, setName] = useState(props.person.name);
  const [email, setEmail] = useState(props.person.email ?? "");
  const [relation, setRelation] = useState<Relation>(props.person.relation);
  return (
    <form
      class="grp"
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim() === "") return;
        const address = email.trim() === "" ? null : email.trim();
        props.onSave({ ...props.person, name: name.trim(), email: address, relation });
      }}
    >
      <Field label={t("people.name")} value={name} maxLength={300} required onInput={setName} />
      <Field
        label={t("people.email")}
        type="email"
        value={email}
        maxLength={320}
        hint={t("people.emailWhy")}
        onInput={setEmail}
      />
      <Select
        label={t("people.relation")}
        value={relation}
        options={relations.map((value) => ({ value, label: t(`relation.${value}`) }))}
        onChange={setRelation}
      />
      <div class="acts">
        <button type="submit" class="btn" disabled={name.trim() === ""}>
          {t("do.save")}
        </button>
        <Button look="quiet" onPress={props.onCancel}>
          {t("do.cancel")}
        </Button>
      </div>
    </form>
  );
}
