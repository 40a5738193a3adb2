import type { FastifyInstance, FastifyReply } from 'fastify';
import type { Config } from '../../core/config.ts';
import { Refused } from '../../core/errors.ts';
import { readMail, readMailbox } from '../../core/mail/mailbox.ts';
import { listPage, mailPage } from '../present/mailbox-page.ts';

const PAGE_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; frame-src 'self'; base-uri 'none'; form-action 'none'";
/** The mail itself is shown like in a mail program: no script, no forms, links leave the frame. */
const MAIL_POLICY = [
  "default-src 'none'; style-src 'unsafe-inline'; img-src https: data:; base-uri 'none'; form-action 'none'",
  'sandbox allow-popups allow-popups-to-escape-sandbox allow-top-navigation-by-user-activation',
].join('; ');

/**
 * The mailbox of an installation without a mail server, at any host. It shows everybody's mail to everybody, so it exists
 * in development only.
 */
export function mailboxRoutes(app: FastifyInstance, config: Config): void {
  if (config.production) return;
  const { dataDir } = config;
  app.get('/dev/mail', async (_request, reply) => html(reply, PAGE_POLICY, listPage(await readMailbox(dataDir))));
  app.get('/dev/mail.json', async () => ({ data: await readMailbox(dataDir) }));
  app.get<{ Params: { id: string } }>('/dev/mail/:id', async ({ params }, reply) =>
    html(reply, PAGE_POLICY, mailPage(await mailIn(dataDir, params.id))),
  );
  app.get<{ Params: { id: string } }>('/dev/mail/:id/html', async ({ params }, reply) => {
    const mail = await mailIn(dataDir, params.id);
    return html(reply, MAIL_POLICY, mail.html.replace('<head>', '<head><base target="_top">'));
  });
  app.get<{ Params: { id: string } }>('/dev/mail/:id/appointment.ics', async ({ params }, reply) => {
    const { calendar } = await mailIn(dataDir, params.id);
    if (!calendar) throw new Refused('not_found');
    return reply.type(`text/calendar; charset=utf-8; method=${calendar.method}`).send(calendar.text);
  });
}

const html = (reply: FastifyReply, policy: string, page: string) =>
  reply
    .headers({ 'content-security-policy': policy, 'cache-control': 'no-store' })
    .type('text/html; charset=utf-8')
    .send(page);

async function mailIn(dataDir: string, id: string) {
  const mail = await readMail(dataDir, id);
  if (!mail) throw new Refused('not_found');
  return mail;
}
