import type { Letter } from './letter.ts';

const PRODUCT_COLOR = '#4f46e5';
const FONT = "-apple-system,BlinkMacSystemFont,'Segoe UI',Roboto,Helvetica,Arial,sans-serif";

/** Colours stand inline for light; programs that know dark mode take these instead. */
const DARK = `@media (prefers-color-scheme: dark) {
.page { background: #111214 !important } .card { background: #1b1c1f !important; border-color: #303237 !important }
.ink { color: #f1f2f4 !important } .dim { color: #a3a8b0 !important } .line { border-color: #303237 !important }
}`;

/** The whole mail as HTML: tables and inline styles, because mail programs know little else. */
export function htmlOf(letter: Letter): string {
  const color = letter.brand_color ?? PRODUCT_COLOR;
  return `<!doctype html>
<html lang="${escape(letter.locale)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${escape(letter.heading)}</title>
<style>${DARK}</style>
</head>
<body class="page" style="margin:0;padding:0;background:#f6f7f9;font-family:${FONT}">
<table role="presentation" class="page" width="100%" cellpadding="0" cellspacing="0" style="background:#f6f7f9">
<tr><td align="center" style="padding:32px 16px">
<table role="presentation" class="card" width="100%" cellpadding="0" cellspacing="0" style="max-width:560px;background:#ffffff;border:1px solid #e3e5e9;border-radius:12px;border-collapse:separate;overflow:hidden">
<tr><td style="height:6px;line-height:6px;font-size:0;background:${color}">&nbsp;</td></tr>
<tr><td style="padding:28px 32px 32px">
<p class="dim" style="margin:0 0 20px;font-size:14px;line-height:20px;color:#5b616b">${escape(letter.business)}</p>
<h1 class="ink" style="margin:0 0 12px;font-size:22px;line-height:30px;font-weight:600;color:#15171a">${escape(letter.heading)}</h1>
<p class="ink" style="margin:0 0 24px;font-size:16px;line-height:25px;color:#15171a">${escape(letter.hello)}<br>${escape(letter.body)}</p>
${factsOf(letter)}${buttonOf(letter, color)}${notesOf(letter)}
</td></tr>
</table>
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="max-width:560px">
<tr><td class="dim" style="padding:20px 32px;font-size:13px;line-height:20px;color:#5b616b">${letter.footer.map(escape).join('<br>')}</td></tr>
</table>
</td></tr>
</table>
</body>
</html>
`;
}

function factsOf({ facts }: Letter): string {
  const rows = facts.map(
    ([label, value]) =>
      `<tr><td class="dim line" valign="top" style="padding:10px 16px 10px 0;border-top:1px solid #e3e5e9;font-size:14px;line-height:22px;color:#5b616b;white-space:nowrap">${escape(label)}</td>` +
      `<td class="ink line" valign="top" style="padding:10px 0;border-top:1px solid #e3e5e9;font-size:15px;line-height:22px;color:#15171a">${escape(value)}</td></tr>`,
  );
  if (rows.length === 0) return '';
  return `<table role="presentation" width="100%" cellpadding="0" cellspacing="0">${rows.join('\n')}</table>`;
}

function buttonOf({ button }: Letter, color: string): string {
  if (!button) return '';
  const style = `display:inline-block;padding:12px 22px;border-radius:8px;background:${color};color:${inkOn(color)};font-size:15px;line-height:20px;font-weight:600;text-decoration:none`;
  return `<p style="margin:24px 0 0"><a href="${escape(button.href)}" style="${style}">${escape(button.label)}</a></p>`;
}

const notesOf = ({ notes }: Letter): string =>
  notes
    .map(
      (note) =>
        `<p class="dim" style="margin:16px 0 0;font-size:14px;line-height:21px;color:#5b616b">${escape(note)}</p>`,
    )
    .join('\n');

/** White or black, whichever reads better on the colour (WCAG 2.2, relative luminance). */
export function inkOn(color: string): string {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((from) => {
    const share = Number.parseInt(color.slice(from, from + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  const luminance = 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  return 1.05 / (luminance + 0.05) >= 4.5 ? '#ffffff' : '#000000';
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
export const escape = (text: string): string => text.replaceAll(/[&<>"']/g, (sign) => ENTITIES[sign]!);
