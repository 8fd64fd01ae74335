/** File inputs: a button that opens the browser's own chooser. `kind` becomes `data-import` (contracts.md 4). */

export type ImportKind = "ics" | "archive" | "packet" | "invitation" | "insights" | "pulse";

export interface FileInputProps {
  kind: ImportKind;
  label: string;
  /** Endings and types offered by the chooser; the content is checked all the same. */
  accept: string;
  onFile: (file: File) => void;
}

export function FileInput({ kind, label, accept, onFile }: FileInputProps) {
  return (
    <label class="file">
      <span>{label}</span>
      <input
        type="file"
        data-import={kind}
        accept={accept}
        onChange={(event) => {
          const input = event.currentTarget;
          const file = input.files?.[0];
          // Emptied, so that the same file can be chosen again.
          if (file !== undefined) onFile(file);
          input.value = "";
        }}
      />
    </label>
  );
}
