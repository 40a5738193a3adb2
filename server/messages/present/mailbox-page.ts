import type { Mail } from '../../core/mail/mail.ts';
import { escape } from '../../core/mail/html.ts';

const STYLE = `
:root { color-scheme: light dark; --page: #f6f7f9; --card: #fff; --ink: #15171a; --dim: #5b616b; --line: #e3e5e9; --accent: #4f46e5 }
@media (prefers-color-scheme: dark) { :root { --page: #111214; --card: #1b1c1f; --ink: #f1f2f4; --dim: #a3a8b0; --line: #303237; --accent: #a5a8ff } }
* { box-sizing: border-box }
body { margin: 0 auto; max-width: 880px; padding: 32px 16px 64px; background: var(--page); color: var(--ink); font: 15px/22px system-ui, sans-serif }
h1 { font-size: 20px; line-height: 28px; font-weight: 600; margin: 0 0 4px } h2 { font-size: 14px; font-weight: 600; margin: 28px 0 8px }
p { margin: 0 0 16px; color: var(--dim) } a { color: var(--accent) } a:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px }
ol { list-style: none; margin: 24px 0 0; padding: 0; background: var(--card); border: 1px solid var(--line); border-radius: 8px; overflow: hidden }
li + li { border-top: 1px solid var(--line) } li a { display: block; padding: 12px 16px; color: inherit; text-decoration: none } li a:hover strong { text-decoration: underline }
li small { display: flex; gap: 12px; flex-wrap: wrap; color: var(--dim); font-size: 13px }
time { font-variant-numeric: tabular-nums } dl { display: grid; grid-template-columns: max-content 1fr; gap: 4px 16px; margin: 16px 0 } dt { color: var(--dim) } dd { margin: 0; overflow-wrap: anywhere }
pre { margin: 0; padding: 16px; background: var(--card); border: 1px solid var(--line); border-radius: 8px; white-space: pre-wrap; overflow-wrap: anywhere; font: 13px/20px ui-monospace, monospace }
iframe { width: 100%; height: 860px; border: 1px solid var(--line); border-radius: 8px; background: var(--card) }
`;

const page = (title: string, body: string) => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escape(title)}</title><style>${STYLE}</style></head><body>
${body}
</body></html>
`;

export function listPage(mails: Mail[]): string {
  const intro = '<h1>Mail</h1><p>What this installation would have sent. Set SMTP_URL to let it leave.</p>';
  if (mails.length === 0)
    return page('Mail', `${intro}<p>Messages appear here. Book an appointment to see the first one.</p>`);
  return page('Mail', `${intro}<ol>${mails.map(lineOf).join('\n')}</ol>`);
}

const lineOf = ({ id, subject, to, from, at }: Mail) =>
  `<li><a href="/dev/mail/${id}"><strong>${escape(subject)}</strong>
<small><span>To ${escape(to.address)}</span><span>From ${escape(from.name)}</span>${timeOf(at)}</small></a></li>`;

const timeOf = (at: number) => {
  const text = new Date(at).toISOString();
  return `<time datetime="${text}">${text.slice(0, 16).replace('T', ' ')} UTC</time>`;
};

export function mailPage({ id, subject, from, reply_to, to, at, text, calendar }: Mail): string {
  const about = [
    ['From', `${from.name} <${from.address}>`],
    ['To', to.address],
    ['Reply to', reply_to ? `${reply_to.name} <${reply_to.address}>` : 'nobody'],
  ].map(([label, value]) => `<dt>${label}</dt><dd>${escape(value!)}</dd>`);
  const ics = calendar
    ? `<h2>Calendar, ${calendar.method} (<a href="/dev/mail/${id}/appointment.ics">download</a>)</h2><pre>${escape(calendar.text)}</pre>`
    : '';
  return page(
    subject,
    `<p><a href="/dev/mail">All mail</a></p><h1>${escape(subject)}</h1>
<dl>${about.join('')}<dt>Written</dt><dd>${timeOf(at)}</dd></dl>
<h2>As HTML</h2><iframe src="/dev/mail/${id}/html" title="The mail as HTML" sandbox="allow-popups allow-popups-to-escape-sandbox allow-top-navigation-by-user-activation"></iframe>
<h2>As text</h2><pre>${linked(text)}</pre>
${ics}`,
  );
}

const linked = (text: string) => escape(text).replaceAll(/https?:\/\/\S+/g, (url) => `<a href="${url}">${url}</a>`);
