/**
 * The gallery: every surface in every state. `?exhibit=popup/usual` shows one alone, as tests and screenshots see it;
 * without it, all are listed. `theme`, `contrast` and `dir` turn it.
 */
import "../../components/ui/tokens.css";
import "../../components/ui/parts.css";
import "../../components/ui/pages.css";
import "./gallery.css";
import { options, render } from "preact";
import { SurroundingsProvider } from "../../components/ui/surroundings.tsx";
import { exhibits } from "./exhibits.tsx";
import type { Exhibit } from "./exhibits.tsx";
import { fakeSurroundings } from "./fake-world.ts";
import type { Look } from "./look.ts";

// Drawing and effects in the turn of the call, so that an exhibit is complete as soon as `show` has returned and the
// promises of its fake answers are through: tests never look at half a surface.
options.debounceRendering = queueMicrotask;
options.requestAnimationFrame = queueMicrotask;

function Shown({ exhibit }: { exhibit: Exhibit }) {
  return (
    <SurroundingsProvider value={fakeSurroundings(exhibit.world)}>{exhibit.render()}</SurroundingsProvider>
  );
}

function Index({ look }: { look: Look }) {
  const address = (change: Partial<Look>) => {
    const next = { ...look, ...change };
    return `?${new URLSearchParams(Object.entries(next).flatMap(([key, value]) => (value === null ? [] : [[key, value]])))}`;
  };
  return (
    <main class="parts-sheet">
      <h1>Throughline gallery</h1>
      <p>
        <a href={address({ theme: look.theme === "dark" ? "light" : "dark" })}>Other theme</a>{" "}
        <a href={address({ contrast: look.contrast === "more" ? "usual" : "more" })}>Other contrast</a>{" "}
        <a href={address({ dir: look.dir === "rtl" ? "ltr" : "rtl" })}>Other direction</a>
      </p>
      <ul class="index">
        {exhibits.map(({ id }) => (
          <li key={id}>
            <a href={address({ exhibit: id })}>{id}</a>
          </li>
        ))}
      </ul>
    </main>
  );
}

let generation = 0;

function show(look: Look) {
  const page = document.documentElement;
  page.dataset["theme"] = look.theme;
  page.dataset["contrast"] = look.contrast;
  page.dir = look.dir;
  document.title = look.exhibit ?? "Throughline gallery";
  const exhibit = exhibits.find(({ id }) => id === look.exhibit);
  const root = document.getElementById("gallery");
  if (root === null) throw new Error("the gallery's page has lost its root");
  generation += 1;
  render(exhibit === undefined ? <Index look={look} /> : <Shown key={generation} exhibit={exhibit} />, root);
}

window.gallery = { ids: exhibits.map(({ id, width }) => ({ id, width })), show };

const query = new URLSearchParams(location.search);
show({
  exhibit: query.get("exhibit"),
  theme: query.get("theme") ?? "light",
  contrast: query.get("contrast") ?? "usual",
  dir: query.get("dir") ?? "ltr",
});
