import type { WorldCustomer } from '../world.ts';

/** The numbers are of the range that is reserved for fiction. */
const from = (name: string, line: number, more: Partial<WorldCustomer> = {}): WorldCustomer => ({
  name,
  email: `${name
    .normalize('NFD')
    .replaceAll(/[^A-Za-z ]/g, '')
    .toLowerCase()
    .replaceAll(' ', '.')}@post.example`,
  phone: `+49 30 2312 50${String(line).padStart(2, '0')}`,
  locale: 'de',
  ...more,
});

export const customers: WorldCustomer[] = [
  from('Jonas Richter', 1, { person: 'customer', email: 'customer@acme.example' }),
  from('Katharina Vogel', 2, { notes: 'Afraid of needles: lie down for blood tests.' }),
  from('Emre Yıldız', 3),
  from('Anneliese Krüger', 4, { email: null, notes: 'Hard of hearing; call the daughter, Ute.' }),
  from('Olena Shevchenko', 5, { locale: 'en' }),
  from('Björn Hoffmann', 6, { tags: ['private insurance'] }),
  from('Mariam Traoré', 7, { locale: 'fr' }),
  from('Luca Bianchi', 8, { locale: 'en' }),
  from('Sabine Lehmann', 9, { tags: ['private insurance'] }),
  from('Ahmad Rahimi', 10),
  from('Wiebke Petersen', 11),
  from('Juan Carlos Vega', 12, { locale: 'es' }),
  from('Trần Minh Anh', 13),
  from('Greta Neumann', 14),
  from('Kofi Asante', 15, { locale: 'en' }),
  from('Irina Volkova', 16),
  from('Matthias Wolf', 17, { tags: ['barrier-free'], notes: 'Wheelchair: room 1.' }),
  from('Aylin Kaya', 18),
  from('Sinéad Murphy', 19, { locale: 'en' }),
  from('Piotr Kowalczyk', 20),
  from('Lina Haddad', 21),
  from('Friedrich Baumann', 22, { tags: ['risk'], notes: 'Takes blood thinners.' }),
  from('Naomi Levi', 23, { locale: 'en' }),
  from('Deepak Sharma', 24, { locale: 'en' }),
  from('Camille Laurent', 25, { locale: 'fr' }),
  from('Hannelore Schulz', 26),
  from('Yuki Nakamura', 27, { locale: 'en' }),
  from('Stefan Maier', 28),
  from('Zeynep Arslan', 29),
  from('Ola Lindgren', 30, { locale: 'en', time_zone: 'Europe/Stockholm' }),
];
