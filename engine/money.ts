/** How many decimals the minor unit of a currency has (ISO 4217): EUR 2, JPY 0, KWD 3. Throws RangeError for nonsense. */
export function currencyExponent(currency: string): number {
  return new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;
}

/** `1234` of `EUR` in `de` is `12,34 €`. Throws RangeError for a currency or locale that is not well-formed. */
export function formatMoney(amountMinor: number, currency: string, locale: string): string {
  const format = new Intl.NumberFormat(locale, { style: 'currency', currency });
  return format.format(decimalOf(amountMinor, currencyExponent(currency)) as unknown as number);
}

/** Half up, and half away from zero below it, so that a refund mirrors its charge: 2.5 is 3, -2.5 is -3. */
export function roundHalfUp(value: number): number {
  return value < 0 ? -Math.round(-value) || 0 : Math.round(value);
}

/** `percent` of an amount in minor units, in basis points (19 % is 1900), rounded half up. */
export function shareOf(amountMinor: number, basisPoints: number): number {
  return roundHalfUp((amountMinor * basisPoints) / 10_000);
}

/** A decimal string keeps every digit where a division would not. */
function decimalOf(amountMinor: number, exponent: number): Intl.StringNumericLiteral {
  const digits = String(Math.abs(amountMinor)).padStart(exponent + 1, '0');
  const whole = digits.slice(0, digits.length - exponent);
  const fraction = exponent > 0 ? `.${digits.slice(-exponent)}` : '';
  return `${amountMinor < 0 ? '-' : ''}${whole}${fraction}` as Intl.StringNumericLiteral;
}
