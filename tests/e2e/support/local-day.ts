/** The calendar day on this machine's clock at an instant (epoch ms), as `yyyy-MM-dd`. */
export function localDay(instant: number): string {
  const date = new Date(instant);
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
