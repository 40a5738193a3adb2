export const words = {
  sign_in: 'Sign in',
  sign_in_to: 'Sign in to {business}',
  email: 'E-mail',
  password: 'Password',
  email_missing: 'Enter your e-mail address.',
  password_missing: 'Enter your password.',
  sign_in_failed: 'Signing in failed. Try again.',
  here_to_book: 'Here to book?',
  open_booking_page: 'Open the booking page',
} as const;
