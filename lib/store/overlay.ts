/** What an act has put so far, laid over what is committed: so that an act reads its own writes. Pure. */
import type { RecordBase } from "../domain/record.ts";
import { rangeOf } from "./table.ts";
import type { Query } from "./table.ts";

type Key = IDBValidKey | undefined;

/** True for a record that exists and is not deleted. */
export function isAlive<R extends RecordBase>(record: R | null): record is R {
  return record !== null && record.deletedAtMs === null;
}

/** `committed` without what the act touched, with what it put that `belongs`. */
export function overlay<R extends RecordBase>(
  committed: R[],
  touched: ReadonlyMap<string, R | null>,
  belongs: (record: R) => boolean,
): R[] {
  const kept = committed.filter((record) => !touched.has(record.id));
  const put = [...touched.values()].filter(isAlive).filter(belongs);
  return [...kept, ...put];
}

/** Whether a record with this key answers the query. A `many` index holds a list of keys. */
export function answers(key: Key, query: Query): boolean {
  if (key === undefined) return false;
  return matches(key, query) || (Array.isArray(key) && key.some((one) => matches(one, query)));
}

function matches(key: IDBValidKey, query: Query): boolean {
  if ("is" in query) return indexedDB.cmp(key, query.is) === 0;
  if ("any" in query) return query.any.some((wanted) => indexedDB.cmp(key, wanted) === 0);
  return rangeOf(query)?.includes(key) ?? true;
}

/** In the order of a range query, cut to its limit. */
export function ordered<R extends RecordBase>(records: R[], key: (record: R) => Key, query: Query): R[] {
  if ("is" in query || "any" in query) return records;
  const sign = query.backwards === true ? -1 : 1;
  const sorted = records.toSorted((a, b) => sign * indexedDB.cmp(key(a) ?? 0, key(b) ?? 0));
  return query.limit === undefined ? sorted : sorted.slice(0, query.limit);
}
