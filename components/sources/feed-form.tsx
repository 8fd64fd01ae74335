/** A calendar address: asks the browser for its host alone, from the click, then has it read. */
import { useState } from "preact/hooks";
import { asAppError } from "../../lib/base/errors.ts";
import { Field } from "../ui/field.tsx";
import { useErrorText } from "../ui/surface.tsx";
import { useSurroundings, useWords } from "../ui/surroundings.tsx";
import { feedAddress } from "./feed-address.ts";

export function FeedForm({ onAdded }: { onAdded: () => void }) {
  const { t } = useWords();
  const { platform } = useSurroundings();
  const errorText = useErrorText();
  const [text, setText] = useState("");
  const [sentence, setSentence] = useState<string | null>(null);
  const add = async () => {
    const address = feedAddress(text);
    if (address === null) return setSentence(t("source.addressWrong"));
    const host = new URL(address).host;
    try {
      const granted = await platform.addFeed(address);
      setSentence(granted ? t("source.feedAdded", { host }) : t("source.feedRefused", { host }));
      if (!granted) return;
      setText("");
      onAdded();
    } catch (thrown) {
      setSentence(errorText(asAppError(thrown)));
    }
  };
  return (
    <form
      class="feed"
      onSubmit={(event) => {
        event.preventDefault();
        void add();
      }}
    >
      <Field
        plain
        label={t("source.address")}
        value={text}
        maxLength={2000}
        hint={t("source.addressWhy")}
        onInput={setText}
      />
      <button type="submit" class="btn" disabled={text.trim() === ""}>
        {t("do.add")}
      </button>
      <p role="status">{sentence}</p>
    </form>
  );
}
