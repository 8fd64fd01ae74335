/** Adds a file or feed as a source; reading it is the reader's job (source.commit, source.fail). */
import { AppError } from "../base/errors.ts";
import { newId } from "../base/ids.ts";
import type { Input } from "../rpc/contract.ts";
import type { SourceView } from "../rpc/views.ts";
import type { Deps } from "./deps.ts";
import { sourceView } from "./source-view.ts";

/**
 * The same feed address, or a file of the same name, is the same source: its events keep their identity when it is
 * read again. Throws AppError bad-input for an address that is not https.
 */
export async function sourceAdd(deps: Deps, input: Input<"source.add">): Promise<SourceView> {
  const address = input.kind === "ics-feed" ? feedAddress(input.address) : null;
  const source = await deps.store.write(async (tx) => {
    const known = (await tx.sources.all()).find(
      (one) =>
        one.kind === input.kind && (address === null ? one.name === input.name : one.address === address),
    );
    if (known !== undefined) return known;
    return tx.sources.create({
      id: newId(deps.clock.nowMs()),
      kind: input.kind,
      name: input.name,
      address,
      etag: null,
      lastModified: null,
      lastReadAtMs: null,
      coverage: null,
      eventCount: 0,
      problemCount: 0,
      failure: null,
    });
  });
  deps.announceChange();
  return sourceView(source, deps.locale);
}

/** Calendars hand out `webcal:` addresses too: the same thing over https. */
function feedAddress(address: string | null): string {
  const url = URL.parse((address ?? "").trim().replace(/^webcals?:/i, "https:"));
  if (url === null || url.protocol !== "https:")
    throw new AppError("bad-input", { params: { place: "address" } });
  return url.href;
}
