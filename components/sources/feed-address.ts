/** A calendar address as typed: https, or webcal which means the same; nothing else, and no credentials inside. */
export function feedAddress(text: string): string | null {
  const trimmed = text.trim().replace(/^webcals?:\/\//i, "https://");
  let url: URL;
  try {
    url = new URL(trimmed);
  } catch {
    // Not an address at all: the caller says so.
    return null;
  }
  if (url.protocol !== "https:" || url.username !== "" || url.password !== "") return null;
  return url.href;
}
