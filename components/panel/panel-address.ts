/** What a panel's address asks for: "#/words/<event key>"; anything else is the current or next event's card. */
import type { PanelPurpose } from "../ui/surroundings.tsx";

const purposes: readonly PanelPurpose[] = ["card", "words", "adapt", "queue"];

export function panelAddress(hash: string): { purpose: PanelPurpose; eventKey: string | null } {
  const [name = "", key = ""] = hash.replace(/^#\/?/, "").split("/");
  const purpose = purposes.find((each) => each === name) ?? "card";
  return { purpose, eventKey: decoded(key) };
}

function decoded(key: string): string | null {
  if (key === "") return null;
  try {
    return decodeURIComponent(key);
  } catch {
    // A mangled address names no event: the panel shows the current or next one.
    return null;
  }
}
