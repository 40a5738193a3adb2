import { expect, type Page, test } from '@playwright/test';
import { expectNoSidewaysScroll } from './barriers.ts';
import { heading, signIn } from './business.ts';
import { newBusiness } from './new-business.ts';

const owner = 'owner@demo.example';
const germanRooms = ['Kalender', 'Heute', 'Termine', 'Kunden', 'Mein Kalender', 'Leistungen', 'Ressourcen'].concat([
  'Team',
  'Schließzeiten',
  'Überblick',
  'Protokoll',
  'Einstellungen',
  'Entwicklung',
  'Buchungsseite',
  'Einbetten',
  'API-Dokumentation',
]);
const rooms = (page: Page, name: string) => page.getByRole('navigation', { name });

test('an owner switches to German, finds her rooms in German, and the choice goes with her', async ({
  page,
  browser,
}) => {
  const { address, email } = await newBusiness();
  await signIn(page, email, `${address}/customers`);
  await page.getByRole('button', { name: /^Your menu/ }).click();
  await page.getByRole('menuitem', { name: 'Deutsch' }).click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'de');
  await expect(heading(page, 'Kunden')).toBeVisible();
  await page.reload();
  await expect(page.getByRole('heading', { name: 'Noch keine Kunden' })).toBeVisible();
  const main = rooms(page, 'Hauptbereiche');
  await expect(main.getByRole('link')).toHaveText(germanRooms);
  await main.getByRole('link', { name: 'Überblick' }).click();
  await expect(page.getByText('Erwarteter Umsatz')).toBeVisible();
  await main.getByRole('link', { name: 'Einstellungen' }).click();
  await expect(page.getByRole('region', { name: 'Buchungsregeln' })).toContainText('Noch keine Leistungen.');
  await main.getByRole('link', { name: 'Kalender', exact: true }).click();
  await expect(page).toHaveTitle(/^Kalender/);
  await main.getByRole('link', { name: 'Leistungen' }).click();
  await page.getByRole('link', { name: 'Leistung anlegen' }).first().click();
  await expect(page.getByLabel('Preis')).toHaveValue('0,00 USD');
  await page.getByRole('button', { name: 'Leistung anlegen' }).click();
  await expect(page.getByText('Geben Sie einen Namen ein')).toBeVisible();

  const elsewhere = await browser.newPage({ locale: 'en-US' });
  await elsewhere.goto(`${address}/settings`);
  await elsewhere.getByLabel('E-mail').fill(email);
  await elsewhere.getByLabel('Password', { exact: true }).fill('smooth-demo');
  await elsewhere.getByRole('button', { name: 'Sign in' }).click();
  await expect(heading(elsewhere, 'Einstellungen')).toBeVisible();
  await elsewhere.close();
});

test('a refusal is told in the language of the person', async ({ page }) => {
  await page.addInitScript(() => localStorage.setItem('smooth-language', '"es"'));
  await page.goto('/');
  await page.getByLabel('Correo electrónico').fill(owner);
  await page.getByLabel('Contraseña', { exact: true }).fill('wrong');
  await page.getByRole('button', { name: 'Iniciar sesión' }).click();
  await expect(page.getByRole('alert')).toHaveText(/Revise ambos e inténtelo de nuevo/);
});

test.describe('in a French browser', () => {
  test.use({ locale: 'fr-FR' });

  test('the app begins in French, with French dates', async ({ page }) => {
    await page.goto('/overview');
    await expect(page.locator('html')).toHaveAttribute('lang', 'fr');
    await page.getByLabel('E-mail').fill(owner);
    await page.getByLabel('Mot de passe', { exact: true }).fill('smooth-demo');
    await page.getByRole('button', { name: 'Se connecter' }).click();
    await expect(heading(page, 'Aperçu')).toBeVisible();
    await expect(rooms(page, 'Principal').getByRole('link', { name: 'Rendez-vous' })).toBeVisible();
    await expect(page.getByText('Réservations par jour')).toBeVisible();
    await page.setViewportSize({ width: 390, height: 844 });
    await expectNoSidewaysScroll(page);
    await expect(page.getByRole('region', { name: 'Aujourd’hui' })).toContainText(
      /(lun|mar|mer|jeu|ven|sam|dim)\. \d+/,
    );
  });
});
