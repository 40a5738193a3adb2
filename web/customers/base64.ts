const STEP = 0x8000;

/** Bytes as the contract carries them; in steps, since one call takes only so many arguments. */
export function base64Of(buffer: ArrayBuffer): string {
  const bytes = new Uint8Array(buffer);
  let text = '';
  for (let from = 0; from < bytes.length; from += STEP)
    text += String.fromCharCode(...bytes.subarray(from, from + STEP));
  return btoa(text);
}
