import type { RealtimeMessage } from '@smooth/contract/realtime/messages.ts';

const WHOLE_TEXT = 0x81;
/** What the two bytes of a longer length can say; a name and a cursor are far shorter. */
const LONGEST = 0xff_ff;

/**
 * Messages as they go over the wire (RFC 6455, 5.2), one frame each. A server's frames are not masked, so the same bytes
 * serve for everybody who listens, and several messages are one write.
 */
export function framesOf(messages: readonly RealtimeMessage[]): Buffer {
  return Buffer.concat(messages.flatMap((message) => frame(Buffer.from(JSON.stringify(message)))));
}

function frame(text: Buffer): [head: Buffer, text: Buffer] {
  const { length } = text;
  if (length > LONGEST) throw new Error(`A message of ${length} bytes is too long`);
  const head = length < 126 ? [WHOLE_TEXT, length] : [WHOLE_TEXT, 126, length >> 8, length & 0xff];
  return [Buffer.from(head), text];
}
