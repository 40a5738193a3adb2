/** How many of the tries were taken, 0 to 1, rounded down to a hundredth: all of them is all. Null where there were none. */
export function shareOf({ succeeded, failed }: { succeeded: number; failed: number }): number | null {
  const all = succeeded + failed;
  return all === 0 ? null : Math.floor((succeeded / all) * 100) / 100;
}
