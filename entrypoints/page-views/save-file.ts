/** Long enough for the browser to have read the text. */
const READ_WITHIN_MS = 60_000;

/** Offers a text to the user as a CSV file to save. The page sees a link come and go, and nothing of the text. */
export function saveFile(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/csv' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), READ_WITHIN_MS);
}
