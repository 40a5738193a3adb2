import type { Words } from './language.ts';

export const fr: Words = {
  customer: {
    booked: ({ service, date, time, business }) => ({
      subject: `Confirmé : ${service} le ${date} à ${time}`,
      heading: 'Votre rendez-vous est confirmé',
      body: `${business} se réjouit de vous accueillir.`,
    }),
    requested: ({ service, date, time, business, waits_until }) => ({
      subject: `Demande reçue : ${service} le ${date} à ${time}`,
      heading: 'Votre demande est bien arrivée',
      body:
        `${business} confirme personnellement chaque rendez-vous de ce type. En attendant, le créneau vous est réservé.` +
        (waits_until ? ` Vous aurez une réponse au plus tard le ${waits_until.date} à ${waits_until.time}.` : ''),
    }),
    rescheduled: ({ service, date, time }) => ({
      subject: `Nouvel horaire : ${service} le ${date} à ${time}`,
      heading: 'Votre rendez-vous a un nouvel horaire',
      body: 'L’ancien horaire n’est plus valable.',
    }),
    reschedule_requested: ({ service, date, time, business, waits_until }) => ({
      subject: `Changement demandé : ${service} le ${date} à ${time}`,
      heading: 'Votre demande de changement est bien arrivée',
      body:
        `${business} doit encore accepter le nouvel horaire. D’ici là, un horaire déjà confirmé reste le vôtre.` +
        (waits_until ? ` Vous aurez une réponse au plus tard le ${waits_until.date} à ${waits_until.time}.` : ''),
    }),
    approved: ({ service, date, time, business }) => ({
      subject: `Confirmé : ${service} le ${date} à ${time}`,
      heading: 'Votre demande est confirmée',
      body: `${business} a accepté et se réjouit de vous accueillir.`,
    }),
    cancelled: ({ service, date, time }) => ({
      subject: `Annulé : ${service} le ${date} à ${time}`,
      heading: 'Votre rendez-vous est annulé',
      body: 'Vous n’avez rien d’autre à faire. Vous pouvez réserver un autre créneau quand vous le souhaitez.',
    }),
    declined: ({ service, date, time, business }) => ({
      subject: `Pas possible : ${service} le ${date} à ${time}`,
      heading: 'Ce créneau ne convient pas',
      body: `${business} ne peut pas accepter votre demande. Nous en sommes désolés. Un autre créneau est peut-être libre.`,
    }),
    expired: ({ service, date, time, business }) => ({
      subject: `Demande expirée : ${service} le ${date} à ${time}`,
      heading: 'Votre demande a expiré',
      body: `${business} n’a pas pu répondre à temps, le créneau ne vous est donc plus réservé. Nous en sommes désolés. Un autre créneau est peut-être libre.`,
    }),
    move_declined: ({ service, date, time, business }) => ({
      subject: `Inchangé : ${service} le ${date} à ${time}`,
      heading: 'Votre rendez-vous reste tel quel',
      body: `${business} ne peut pas proposer le nouvel horaire. L’horaire ci-dessous reste le vôtre.`,
    }),
    move_expired: ({ service, date, time, business }) => ({
      subject: `Inchangé : ${service} le ${date} à ${time}`,
      heading: 'Votre rendez-vous reste tel quel',
      body: `${business} n’a pas pu répondre à temps à votre demande de changement. L’horaire ci-dessous reste le vôtre.`,
    }),
    reminder: ({ service, date, time, business }) => ({
      subject: `Rappel : ${service} le ${date} à ${time}`,
      heading: 'Votre rendez-vous approche',
      body: `${business} se réjouit de vous accueillir.`,
    }),
  },
  business: {
    note_booked: ({ service, date, time, customer }) => ({
      subject: `Nouveau rendez-vous : ${customer}, ${service} le ${date} à ${time}`,
      heading: 'Nouveau rendez-vous',
      body: `${customer} a réservé ${service}.`,
    }),
    note_requested: ({ service, date, time, customer, waits_until }) => ({
      subject: `À confirmer : ${customer}, ${service} le ${date} à ${time}`,
      heading: 'Une demande attend votre réponse',
      body:
        `${customer} demande ${service}.` +
        (waits_until ? ` Sans réponse, la demande expire le ${waits_until.date} à ${waits_until.time}.` : ''),
    }),
    note_rescheduled: ({ service, date, time, customer }) => ({
      subject: `Déplacé : ${customer}, ${service} le ${date} à ${time}`,
      heading: 'Rendez-vous déplacé',
      body: `${customer} a choisi un autre horaire pour ${service}.`,
    }),
    note_cancelled: ({ service, date, time, customer }) => ({
      subject: `Annulé : ${customer}, ${service} le ${date} à ${time}`,
      heading: 'Rendez-vous annulé',
      body: `${customer} a annulé ${service}. Le créneau est de nouveau libre.`,
    }),
  },
  hello: (name) => `Bonjour ${name},`,
  moment: (date, time) => `${date} à ${time}`,
  labels: {
    service: 'Quoi',
    when: 'Quand',
    your_time: 'Chez vous',
    before: 'Avant',
    where: 'Où',
    with: 'Avec',
    people: 'Personnes',
    price: 'Prix',
    reason: 'Motif',
    customer: 'Client',
    email: 'E-mail',
    phone: 'Téléphone',
  },
  manage: 'Voir, déplacer ou annuler',
  book_again: 'Réserver un autre créneau',
  open: 'Ouvrir le rendez-vous',
  deadlines: ({ cancel, reschedule }) => {
    if (cancel && cancel === reschedule) return `Vous pouvez déplacer ou annuler en ligne jusqu’au ${cancel}.`;
    const parts = [cancel && `annuler jusqu’au ${cancel}`, reschedule && `déplacer jusqu’au ${reschedule}`].filter(
      Boolean,
    );
    return parts.length > 0 ? `En ligne, vous pouvez ${parts.join(' et ')}.` : null;
  },
  contact: ({ phone, has_reply }) => {
    const ways = [phone && `appelez le ${phone}`, has_reply && 'répondez à cet e-mail'].filter(Boolean);
    return ways.length > 0 ? `Une question ? ${capital(ways.join(' ou '))}.` : null;
  },
  footer: (business) => `Vous recevez cet e-mail en raison d’un rendez-vous chez ${business}.`,
};

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
