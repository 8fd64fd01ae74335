/** Line icons, 16 px, for buttons whose label is spoken or stands beside them. */
const shapes = {
  panel: ["M2 3.5a.5.5 0 0 1 .5-.5h11a.5.5 0 0 1 .5.5v9a.5.5 0 0 1-.5.5h-11a.5.5 0 0 1-.5-.5Z", "M10 3v10"],
  close: ["m4 4 8 8M12 4l-8 8"],
  hide: [
    "M2.5 2.5l11 11M6.6 6.7a2 2 0 0 0 2.7 2.7M4.4 4.6C2.9 5.5 1.8 7 1.5 8c.7 2 3 4.5 6.5 4.5 1.2 0 2.3-.3 3.2-.8",
    "M7 3.6c.3-.1.7-.1 1-.1 3.5 0 5.8 2.5 6.5 4.5-.3.7-.7 1.4-1.3 2",
  ],
  down: ["m4 6 4 4 4-4"],
  check: ["m3.5 8.5 3 3 6-7"],
  grip: ["M6 3.5v.01M10 3.5v.01M6 8v.01M10 8v.01M6 12.5v.01M10 12.5v.01"],
  star: ["m8 2 1.8 3.8 4.2.6-3 2.9.7 4.2L8 11.5l-3.7 2 .7-4.2-3-2.9 4.2-.6Z"],
} as const;

export type IconName = keyof typeof shapes;

/** One icon; hidden from screen readers, so the control around it needs a name. */
export function Icon({ name, filled = false }: { name: IconName; filled?: boolean }) {
  return (
    <svg
      class={`ic${filled ? " ic-filled" : ""}${name === "grip" ? " ic-grip" : ""}`}
      viewBox="0 0 16 16"
      aria-hidden="true"
    >
      {shapes[name].map((path) => (
        <path key={path} d={path} />
      ))}
    </svg>
  );
}
