/** Hands a text to the browser as a file to keep. */
export function saveFile(name: string, content: string, type: string): void {
  // The mark at the start tells spreadsheets that it is UTF-8.
  const href = URL.createObjectURL(new Blob(['\uFEFF', content], { type: `${type};charset=utf-8` }));
  const link = document.createElement('a');
  link.href = href;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(href), 1000);
}
