/** What the rest of the product knows of the store. */
export interface Store {
  close(): void;
}
