/** Wiring: the second half of every page script, loaded by the background when a page script asks for it. */
import { defineUnlistedScript } from "wxt/utils/define-unlisted-script";
import { offerParts } from "../lib/host-pages/page-parts.ts";
import { startParts } from "../lib/host-pages/start-parts.ts";

export default defineUnlistedScript(() => {
  offerParts(startParts);
});
