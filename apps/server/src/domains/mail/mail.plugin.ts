import { readMail, testMail } from '@monkey-tracker/contract/mail';
import fp from 'fastify-plugin';
import type { AppOptions } from '../../platform/http.ts';
import { routes } from '../../platform/routes.ts';
import { createPost, enqueueTest, type Post, readStatus } from './mail.service.ts';
import { createMailer } from './mailer.ts';
import { startWorker } from './worker.ts';

/** Mail to people: links, and a test. Without a mail server links are shown to copy. */
export const mail = fp<AppOptions>(
  async (app, { deliver = true }) => {
    const { SMTP_URL, MAIL_FROM, PUBLIC_URL } = app.environment;
    const mailer = SMTP_URL === undefined ? undefined : createMailer(SMTP_URL, MAIL_FROM);
    const post = createPost(app.sealer, mailer, PUBLIC_URL);
    app.decorate('mail', post);
    const { read, change } = routes(app);
    read(readMail, ({ db }) => readStatus(db, mailer, post));
    change(testMail, ({ unit, caller }) => enqueueTest(unit.db, { mailer, post }, caller.userId));
    if (mailer && deliver) startWorker(app, mailer);
  },
  { name: 'mail', dependencies: ['database'] },
);

declare module 'fastify' {
  interface FastifyInstance {
    mail: Post;
  }
}
