import type { LocalDate } from '@smooth/engine/types.ts';
import { localDateOf } from '@smooth/engine/zone.ts';
import { createContext, type ReactNode, use, useMemo } from 'react';
import { useNow } from './now.ts';
import { type Format, formatFor, type Manner } from './format.ts';

const FormatContext = createContext<Format | null>(null);

/** Gives every component below the business's way of writing times and money. */
export function FormatProvider({ locale, currency, zone, children }: Manner & { children: ReactNode }) {
  const format = useMemo(() => formatFor({ locale, currency, zone }), [locale, currency, zone]);
  return <FormatContext value={format}>{children}</FormatContext>;
}

/** The date of the place right now. */
export const useToday = (): LocalDate => localDateOf(useFormat().zone, useNow());

export function useFormat(): Format {
  const format = use(FormatContext);
  if (!format) throw new Error('useFormat needs a FormatProvider above it');
  return format;
}
