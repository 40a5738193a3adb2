import type { Words } from './language.ts';

export const en: Words = {
  customer: {
    booked: ({ service, date, time, business }) => ({
      subject: `Confirmed: ${service} on ${date} at ${time}`,
      heading: 'Your appointment is confirmed',
      body: `${business} looks forward to seeing you.`,
    }),
    requested: ({ service, date, time, business, waits_until }) => ({
      subject: `Request received: ${service} on ${date} at ${time}`,
      heading: 'Your request has arrived',
      body:
        `${business} confirms each appointment of this kind personally. The time is kept for you meanwhile.` +
        (waits_until ? ` You hear from us by ${waits_until.date}, ${waits_until.time} at the latest.` : ''),
    }),
    rescheduled: ({ service, date, time }) => ({
      subject: `New time: ${service} on ${date} at ${time}`,
      heading: 'Your appointment has a new time',
      body: 'The earlier time no longer applies.',
    }),
    reschedule_requested: ({ service, date, time, business, waits_until }) => ({
      subject: `Change requested: ${service} on ${date} at ${time}`,
      heading: 'Your wish for a new time has arrived',
      body:
        `${business} has to agree to the new time. An earlier confirmed time stays yours until then.` +
        (waits_until ? ` You hear from us by ${waits_until.date}, ${waits_until.time} at the latest.` : ''),
    }),
    approved: ({ service, date, time, business }) => ({
      subject: `Confirmed: ${service} on ${date} at ${time}`,
      heading: 'Your request is confirmed',
      body: `${business} has agreed and looks forward to seeing you.`,
    }),
    cancelled: ({ service, date, time }) => ({
      subject: `Cancelled: ${service} on ${date} at ${time}`,
      heading: 'Your appointment is cancelled',
      body: 'There is nothing more to do. You can book another time whenever you like.',
    }),
    declined: ({ service, date, time, business }) => ({
      subject: `Not possible: ${service} on ${date} at ${time}`,
      heading: 'This time does not work',
      body: `${business} cannot take your request. We are sorry. Other times may be free.`,
    }),
    expired: ({ service, date, time, business }) => ({
      subject: `Request lapsed: ${service} on ${date} at ${time}`,
      heading: 'Your request has lapsed',
      body: `${business} could not answer in time, so this time is no longer kept for you. We are sorry. Other times may be free.`,
    }),
    move_declined: ({ service, date, time, business }) => ({
      subject: `Unchanged: ${service} on ${date} at ${time}`,
      heading: 'Your appointment stays as it was',
      body: `${business} cannot offer the new time. The time below is still yours.`,
    }),
    move_expired: ({ service, date, time, business }) => ({
      subject: `Unchanged: ${service} on ${date} at ${time}`,
      heading: 'Your appointment stays as it was',
      body: `${business} could not answer your wish for a new time. The time below is still yours.`,
    }),
    reminder: ({ service, date, time, business }) => ({
      subject: `Reminder: ${service} on ${date} at ${time}`,
      heading: 'Your appointment is coming up',
      body: `${business} looks forward to seeing you.`,
    }),
  },
  business: {
    note_booked: ({ service, date, time, customer }) => ({
      subject: `New appointment: ${customer}, ${service} on ${date} at ${time}`,
      heading: 'New appointment',
      body: `${customer} has booked ${service}.`,
    }),
    note_requested: ({ service, date, time, customer, waits_until }) => ({
      subject: `Waiting for you: ${customer}, ${service} on ${date} at ${time}`,
      heading: 'A request waits for your answer',
      body:
        `${customer} asks for ${service}.` +
        (waits_until ? ` Without an answer it lapses on ${waits_until.date}, ${waits_until.time}.` : ''),
    }),
    note_rescheduled: ({ service, date, time, customer }) => ({
      subject: `Moved: ${customer}, ${service} on ${date} at ${time}`,
      heading: 'Appointment moved',
      body: `${customer} has moved ${service} to another time.`,
    }),
    note_cancelled: ({ service, date, time, customer }) => ({
      subject: `Cancelled: ${customer}, ${service} on ${date} at ${time}`,
      heading: 'Appointment cancelled',
      body: `${customer} has cancelled ${service}. The time is free again.`,
    }),
  },
  hello: (name) => `Hello ${name},`,
  moment: (date, time) => `${date} at ${time}`,
  labels: {
    service: 'What',
    when: 'When',
    your_time: 'Your time',
    before: 'Before',
    where: 'Where',
    with: 'With',
    people: 'People',
    price: 'Price',
    reason: 'Reason',
    customer: 'Customer',
    email: 'E-mail',
    phone: 'Phone',
  },
  manage: 'View, move or cancel',
  book_again: 'Book another time',
  open: 'Open appointment',
  deadlines: ({ cancel, reschedule }) => {
    if (cancel && cancel === reschedule) return `You can move or cancel online until ${cancel}.`;
    const parts = [cancel && `cancel until ${cancel}`, reschedule && `move until ${reschedule}`].filter(Boolean);
    return parts.length > 0 ? `Online you can ${parts.join(' and ')}.` : null;
  },
  contact: ({ phone, has_reply }) => {
    const ways = [phone && `call ${phone}`, has_reply && 'reply to this e-mail'].filter(Boolean);
    return ways.length > 0 ? `Questions? Just ${ways.join(' or ')}.` : null;
  },
  footer: (business) => `You receive this e-mail because of an appointment with ${business}.`,
};
