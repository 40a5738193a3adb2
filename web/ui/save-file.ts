/** Hands a text to the browser as a file to keep. */
export function saveFile(name: string, content: string, type: string): void {
  // The mark at the start tells spreadsheets that it is UTF-8; JSON must not have one.
  const parts = type === 'application/json' ? [content] : ['\uFEFF', content];
  const href = URL.createObjectURL(new Blob(parts, { type: `${type};charset=utf-8` }));
  const link = document.createElement('a');
  link.href = href;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(href), 1000);
}
