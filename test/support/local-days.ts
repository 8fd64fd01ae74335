/** Days in the zone of the process, for the seeded week. Daylight saving is left to Date. */

/** Midnight, local, of the day that holds `ms`. */
export function dayStart(ms: number): number {
  const day = new Date(ms);
  return new Date(day.getFullYear(), day.getMonth(), day.getDate()).getTime();
}

/** The same wall-clock time `days` later (or earlier). */
export function addDays(ms: number, days: number): number {
  const moved = new Date(ms);
  moved.setDate(moved.getDate() + days);
  return moved.getTime();
}

/** `hours:minutes` wall-clock time on the day that holds `ms`. */
export function at(ms: number, hours: number, minutes: number): number {
  const day = new Date(ms);
  return new Date(day.getFullYear(), day.getMonth(), day.getDate(), hours, minutes).getTime();
}

/** Days since Monday, 0 to 6. */
export function weekday(ms: number): number {
  return (new Date(ms).getDay() + 6) % 7;
}

export function mondayOf(ms: number): number {
  return addDays(dayStart(ms), -weekday(ms));
}

/** Midnight of the n-th working day after the day of `ms`; 0 = that day, or the working day before it. */
export function businessDay(ms: number, n: number): number {
  let day = dayStart(ms);
  if (n === 0) {
    while (weekday(day) > 4) day = addDays(day, -1);
    return day;
  }
  for (let left = n; left > 0;) {
    day = addDays(day, 1);
    if (weekday(day) <= 4) left -= 1;
  }
  return day;
}

/** Whole days from the day of `fromMs` to the day of `toMs`. */
export function dayDifference(fromMs: number, toMs: number): number {
  return Math.round((dayStart(toMs) - dayStart(fromMs)) / 86_400_000);
}

/** `ms` rounded down to a multiple of `stepMs` of the wall clock's minutes. */
export function floorTo(ms: number, stepMs: number): number {
  return Math.floor(ms / stepMs) * stepMs;
}
