/** The day that Past Month begins, where this machine is: reckoned apart from the product, to check it. */
export function sameDayLastMonth(now: number): string {
  const today = new Date(now);
  const lastDay = new Date(today.getFullYear(), today.getMonth(), 0).getDate();
  const begin = new Date(today.getFullYear(), today.getMonth() - 1, Math.min(today.getDate(), lastDay));
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${begin.getFullYear()}-${two(begin.getMonth() + 1)}-${two(begin.getDate())}`;
}
