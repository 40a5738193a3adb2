import { expect, test } from '../testing/test.ts';

test('visitors who look at days far apart all get an answer while others book', async ({ salon }) => {
  const look = (date: string) =>
    salon.visitor.get(
      `/api/booking/availability?service_id=${salon.services.haircut}&from=${date}&to=${date}&resource_id=${salon.resources.ana}`,
    );
  const book = (hour: number, date: string) =>
    salon.visitor.post('/api/booking/appointments', {
      service_id: salon.services.haircut,
      resource_id: salon.resources.ana,
      start: `${date}T${String(hour).padStart(2, '0')}:00:00Z`,
      customer: { name: 'Nina Park', email: 'nina@example.com' },
    });
  for (const hour of [7, 8, 9, 10, 11, 12, 13, 14]) {
    const days = ['2026-07-15', '2026-08-05', '2026-08-26', '2026-09-16'];
    const asked = Array.from({ length: 5 }, () => [look(days[0]!), look(days[1]!), look(days[2]!), look(days[3]!)]);
    const answers = await Promise.all([...asked.flat(), book(hour, days[0]!), book(hour, days[1]!)]);
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200, 201]));
  }
});
