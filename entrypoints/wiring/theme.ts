/**
 * The theme the person chose. It is remembered in the extension origin's own storage too, so that a surface opens in it
 * at once; the settings stay the truth.
 */
import type { Surroundings } from "../../components/ui/surroundings.tsx";

const key = "theme";

/** Applies the remembered theme now, the stored one when it is known, and follows changes. */
export function followTheme({ call, onChanged }: Pick<Surroundings, "call" | "onChanged">): void {
  apply(localStorage.getItem(key));
  const ask = async () => {
    try {
      const { theme } = (await call("settings.get", {})).settings;
      localStorage.setItem(key, theme);
      apply(theme);
    } catch {
      // The theme last seen stays; the surface itself says what cannot be reached.
    }
  };
  void ask();
  onChanged(() => void ask());
}

function apply(theme: string | null): void {
  const page = document.documentElement;
  if (theme === "light" || theme === "dark") page.dataset["theme"] = theme;
  else delete page.dataset["theme"];
}
