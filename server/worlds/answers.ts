import type { Drawn } from './diary.ts';

/** What a customer ticks and chooses; most leave free text empty. */
export function answersTo({
  service,
  customer,
}: Pick<Drawn, 'service' | 'customer'>): Record<string, string | boolean> {
  const answers: Record<string, string | boolean> = {};
  for (const { key, kind, choices, is_required } of service.questions ?? []) {
    if (kind === 'choice') answers[key] = choices[customer % choices.length]!;
    else if (kind === 'checkbox' && customer % 4 === 0) answers[key] = true;
    else if (is_required) answers[key] = 'As last time';
  }
  return answers;
}
