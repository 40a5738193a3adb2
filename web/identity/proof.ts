import { isRefusal } from '../app/refusal.ts';

/** Asks the person to prove who they are; rejects where they would not. */
type AskProof = () => Promise<void>;
let askProof: AskProof | null = null;

/** The one dialog that asks, for as long as it is there. */
export function answersProof(ask: AskProof): () => void {
  askProof = ask;
  return () => {
    if (askProof === ask) askProof = null;
  };
}

/** Does what may need a fresh proof of identity: where it is asked for, the person gives it and it is done again. */
export async function proven<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!isRefusal(error, 'sudo_required') || !askProof) throw error;
    await askProof();
    return work();
  }
}
