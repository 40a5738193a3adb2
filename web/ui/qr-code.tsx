import { encode } from 'uqr';

interface QrCode {
  /** What a camera reads. */
  value: string;
  /** What it is, for those who do not see it. */
  label: string;
}

/** Four modules of white all around are part of the code (ISO/IEC 18004); cameras need them. */
const QUIET_MODULES = 4;

/** Dark on white in every theme: many cameras do not read it the other way round. */
export default function QrCode({ value, label }: QrCode) {
  const { data, size } = encode(value, { ecc: 'M', border: QUIET_MODULES });
  return (
    <svg role="img" aria-label={label} viewBox={`0 0 ${size} ${size}`} shapeRendering="crispEdges">
      <rect width={size} height={size} fill="#fff" />
      <path d={dark(data)} fill="#000" />
    </svg>
  );
}

/** One run of dark modules, one stroke of the path. */
const dark = (rows: readonly (readonly boolean[])[]): string =>
  rows
    .map((row, y) => {
      const text = row.map((isDark) => (isDark ? '1' : '0')).join('');
      return [...text.matchAll(/1+/g)]
        .map(({ index, 0: { length } }) => `M${index} ${y}h${length}v1h-${length}z`)
        .join('');
    })
    .join('');
