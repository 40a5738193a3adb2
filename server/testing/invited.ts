import { readMailbox } from '../core/mail/mailbox.ts';
import { startBackground, until } from './post-office.ts';
import { test as plain } from './test.ts';

export { expect } from './test.ts';

/** Mails that arrive at an address, and what the link of an invitation among them opens with. */
export const invitingTest = plain
  .extend('mails', { scope: 'file' }, async ({ house }, { onCleanup }) => {
    const background = await startBackground(house);
    onCleanup(() => background.stop());
    return async (to: string) => {
      const found = async () =>
        (await readMailbox(background.core.config.dataDir)).filter(({ to: { address } }) => address === to);
      await until(async () => (await found()).length > 0);
      return found();
    };
  })
  .extend('token', ({ mails }) => async (to: string): Promise<string> => {
    const [mail] = await mails(to);
    return /\/invitation\/(\S+)/.exec(mail!.text)![1]!;
  });
