import type { Translation } from '../../words/speech.ts';
import type { words as english } from './en.ts';

export const words: Translation<typeof english> = {
  first_steps: 'Primeros pasos',
  ready: 'Prepare {business} para su primera reserva',
  done_of: '{done} de {total} hechos',
  hide: 'Ocultar los primeros pasos',
  steps_done: 'Primeros pasos hechos',
  step_done: ', hecho',
  hours: 'Indique su horario',
  hours_about: 'Los clientes pueden reservar mientras está abierto.',
  resource: 'Añada a quién o qué se reserva',
  resource_about: 'Usted, un colega, una sala, una máquina.',
  service: 'Añada un servicio',
  service_about: 'Qué es, cuánto dura, cuánto cuesta.',
  brand: 'Haga suya la página de reservas',
  brand_about: 'Su color, su logotipo, una línea bajo su nombre.',
  booking: 'Reserve la primera cita',
  booking_about: 'Pruebe su página de reservas y comparta su dirección.',
  open_booking_page: 'Abrir la página',
  add_resource: 'Añadir recurso',
  add_service: 'Añadir servicio',
  choose_colour: 'Elegir color',
  set_hours: 'Indicar horario',
};
