import type { Translation } from '../../words/speech.ts';
import type { words as english } from './en.ts';

export const words: Translation<typeof english> = {
  businesses: 'Negocios',
  about: 'Todos los negocios de esta instalación, su estado y la versión de sus esquemas.',
  search: 'Buscar negocios',
  search_by: 'Nombre o dirección',
  none: 'Todavía no hay negocios',
  none_text: 'Cree el primero en la línea de comandos: {command}',
  status_active: 'Activo',
  status_suspended: 'Suspendido',
  status_closed: 'Cerrado',
  name: 'Nombre',
  address: 'Dirección',
  status: 'Estado',
  plan: 'Plan',
  demo_account: '{plan}, cuenta de demostración',
  time_zone: 'Zona horaria',
  schemas: 'Esquemas',
  since: 'Desde',
};
