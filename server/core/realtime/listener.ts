/** One open connection of somebody signed in. */
export interface Listener {
  session_id: string;
  /** Whose events alone it hears; null hears of everything in the business. */
  own: string | null;
  /** Takes whole frames. */
  send(frames: Buffer): void;
  /** Ends it; the client comes back and catches up. */
  end(code: number, reason: string): void;
}
