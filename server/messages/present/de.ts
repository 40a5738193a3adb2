import type { Words } from './language.ts';

const clock = (time: string) => (time.includes('Uhr') ? time : `${time} Uhr`);

export const de: Words = {
  customer: {
    booked: ({ service, date, time, business }) => ({
      subject: `Bestätigt: ${service} am ${date} um ${clock(time)}`,
      heading: 'Ihr Termin ist bestätigt',
      body: `${business} freut sich auf Sie.`,
    }),
    requested: ({ service, date, time, business, waits_until }) => ({
      subject: `Anfrage erhalten: ${service} am ${date} um ${clock(time)}`,
      heading: 'Ihre Anfrage ist angekommen',
      body:
        `${business} bestätigt solche Termine persönlich. Die Zeit ist so lange für Sie reserviert.` +
        (waits_until ? ` Sie hören spätestens am ${waits_until.date} um ${clock(waits_until.time)} von uns.` : ''),
    }),
    rescheduled: ({ service, date, time }) => ({
      subject: `Neue Zeit: ${service} am ${date} um ${clock(time)}`,
      heading: 'Ihr Termin hat eine neue Zeit',
      body: 'Die frühere Zeit gilt nicht mehr.',
    }),
    reschedule_requested: ({ service, date, time, business, waits_until }) => ({
      subject: `Änderung angefragt: ${service} am ${date} um ${clock(time)}`,
      heading: 'Ihr Änderungswunsch ist angekommen',
      body:
        `${business} muss der neuen Zeit noch zustimmen. Ein bereits bestätigter Termin bleibt Ihnen bis dahin erhalten.` +
        (waits_until ? ` Sie hören spätestens am ${waits_until.date} um ${clock(waits_until.time)} von uns.` : ''),
    }),
    approved: ({ service, date, time, business }) => ({
      subject: `Bestätigt: ${service} am ${date} um ${clock(time)}`,
      heading: 'Ihre Anfrage ist bestätigt',
      body: `${business} hat zugesagt und freut sich auf Sie.`,
    }),
    cancelled: ({ service, date, time }) => ({
      subject: `Abgesagt: ${service} am ${date} um ${clock(time)}`,
      heading: 'Ihr Termin ist abgesagt',
      body: 'Sie müssen nichts weiter tun. Einen anderen Termin können Sie jederzeit buchen.',
    }),
    declined: ({ service, date, time, business }) => ({
      subject: `Leider nicht möglich: ${service} am ${date} um ${clock(time)}`,
      heading: 'Diese Zeit ist leider nicht möglich',
      body: `${business} kann Ihre Anfrage nicht annehmen. Das tut uns leid. Vielleicht passt eine andere Zeit.`,
    }),
    expired: ({ service, date, time, business }) => ({
      subject: `Anfrage verfallen: ${service} am ${date} um ${clock(time)}`,
      heading: 'Ihre Anfrage ist verfallen',
      body: `${business} konnte nicht rechtzeitig antworten, die Zeit ist deshalb nicht mehr für Sie reserviert. Das tut uns leid. Vielleicht passt eine andere Zeit.`,
    }),
    move_declined: ({ service, date, time, business }) => ({
      subject: `Unverändert: ${service} am ${date} um ${clock(time)}`,
      heading: 'Ihr Termin bleibt, wie er war',
      body: `${business} kann die neue Zeit nicht anbieten. Der Termin unten gilt weiterhin.`,
    }),
    move_expired: ({ service, date, time, business }) => ({
      subject: `Unverändert: ${service} am ${date} um ${clock(time)}`,
      heading: 'Ihr Termin bleibt, wie er war',
      body: `${business} konnte Ihren Änderungswunsch nicht rechtzeitig beantworten. Der Termin unten gilt weiterhin.`,
    }),
    reminder: ({ service, date, time, business }) => ({
      subject: `Erinnerung: ${service} am ${date} um ${clock(time)}`,
      heading: 'Ihr Termin steht bevor',
      body: `${business} freut sich auf Sie.`,
    }),
  },
  business: {
    note_booked: ({ service, date, time, customer }) => ({
      subject: `Neuer Termin: ${customer}, ${service} am ${date} um ${clock(time)}`,
      heading: 'Neuer Termin',
      body: `${customer} hat ${service} gebucht.`,
    }),
    note_requested: ({ service, date, time, customer, waits_until }) => ({
      subject: `Wartet auf Sie: ${customer}, ${service} am ${date} um ${clock(time)}`,
      heading: 'Eine Anfrage wartet auf Ihre Antwort',
      body:
        `${customer} fragt ${service} an.` +
        (waits_until ? ` Ohne Antwort verfällt die Anfrage am ${waits_until.date} um ${clock(waits_until.time)}.` : ''),
    }),
    note_rescheduled: ({ service, date, time, customer }) => ({
      subject: `Verschoben: ${customer}, ${service} am ${date} um ${clock(time)}`,
      heading: 'Termin verschoben',
      body: `${customer} hat ${service} auf eine andere Zeit verlegt.`,
    }),
    note_cancelled: ({ service, date, time, customer }) => ({
      subject: `Abgesagt: ${customer}, ${service} am ${date} um ${clock(time)}`,
      heading: 'Termin abgesagt',
      body: `${customer} hat ${service} abgesagt. Die Zeit ist wieder frei.`,
    }),
  },
  hello: (name) => `Guten Tag ${name},`,
  moment: (date, time) => `${date} um ${clock(time)}`,
  labels: {
    service: 'Was',
    when: 'Wann',
    your_time: 'Ihre Ortszeit',
    before: 'Bisher',
    where: 'Wo',
    with: 'Bei',
    people: 'Personen',
    price: 'Preis',
    reason: 'Grund',
    customer: 'Kunde',
    email: 'E-Mail',
    phone: 'Telefon',
  },
  manage: 'Ansehen, verschieben oder absagen',
  book_again: 'Anderen Termin buchen',
  open: 'Termin öffnen',
  deadlines: ({ cancel, reschedule }) => {
    if (cancel && cancel === reschedule) return `Online verschieben oder absagen können Sie bis ${cancel}.`;
    const parts = [cancel && `bis ${cancel} absagen`, reschedule && `bis ${reschedule} verschieben`].filter(Boolean);
    return parts.length > 0 ? `Online können Sie ${parts.join(' und ')}.` : null;
  },
  contact: ({ phone, has_reply }) => {
    const ways = [phone && `rufen Sie uns an unter ${phone}`, has_reply && 'antworten Sie auf diese E-Mail'].filter(
      Boolean,
    );
    return ways.length > 0 ? `Noch Fragen? Dann ${ways.join(' oder ')}.` : null;
  },
  footer: (business) => `Sie erhalten diese E-Mail wegen eines Termins bei ${business}.`,
};
