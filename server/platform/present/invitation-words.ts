interface Words {
  hello: string;
  subject: (business: string) => string;
  heading: (business: string) => string;
  body: string;
  business: string;
  button: string;
  note: (until: string) => string;
  footer: string;
}

/** What the mail says that invites a business, language by language. */
export const invitationWords = {
  en: {
    hello: 'Hello,',
    subject: (business) => `Set up ${business}`,
    heading: (business) => `${business} is invited to SmoothSchedule`,
    body: 'Set up your business in a few minutes: your address, your hours and a first service. After that your customers can book.',
    business: 'Business',
    button: 'Set up the business',
    note: (until) => `The link can be used once, until ${until}. Nothing happens if you leave it.`,
    footer: 'Sent by SmoothSchedule because somebody of the platform invited this address.',
  },
  es: {
    hello: 'Hola:',
    subject: (business) => `Configure ${business}`,
    heading: (business) => `${business} tiene una invitación a SmoothSchedule`,
    body: 'Configure su negocio en unos minutos: su dirección, su horario y un primer servicio. Después sus clientes ya pueden reservar.',
    business: 'Negocio',
    button: 'Configurar el negocio',
    note: (until) => `El enlace sirve una vez, hasta el ${until}. Si no lo usa, no pasa nada.`,
    footer: 'Enviado por SmoothSchedule porque alguien de la plataforma ha invitado a esta dirección.',
  },
  fr: {
    hello: 'Bonjour,',
    subject: (business) => `Mettre en place ${business}`,
    heading: (business) => `${business} est invité sur SmoothSchedule`,
    body: 'Mettez votre établissement en place en quelques minutes : votre adresse, vos horaires et une première prestation. Vos clients peuvent ensuite réserver.',
    business: 'Établissement',
    button: 'Mettre en place l’établissement',
    note: (until) => `Le lien sert une fois, jusqu’au ${until}. Si vous ne l’utilisez pas, il ne se passe rien.`,
    footer: 'Envoyé par SmoothSchedule parce que quelqu’un de la plateforme a invité cette adresse.',
  },
  de: {
    hello: 'Guten Tag,',
    subject: (business) => `${business} einrichten`,
    heading: (business) => `${business} ist zu SmoothSchedule eingeladen`,
    body: 'Richten Sie Ihren Betrieb in ein paar Minuten ein: Adresse, Öffnungszeiten und eine erste Leistung. Danach kann Ihre Kundschaft buchen.',
    business: 'Betrieb',
    button: 'Betrieb einrichten',
    note: (until) => `Der Link gilt einmal, bis ${until}. Wenn Sie ihn nicht verwenden, geschieht nichts.`,
    footer: 'Von SmoothSchedule gesendet, weil jemand von der Plattform diese Adresse eingeladen hat.',
  },
} as const satisfies Record<string, Words>;
