import { type APIRequestContext, expect } from '@playwright/test';
import { at } from './installation.ts';

/** The link of an invitation in the newest mail to somebody. */
export async function invitationLink(request: APIRequestContext, email: string): Promise<string> {
  let link: string | undefined;
  await expect(async () => {
    const { data } = (await (await request.get(`${at()}/dev/mail.json`)).json()) as {
      data: { to: { address: string }; text: string }[];
    };
    link = /http\S+\/invitation\/\S+/.exec(data.find(({ to }) => to.address === email)?.text ?? '')?.[0];
    expect(link).toBeDefined();
  }).toPass({ timeout: 20_000 });
  return link!;
}
