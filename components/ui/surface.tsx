/**
 * The frame of every surface: catches what goes wrong below it, says sentences, and offers to take things back.
 * `attempt` is the one way a click does something; `offerUndo` replaces every "are you sure".
 */
import { createContext } from "preact";
import type { ComponentChildren } from "preact";
import { useCallback, useContext, useEffect, useMemo, useState } from "preact/hooks";
import { asAppError } from "../../lib/base/errors.ts";
import type { AppError } from "../../lib/base/errors.ts";
import { errors } from "../../lib/base/messages/en/errors.ts";
import { translator } from "../../lib/base/messages/messages.ts";
import type { Catalogue } from "../../lib/base/messages/messages.ts";
import type { Call } from "../../lib/rpc/call.ts";
import type { UndoView } from "../../lib/rpc/views.ts";
import { Button, IconButton } from "./button.tsx";
import { ErrorBoundary } from "./error-boundary.tsx";
import { useFocusKept } from "./focus-kept.ts";
import { useSurroundings, useWords } from "./surroundings.tsx";

/** How long an offer to take something back stays, unless pointer or focus rests on it. */
const offerMs = 8000;

interface Offer {
  text: string;
  /** Takes it back; false when that is no longer possible. */
  undo: (() => Promise<boolean>) | null;
}

export interface Surface {
  /** Runs what a click asked for; a failure becomes a sentence. True when it went well. */
  attempt: (run: () => Promise<unknown>) => Promise<boolean>;
  /** Says what was done and offers to take it back: by an undo id of the background, or by a function. */
  offerUndo: (text: string, undo: UndoView | (() => Promise<unknown>)) => void;
  /** Says one sentence. */
  tell: (text: string) => void;
}

const context = createContext<Surface | null>(null);

/** The frame's services. Throws outside of a SurfaceFrame. */
export function useSurface(): Surface {
  const surface = useContext(context);
  if (surface === null) throw new Error("useSurface needs a SurfaceFrame around it");
  return surface;
}

/** A failure as a sentence in the person's language. */
export function useErrorText(): (error: AppError) => string {
  const { t } = useWords();
  const { locale } = useSurroundings();
  return useCallback(
    (error) => {
      // The table belongs to another part of the catalogue and may not know a code yet.
      const table: Catalogue = errors;
      const key = `error.${error.code}`;
      return key in table ? translator(table, locale)(key, error.params) : t("error.unknown");
    },
    [locale, t],
  );
}

/** Wraps a surface: services, error boundary, and the line at its foot that says what was just done. */
export function SurfaceFrame({ children }: { children: ComponentChildren }) {
  const { call } = useSurroundings();
  const { t } = useWords();
  const errorText = useErrorText();
  const [offer, setOffer] = useState<Offer | null>(null);
  useFocusKept();

  const attempt = useCallback(
    async (run: () => Promise<unknown>) => {
      try {
        await run();
        return true;
      } catch (thrown) {
        setOffer({ text: errorText(asAppError(thrown)), undo: null });
        return false;
      }
    },
    [errorText],
  );
  const surface = useMemo<Surface>(
    () => ({
      attempt,
      tell: (text) => setOffer({ text, undo: null }),
      offerUndo: (text, undo) => setOffer({ text, undo: takingBack(call, undo) }),
    }),
    [attempt, call, t],
  );
  const takeBackOffer = async () => {
    const undo = offer?.undo;
    if (!undo) return;
    await attempt(async () => {
      const text = (await undo()) ? t("undo.back") : t("undo.tooLate");
      setOffer({ text, undo: null });
    });
  };

  return (
    <context.Provider value={surface}>
      <ErrorBoundary title={t("name")} sentence={t("error.broken")}>
        {children}
      </ErrorBoundary>
      <UndoBar offer={offer} onUndo={() => void takeBackOffer()} onClose={() => setOffer(null)} />
    </context.Provider>
  );
}

function takingBack(call: Call, undo: UndoView | (() => Promise<unknown>)): () => Promise<boolean> {
  return async () => {
    if (typeof undo !== "function") return (await call("undo", { undoId: undo.undoId })).undone;
    await undo();
    return true;
  };
}

interface UndoBarProps {
  offer: Offer | null;
  onUndo: () => void;
  onClose: () => void;
}

/** One quiet line. Goes by itself after eight seconds unless it is under the pointer or holds the focus. */
function UndoBar({ offer, onUndo, onClose }: UndoBarProps) {
  const { t } = useWords();
  const [held, setHeld] = useState(false);
  useEffect(() => {
    if (offer === null || held) return undefined;
    const timer = setTimeout(onClose, offerMs);
    return () => clearTimeout(timer);
  }, [offer, held]);
  return (
    <div class="undo-bar" role="status">
      {offer !== null && (
        <div
          class="pill"
          onPointerEnter={() => setHeld(true)}
          onPointerLeave={() => setHeld(false)}
          onFocusIn={() => setHeld(true)}
          onFocusOut={() => setHeld(false)}
        >
          <span dir="auto">{offer.text}</span>
          {offer.undo !== null && (
            <Button look="link" action="undo" onPress={onUndo}>
              {t("do.undo")}
            </Button>
          )}
          <IconButton
            icon="close"
            label={t("do.close")}
            onPress={() => {
              setHeld(false);
              onClose();
            }}
          />
        </div>
      )}
    </div>
  );
}
