/** A figure: the finding as its title, the method as small print, the drawing, and a table that says the same. */
import type { ComponentChildren } from "preact";
import { useWords } from "./surroundings.tsx";

export interface FigureTable {
  columns: readonly string[];
  /** Cells by row; the first cell names the row, the others are numbers. */
  rows: readonly (readonly string[])[];
}

export interface FigureProps {
  finding: string;
  method: string;
  table: FigureTable;
  children: ComponentChildren;
}

export function Figure({ finding, method, table, children }: FigureProps) {
  const { t } = useWords();
  return (
    <figure class="fig">
      <figcaption>{finding}</figcaption>
      <p class="sub">{method}</p>
      {children}
      <details>
        <summary>{t("do.showTable")}</summary>
        <Table {...table} />
      </details>
    </figure>
  );
}

/** A plain table with headers for rows and columns. */
export function Table({ columns, rows }: FigureTable) {
  return (
    <table>
      <thead>
        <tr>
          {columns.map((column, position) => (
            <th key={column} scope="col" class={position === 0 ? undefined : "r"}>
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.join("|")}>
            {row.map((cell, position) =>
              position === 0 ? (
                <th key={position} scope="row" dir="auto">
                  {cell}
                </th>
              ) : (
                <td key={position} class="r num">
                  {cell}
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
