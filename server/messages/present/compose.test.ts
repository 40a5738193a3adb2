import { expect, test } from 'vitest';
import type { Facts } from '../queries.ts';
import { businessTemplates, customerTemplates } from '../rules/templates.ts';
import { compose, type Writing } from './compose.ts';
import { inkOn } from '../../core/mail/html.ts';

const facts = {
  id: '019a0000-0000-7000-8000-000000000001',
  revision: 2,
  status: 'confirmed',
  starts_at: Date.parse('2026-03-09T14:00:00Z'),
  ends_at: Date.parse('2026-03-09T15:00:00Z'),
  expires_at: Date.parse('2026-03-08T14:00:00Z'),
  time_zone: 'America/New_York',
  customer_time_zone: 'Europe/Berlin',
  party_size: 2,
  price_minor: 4500,
  currency: 'USD',
  cancel_notice_minutes: 1440,
  reschedule_notice_minutes: 1440,
  service_name: 'Haircut & <wash>',
  customer_name: 'Maya',
  customer_email: 'maya@example.com',
  customer_phone: null,
  staff_names: ['Ana'],
  location_name: 'Main street',
  location_address: '1 Main St',
  was_invited: true,
} as unknown as Facts;

const writing = (template: Writing['template'], locale: string): Writing => ({
  template,
  facts: { ...facts, locale },
  business: {
    name: 'Salon',
    locale,
    email: 'desk@salon.example',
    phone: '+1 555 0100',
    address: null,
    brand_color: '#ffd400',
    time_zone: 'America/New_York',
  },
  now: Date.parse('2026-03-01T00:00:00Z'),
  before: { start: Date.parse('2026-03-06T15:00:00Z'), end: Date.parse('2026-03-06T16:00:00Z') },
  reason: 'Somebody is ill',
  links: {
    manage: 'https://salon.test/manage/x',
    book: 'https://salon.test/book',
    business: 'https://salon.test/appointments/1',
  },
  sender: { address: 'bookings@test', host: 'test' },
});

const times: Record<string, string> = { en: '10:00', de: '10:00', fr: '10:00', es: '10:00' };

for (const locale of ['en', 'es', 'fr', 'de']) {
  test(`every message is complete in ${locale} and names the zone`, () => {
    for (const template of [...customerTemplates, ...businessTemplates]) {
      const { subject, body_text, body_html } = compose(writing(template, locale));
      for (const text of [subject, body_text, body_html]) expect(text).not.toMatch(/undefined|null|NaN|\[object/);
      expect(subject).toContain(times[locale]);
      expect(body_text).toContain('America/New_York');
      expect(body_html).toContain('Haircut &amp; &lt;wash&gt;');
      expect(subject).not.toMatch(/!|please/i);
    }
  });
}

test('the customer reads the place’s time and their own, the business only its own', () => {
  expect(compose(writing('booked', 'de')).body_text).toContain(
    'Montag, 9. März 2026, 15:00–16:00 Uhr (Mitteleuropäische Normalzeit, Europe/Berlin)',
  );
  expect(compose(writing('note_booked', 'de')).body_text).not.toContain('Europe/Berlin');
});

test('an unknown language falls back to English, a region keeps its manner', () => {
  expect(compose(writing('booked', 'pt-BR')).subject).toBe(
    'Confirmed: Haircut & <wash> on Monday, March 9 at 10:00 AM',
  );
  expect(compose(writing('booked', 'en-GB')).subject).toBe('Confirmed: Haircut & <wash> on Monday 9 March at 10:00');
});

test('text on the button reads on any brand colour', () => {
  expect(inkOn('#ffd400')).toBe('#000000');
  expect(inkOn('#4f46e5')).toBe('#ffffff');
});
