import { expect, test } from '@playwright/test';
import { chooseTime } from './booking.ts';

const spoken = {
  en: ['Choose a service', 'Choose a time', 'Your details', 'Name', 'Email', 'Your appointment is booked'],
  es: ['Elige un servicio', 'Elige una hora', 'Tus datos', 'Nombre', 'Correo electrónico', 'Tu cita está reservada'],
  fr: [
    'Choisissez une prestation',
    'Choisissez une heure',
    'Vos coordonnées',
    'Nom',
    'E-mail',
    'Votre rendez-vous est réservé',
  ],
  de: ['Leistung wählen', 'Zeit wählen', 'Ihre Angaben', 'Name', 'E-Mail', 'Ihr Termin ist gebucht'],
} as const;

for (const [language, [service, time, details, name, email, booked]] of Object.entries(spoken)) {
  test.describe(`a visitor who speaks ${language}`, () => {
    test.use({ locale: language });

    test(`books in ${language}`, async ({ page }) => {
      const heading = (text: string) => expect(page.getByRole('heading', { level: 1, name: text })).toBeVisible();
      await page.goto('/book');
      await heading(service);
      await expect(page.locator('html')).toHaveAttribute('lang', language);
      await page.getByRole('button', { name: /Haircut/ }).click();
      await heading(time);
      await chooseTime(page);
      await heading(details);
      await page.getByLabel(name, { exact: true }).fill('Léa Muñoz');
      await page.getByLabel(email).fill('lea@example.com');
      await page.locator('button[type=submit]').click();
      await heading(booked);
    });
  });
}

test('the language can be changed in the middle, and nothing typed is lost', async ({ page }) => {
  await page.goto('/book?lang=fr');
  await page.getByRole('button', { name: /Haircut/ }).click();
  await chooseTime(page);
  await page.getByLabel('Nom', { exact: true }).fill('Léa');
  await page.getByRole('combobox', { name: 'Langue' }).selectOption('de');
  await expect(page.getByRole('heading', { level: 1, name: 'Ihre Angaben' })).toBeVisible();
  await expect(page.getByLabel('Name', { exact: true })).toHaveValue('Léa');
});
