import type { Translation } from '../../words/speech.ts';
import type { words as english } from './en.ts';

export const words: Translation<typeof english> = {
  sign_in: 'Iniciar sesión',
  sign_in_to: 'Iniciar sesión en {business}',
  email: 'Correo electrónico',
  password: 'Contraseña',
  email_missing: 'Escriba su correo electrónico.',
  password_missing: 'Escriba su contraseña.',
  sign_in_failed: 'No se pudo iniciar sesión. Inténtelo de nuevo.',
  here_to_book: '¿Viene a reservar?',
  open_booking_page: 'Abrir la página de reservas',
};
