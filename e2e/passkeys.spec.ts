import { expect, test, type Page } from '@playwright/test';
import { expectNoBarriers } from './barriers.ts';
import { at } from './installation.ts';

/** A device with a fingerprint reader on which somebody always is the one. */
async function withDevice(page: Page) {
  const session = await page.context().newCDPSession(page);
  await session.send('WebAuthn.enable');
  const options = { protocol: 'ctap2', transport: 'internal', hasResidentKey: true } as const;
  const { authenticatorId } = await session.send('WebAuthn.addVirtualAuthenticator', {
    options: { ...options, hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true },
  });
  return {
    verifies: (isUserVerified: boolean) =>
      session.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified }),
  };
}

async function signIn(page: Page) {
  await page.goto(`${at('acme')}/sign-in?to=%2Faccount`);
  await page.getByLabel('E-mail').fill('staff@acme.example');
  await page.getByLabel('Password', { exact: true }).fill('smooth-demo');
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
}

async function signOut(page: Page) {
  await page.getByRole('button', { name: /Your menu, .*/ }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await expect(page.getByLabel('Password', { exact: true })).toBeVisible();
  await page.goto(`${at('acme')}/sign-in?to=%2Faccount`);
}

test('a passkey is added, signs in alone and after the password, and is removed', async ({ page }) => {
  const device = await withDevice(page);
  await signIn(page);
  await page.getByRole('button', { name: 'Add passkey' }).click();
  await page.getByRole('dialog').getByLabel('Name').fill('Work laptop');
  await page.getByRole('dialog').getByRole('button', { name: 'Go on' }).click();
  await expect(page.getByText('Keep these recovery codes')).toBeVisible();
  await page.getByRole('button', { name: 'I have kept them' }).click();
  const row = page.getByRole('listitem').filter({ hasText: 'Work laptop' });
  await expect(row).toContainText('not used yet');
  await expect(page.getByText('10 recovery codes are left.')).toBeVisible();

  await signOut(page);
  await device.verifies(false);
  await page.getByRole('button', { name: 'Use a passkey' }).click();
  await expect(page.getByRole('alert')).toContainText('Nothing came from your device.');
  await device.verifies(true);
  await page.getByRole('button', { name: 'Use a passkey' }).click();
  await expect(row).toContainText('last used');

  await signOut(page);
  await signIn(page);
  await expect(page.getByRole('heading', { name: 'Confirm that it is you' })).toBeVisible();
  await expectNoBarriers(page);
  await page.getByRole('button', { name: 'Use a passkey' }).click();
  await expect(row).toBeVisible();

  await page.getByRole('button', { name: 'Rename Work laptop' }).click();
  await page.getByRole('dialog').getByLabel('Name').fill('Laptop at work');
  await page.getByRole('dialog').getByRole('button', { name: 'Rename' }).click();
  await page.getByRole('button', { name: 'Remove Laptop at work' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Remove passkey' }).click();
  await expect(page.getByText('You have no passkeys yet.')).toBeVisible();
  await expectNoBarriers(page);

  await signOut(page);
  await page.getByRole('button', { name: 'Use a passkey' }).click();
  await expect(page.getByRole('alert')).toContainText('This passkey opens nothing here.');
});
