/** How an exhibit is looked at, and what the gallery's page offers to tests. */
export interface Look {
  exhibit: string | null;
  theme: string;
  contrast: string;
  dir: string;
}

declare global {
  interface Window {
    gallery: {
      ids: { id: string; width: number }[];
      /** Shows an exhibit without loading the page again. */
      show: (look: Look) => void;
    };
  }
}
