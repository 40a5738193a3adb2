import type { BookingService } from '@smooth/contract/booking/booking.ts';
import type { Format } from './format.ts';
import type { Speech } from './words/words.ts';

/** Duration and price of a service: exact with one person, otherwise from the least of all where they differ. */
export function figuresOf(
  { range, resources }: Pick<BookingService, 'range' | 'resources'>,
  resourceId: string | null,
  speech: Pick<Speech, 'text'>,
  format: Pick<Format, 'duration' | 'money'>,
) {
  const chosen = resources.find(({ id }) => id === resourceId)?.terms;
  const { least, most } = chosen ? { least: chosen, most: chosen } : range;
  const from = (words: string, differs: boolean) => (differs ? speech.text('from_least', { least: words }) : words);
  return {
    duration: from(format.duration(least.duration_minutes), least.duration_minutes < most.duration_minutes),
    price:
      most.price.amount_minor > 0
        ? from(format.money(least.price), least.price.amount_minor < most.price.amount_minor)
        : '',
  };
}
