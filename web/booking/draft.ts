import type { BookedAppointment } from '@smooth/contract/booking/booking.ts';

/** What a visitor has chosen and typed so far; it survives Back, a reload and a lost time. */
export interface Draft {
  step: Step;
  service_id: string | null;
  /** Null: anyone */
  resource_id: string | null;
  party_size: number;
  zone: string;
  day: string | null;
  start: string | null;
  /** Until when and for how much, as it was found with whoever was free. */
  kept: Pick<Hold, 'end' | 'price'> | null;
  hold: Hold | null;
  details: Details;
  /** The last attempt that got no answer; the same body goes out under the same key. */
  attempt: { key: string; body: string } | null;
  booked: Booked | null;
}

export const steps = ['service', 'time', 'details', 'done'] as const;
export type Step = (typeof steps)[number];

export interface Hold {
  id: string;
  end: string;
  price: BookedAppointment['price'];
  expires_at: string;
}

export interface Details {
  name: string;
  email: string;
  phone: string;
  answers: Record<string, string | boolean>;
}

export interface Booked {
  appointment: BookedAppointment;
  manage_token: string;
}

export type Move =
  | { type: 'service'; id: string }
  | { type: 'resource'; id: string | null }
  | { type: 'party'; size: number }
  | { type: 'zone'; zone: string }
  | { type: 'day'; day: string | null }
  | { type: 'held'; start: string; hold: Hold }
  | { type: 'released' }
  | { type: 'step'; step: Step }
  | { type: 'typed'; details: Partial<Omit<Details, 'answers'>> }
  | { type: 'answered'; key: string; value: string | boolean }
  | { type: 'attempted'; attempt: Draft['attempt'] }
  | { type: 'booked'; booked: Booked };

export const emptyDraft = (zone: string): Draft => ({
  step: 'service',
  ...nothingChosen,
  zone,
  details: { name: '', email: '', phone: '', answers: {} },
  booked: null,
});

const noTime = { day: null, start: null, kept: null, hold: null, attempt: null };
const nothingChosen = { service_id: null, resource_id: null, party_size: 1, ...noTime };

/** The one place that says how the draft changes. */
export function advance(draft: Draft, move: Move): Draft {
  switch (move.type) {
    case 'service':
      if (move.id === draft.service_id && !draft.booked) return { ...draft, step: 'time' };
      return { ...draft, ...nothingChosen, booked: null, service_id: move.id, step: 'time' };
    case 'resource':
      return { ...draft, ...noTime, resource_id: move.id };
    case 'party':
      return { ...draft, ...noTime, day: draft.day, party_size: move.size };
    case 'zone':
      return { ...draft, zone: move.zone, day: null };
    case 'day':
      return { ...draft, day: move.day };
    case 'held':
      return { ...draft, start: move.start, kept: move.hold, hold: move.hold, step: 'details' };
    case 'released':
      return { ...draft, hold: null };
    case 'step':
      return stepTo(draft, move.step);
    case 'typed':
      return { ...draft, details: { ...draft.details, ...move.details } };
    case 'answered':
      return {
        ...draft,
        details: { ...draft.details, answers: { ...draft.details.answers, [move.key]: move.value } },
      };
    case 'attempted':
      return { ...draft, attempt: move.attempt };
    default:
      return { ...draft, ...noTime, booked: move.booked, step: 'done' };
  }
}

/** Going anywhere from a finished booking begins another one; what was typed about the person stays. */
function stepTo(draft: Draft, step: Step): Draft {
  const start =
    draft.booked && step !== 'done' ? { ...draft, ...noTime, details: { ...draft.details, answers: {} } } : draft;
  return { ...start, step: reachable(start, step) };
}

/** The step itself, or the last one before it whose choices are made. */
export function reachable(draft: Draft, step: Step): Step {
  if (step === 'done' && !draft.booked) return reachable(draft, 'details');
  if (step === 'details' && !draft.start) return reachable(draft, 'time');
  if (step === 'time' && !draft.service_id) return 'service';
  return step;
}

/** The draft as kept over a reload, or null where the text is something else. */
export function readDraft(text: string | null): Draft | null {
  try {
    const draft = JSON.parse(text ?? 'null') as Partial<Draft> | null;
    const isWhole =
      draft && steps.includes(draft.step as Step) && typeof draft.details?.name === 'string' && draft.zone;
    return isWhole ? (draft as Draft) : null;
  } catch {
    return null;
  }
}
