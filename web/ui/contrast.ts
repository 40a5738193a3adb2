/** Colour arithmetic for themes: WCAG 2 contrast and shifts of OKLab lightness. Colours are `#rrggbb`. */

type Triple = [number, number, number];

/** Contrast of two colours, 1 to 21 (WCAG 2.2, "contrast ratio"). */
export function contrastRatio(one: string, other: string): number {
  const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

/** `share` of `other` laid over `base`, 0 to 1, as a translucent layer would look. */
export function mix(base: string, other: string, share: number): string {
  const under = channels(base);
  const over = channels(other);
  return toHex(under.map((value, i) => value + ((over[i] ?? 0) - value) * share) as Triple);
}

/** The nearest colour of the same hue, darker or lighter, whose contrast to each of `against` reaches `ratio`. */
export function shiftUntilReadable(options: {
  color: string;
  against: readonly string[];
  towards: 'darker' | 'lighter';
  ratio?: number;
}): string {
  const { color, against, towards, ratio = 4.5 } = options;
  const isReadable = (candidate: string) => against.every((ground) => contrastRatio(candidate, ground) >= ratio);
  const [lightness, a, b] = toOklab(color);
  const step = towards === 'darker' ? -0.005 : 0.005;
  let candidate = color;
  for (let l = lightness; l > 0 && l < 1 && !isReadable(candidate); l += step) candidate = fromOklab([l, a, b]);
  if (isReadable(candidate)) return candidate;
  return towards === 'darker' ? '#000000' : '#ffffff';
}

/** Of two inks the one that reads better on a ground. */
export const inkOn = (ground: string, inks: readonly [string, string]): string =>
  contrastRatio(inks[0], ground) >= contrastRatio(inks[1], ground) ? inks[0] : inks[1];

const channels = (hex: string): Triple =>
  [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255) as Triple;

const toHex = (values: Triple): string =>
  `#${values
    .map((value) =>
      Math.round(clamp(value) * 255)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`;

const clamp = (value: number): number => Math.min(1, Math.max(0, value));
const linear = (value: number): number => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
const gamma = (value: number): number => (value <= 0.0031308 ? value * 12.92 : 1.055 * value ** (1 / 2.4) - 0.055);

function luminance(hex: string): number {
  const [r, g, b] = channels(hex).map(linear) as Triple;
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** Björn Ottosson, "A perceptual color space for image processing" (2020). */
function toOklab(hex: string): Triple {
  const [r, g, b] = channels(hex).map(linear) as Triple;
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}

/** Out of gamut the chroma is reduced until the colour can be shown, so that the hue stays. */
function fromOklab([lightness, a, b]: Triple): string {
  for (let chroma = 1; chroma > 0; chroma -= 0.05) {
    const rgb = toLinear([lightness, a * chroma, b * chroma]);
    if (rgb.every((value) => value > -0.002 && value < 1.002)) return toHex(rgb.map((v) => gamma(clamp(v))) as Triple);
  }
  return toHex(toLinear([lightness, 0, 0]).map((v) => gamma(clamp(v))) as Triple);
}

function toLinear([lightness, a, b]: Triple): Triple {
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ];
}
