import { createContext, type ReactNode, use, useMemo } from 'react';
import { type Format, formatFor, type Manner } from './format.ts';

const FormatContext = createContext<Format | null>(null);

/** Gives every component below the business's way of writing times and money. */
export function FormatProvider({ locale, currency, zone, children }: Manner & { children: ReactNode }) {
  const format = useMemo(() => formatFor({ locale, currency, zone }), [locale, currency, zone]);
  return <FormatContext value={format}>{children}</FormatContext>;
}

export function useFormat(): Format {
  const format = use(FormatContext);
  if (!format) throw new Error('useFormat needs a FormatProvider above it');
  return format;
}
