import type { WorldCustomer } from '../world.ts';

/** The numbers are of the range that is reserved for fiction. */
const from = (name: string, line: number, more: Partial<WorldCustomer> = {}): WorldCustomer => ({
  name,
  email: `${name
    .normalize('NFD')
    .replaceAll(/[^A-Za-z ]/g, '')
    .toLowerCase()
    .replaceAll(' ', '.')}@mail.example`,
  phone: `+1 347 555 01${String(line).padStart(2, '0')}`,
  ...more,
});

export const customers: WorldCustomer[] = [
  from('Noah Bennett', 1, {
    person: 'customer',
    email: 'customer@demo.example',
    notes: 'Likes the chair by the window.',
  }),
  from('Aaliyah Washington', 2, { notes: 'Sensitive scalp: fragrance-free shampoo.' }),
  from('Giulia Moretti', 3, { tags: ['bridal'] }),
  from('Diego Fernández', 4, { locale: 'es' }),
  from('Hana Kobayashi', 5, { tags: ['regular'], notes: 'Brings her own conditioner.' }),
  from('Chinedu Eze', 6),
  from('Élodie Martin', 7, { locale: 'fr' }),
  from('Rahul Mehta', 8),
  from('Zofia Nowak', 9, { notes: 'Allergic to almond oil.' }),
  from('Liam O’Connor', 10),
  from('Fatima Al-Sayed', 11, { notes: 'Prefers a room with the door closed.' }),
  from('Grace Kim', 12, { tags: ['bridal'] }),
  from('Mateus Oliveira', 13),
  from('Ingrid Solberg', 14),
  from('Thandiwe Dlamini', 15),
  from('Jasper de Vries', 16),
  from('Lucía Romero', 17, { locale: 'es' }),
  from('Ananya Iyer', 18, { tags: ['bridal'] }),
  from('Samuel Goldberg', 19, { tags: ['regular'], notes: 'Mondays only, before work.' }),
  from('Mei Lin', 20),
  from('Kwame Mensah', 21),
  from('Charlotte Dubois', 22, { locale: 'fr' }),
  from('Omar Haddad', 23),
  from('Isla McKenzie', 24),
  from('Nguyễn Thị Lan', 25),
  from('Viktor Petrov', 26),
  from('Rosa Delgado', 27, { email: null, notes: 'No e-mail: call her.' }),
  from('Leilani Kahananui', 28, { time_zone: 'Pacific/Honolulu' }),
  from('Yusuf Demir', 29),
  from('Emma Schneider', 30, { locale: 'de', time_zone: 'Europe/Berlin' }),
  from('Tariq Aziz', 31),
  from('Beatriz Carvalho', 32),
  from('Jamal Robinson', 33),
  from('Sienna Rossi', 34),
  from('Dev Kapoor', 35),
  from('Maren Holm', 36),
  from('Patrick Byrne', 37, { tags: ['unreliable'], is_blocked: true, notes: 'Did not come five times in a row.' }),
  from('Ximena Cruz', 38, { locale: 'es' }),
  from('Oluwaseun Adebayo', 39),
  from('Hye-jin Park', 40),
];
