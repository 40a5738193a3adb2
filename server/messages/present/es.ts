import type { Words } from './language.ts';

/** `a la 1:00`, `a las 10:00` */
const hour = (time: string) => (/^1(?!\d)/.test(time) ? `a la ${time}` : `a las ${time}`);

export const es: Words = {
  customer: {
    booked: ({ service, date, time, business }) => ({
      subject: `Confirmada: ${service}, ${date}, ${hour(time)}`,
      heading: 'Tu cita está confirmada',
      body: `En ${business} te esperan.`,
    }),
    requested: ({ service, date, time, business, waits_until }) => ({
      subject: `Solicitud recibida: ${service}, ${date}, ${hour(time)}`,
      heading: 'Hemos recibido tu solicitud',
      body:
        `${business} confirma personalmente este tipo de citas. Mientras tanto, la hora queda reservada para ti.` +
        (waits_until ? ` Tendrás respuesta como muy tarde el ${waits_until.date}, ${hour(waits_until.time)}.` : ''),
    }),
    rescheduled: ({ service, date, time }) => ({
      subject: `Nueva hora: ${service}, ${date}, ${hour(time)}`,
      heading: 'Tu cita tiene una nueva hora',
      body: 'La hora anterior ya no es válida.',
    }),
    reschedule_requested: ({ service, date, time, business, waits_until }) => ({
      subject: `Cambio solicitado: ${service}, ${date}, ${hour(time)}`,
      heading: 'Hemos recibido tu solicitud de cambio',
      body:
        `${business} tiene que aceptar la nueva hora. Hasta entonces, una hora ya confirmada sigue siendo tuya.` +
        (waits_until ? ` Tendrás respuesta como muy tarde el ${waits_until.date}, ${hour(waits_until.time)}.` : ''),
    }),
    approved: ({ service, date, time, business }) => ({
      subject: `Confirmada: ${service}, ${date}, ${hour(time)}`,
      heading: 'Tu solicitud está confirmada',
      body: `${business} ha aceptado tu solicitud. Te esperan.`,
    }),
    cancelled: ({ service, date, time }) => ({
      subject: `Cancelada: ${service}, ${date}, ${hour(time)}`,
      heading: 'Tu cita está cancelada',
      body: 'No tienes que hacer nada más. Puedes reservar otra hora cuando quieras.',
    }),
    declined: ({ service, date, time, business }) => ({
      subject: `No es posible: ${service}, ${date}, ${hour(time)}`,
      heading: 'Esta hora no es posible',
      body: `${business} no puede aceptar tu solicitud. Lo sentimos. Quizá haya otra hora libre.`,
    }),
    expired: ({ service, date, time, business }) => ({
      subject: `Solicitud caducada: ${service}, ${date}, ${hour(time)}`,
      heading: 'Tu solicitud ha caducado',
      body: `${business} no ha podido responder a tiempo y la hora ya no está reservada para ti. Lo sentimos. Quizá haya otra hora libre.`,
    }),
    move_declined: ({ service, date, time, business }) => ({
      subject: `Sin cambios: ${service}, ${date}, ${hour(time)}`,
      heading: 'Tu cita sigue como estaba',
      body: `${business} no puede ofrecerte la nueva hora. La cita de abajo sigue en pie.`,
    }),
    move_expired: ({ service, date, time, business }) => ({
      subject: `Sin cambios: ${service}, ${date}, ${hour(time)}`,
      heading: 'Tu cita sigue como estaba',
      body: `${business} no ha podido responder a tiempo a tu solicitud de cambio. La cita de abajo sigue en pie.`,
    }),
    reminder: ({ service, date, time, business }) => ({
      subject: `Recordatorio: ${service}, ${date}, ${hour(time)}`,
      heading: 'Tu cita se acerca',
      body: `En ${business} te esperan.`,
    }),
  },
  business: {
    note_booked: ({ service, date, time, customer }) => ({
      subject: `Nueva cita: ${customer}, ${service}, ${date}, ${hour(time)}`,
      heading: 'Nueva cita',
      body: `${customer} ha reservado ${service}.`,
    }),
    note_requested: ({ service, date, time, customer, waits_until }) => ({
      subject: `Pendiente de respuesta: ${customer}, ${service}, ${date}, ${hour(time)}`,
      heading: 'Una solicitud espera tu respuesta',
      body:
        `${customer} solicita ${service}.` +
        (waits_until ? ` Sin respuesta, la solicitud caduca el ${waits_until.date}, ${hour(waits_until.time)}.` : ''),
    }),
    note_rescheduled: ({ service, date, time, customer }) => ({
      subject: `Cambio de hora: ${customer}, ${service}, ${date}, ${hour(time)}`,
      heading: 'Cita cambiada',
      body: `${customer} ha elegido otra hora para ${service}.`,
    }),
    note_cancelled: ({ service, date, time, customer }) => ({
      subject: `Cancelada: ${customer}, ${service}, ${date}, ${hour(time)}`,
      heading: 'Cita cancelada',
      body: `${customer} ha cancelado ${service}. La hora vuelve a estar libre.`,
    }),
  },
  hello: (name) => `Hola, ${name}:`,
  moment: (date, time) => `${date}, ${hour(time)}`,
  labels: {
    service: 'Qué',
    when: 'Cuándo',
    your_time: 'Tu hora local',
    before: 'Antes',
    where: 'Dónde',
    with: 'Con',
    people: 'Personas',
    price: 'Precio',
    reason: 'Motivo',
    customer: 'Cliente',
    email: 'Correo',
    phone: 'Teléfono',
  },
  manage: 'Ver, cambiar o cancelar',
  book_again: 'Reservar otra hora',
  open: 'Abrir la cita',
  deadlines: ({ cancel, reschedule }) => {
    if (cancel && cancel === reschedule) return `Puedes cambiarla o cancelarla en línea hasta el ${cancel}.`;
    const parts = [cancel && `cancelarla hasta el ${cancel}`, reschedule && `cambiarla hasta el ${reschedule}`].filter(
      Boolean,
    );
    return parts.length > 0 ? `En línea puedes ${parts.join(' y ')}.` : null;
  },
  contact: ({ phone, has_reply }) => {
    const ways = [phone && `Llama al ${phone}`, has_reply && 'responde a este correo'].filter(Boolean).join(' o ');
    return ways ? `¿Tienes alguna pregunta? ${ways.charAt(0).toUpperCase()}${ways.slice(1)}.` : null;
  },
  footer: (business) => `Recibes este correo por una cita con ${business}.`,
};
