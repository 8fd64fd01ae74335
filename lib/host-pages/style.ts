/**
 * The one style sheet of everything injected. Tokens hang on our own wrapper instead of the host, because a page can set
 * custom properties on a host but not inside a closed shadow root.
 */
import inPage from "../../components/in-page/in-page.css?inline";
import parts from "../../components/ui/parts.css?inline";
import tokens from "../../components/ui/tokens.css?inline";

let sheet: CSSStyleSheet | null = null;

/** Made once for each page script; shared by all shadow roots. */
export function sharedSheet(): CSSStyleSheet {
  if (sheet === null) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(tokens.replaceAll(":host", ".in-page") + parts + inPage);
  }
  return sheet;
}
