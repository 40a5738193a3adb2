export type LetterTemplate =
  | 'password_reset'
  | 'email_verification'
  | 'password_changed'
  | 'staff_invitation'
  | 'webhook_disabled'
  | 'export_ready'
  | 'platform_invitation';

interface Piece {
  subject: string;
  heading: string;
  body: string;
  button: string | null;
  note: string;
}

interface Words {
  hello: (name: string) => string;
  footer: (sender: string) => string;
  templates: Record<LetterTemplate, (sender: string) => Piece>;
}

const en: Words = {
  hello: (name) => `Hello ${name},`,
  footer: (sender) => `You get this mail because of your account at ${sender}.`,
  templates: {
    password_reset: (sender) => ({
      subject: `A new password for ${sender}`,
      heading: 'Choose a new password',
      body: `Somebody, most likely you, asked for a new password for your account at ${sender}.`,
      button: 'Choose a new password',
      note: 'The link works once and for one hour. If you did not ask for it, do nothing: your password stays as it is.',
    }),
    email_verification: (sender) => ({
      subject: `Confirm your e-mail address for ${sender}`,
      heading: 'Is this your address?',
      body: `Confirm that this address belongs to your account at ${sender}.`,
      button: 'Confirm address',
      note: 'The link works once and for three days.',
    }),
    password_changed: (sender) => ({
      subject: `Your password for ${sender} was changed`,
      heading: 'Your password was changed',
      body: `The password of your account at ${sender} was changed, and you were signed out everywhere else.`,
      button: null,
      note: 'If that was not you, ask for a new password at once and tell whoever runs your account.',
    }),
    staff_invitation: (sender) => ({
      subject: `${sender} invites you to its team`,
      heading: `Join the team of ${sender}`,
      body: `${sender} plans its appointments with SmoothSchedule and would like you to be part of it.`,
      button: 'Accept invitation',
      note: 'The link works for seven days. If you do not know who this is, do nothing.',
    }),
    webhook_disabled: (sender) => ({
      subject: `A webhook of ${sender} was switched off`,
      heading: 'A webhook was switched off',
      body: 'Nothing that was sent to it in the last five days was taken. What has happened since then is kept, and can be sent again.',
      button: 'Look at webhooks',
      note: 'Check that the receiver runs, then switch the webhook on again.',
    }),
    export_ready: (sender) => ({
      subject: `The export of ${sender} is ready`,
      heading: 'Your export is ready',
      body: `Everything that ${sender} has with us is in one file now, for you to download.`,
      button: 'Go to the export',
      note: 'The file is there for seven days. If you did not ask for it, somebody else uses your account: change your password.',
    }),
    platform_invitation: (sender) => ({
      subject: `${sender} invites you to its platform`,
      heading: `Join ${sender}`,
      body: 'You are invited to an account on the platform, from which its businesses are looked after.',
      button: 'Accept invitation',
      note: 'The link works for seven days. If you do not know who this is, do nothing.',
    }),
  },
};

const de: Words = {
  hello: (name) => `Guten Tag ${name},`,
  footer: (sender) => `Sie bekommen diese E-Mail wegen Ihres Kontos bei ${sender}.`,
  templates: {
    password_reset: (sender) => ({
      subject: `Ein neues Passwort für ${sender}`,
      heading: 'Neues Passwort wählen',
      body: `Jemand, vermutlich Sie, hat ein neues Passwort für Ihr Konto bei ${sender} angefordert.`,
      button: 'Neues Passwort wählen',
      note: 'Der Link gilt einmal und eine Stunde lang. Wenn Sie ihn nicht angefordert haben, tun Sie nichts: Ihr Passwort bleibt, wie es ist.',
    }),
    email_verification: (sender) => ({
      subject: `E-Mail-Adresse für ${sender} bestätigen`,
      heading: 'Ist das Ihre Adresse?',
      body: `Bestätigen Sie, dass diese Adresse zu Ihrem Konto bei ${sender} gehört.`,
      button: 'Adresse bestätigen',
      note: 'Der Link gilt einmal und drei Tage lang.',
    }),
    password_changed: (sender) => ({
      subject: `Ihr Passwort für ${sender} wurde geändert`,
      heading: 'Ihr Passwort wurde geändert',
      body: `Das Passwort Ihres Kontos bei ${sender} wurde geändert, und Sie wurden überall sonst abgemeldet.`,
      button: null,
      note: 'Wenn Sie das nicht waren, fordern Sie sofort ein neues Passwort an und sagen Sie es denen, die Ihr Konto verwalten.',
    }),
    staff_invitation: (sender) => ({
      subject: `${sender} lädt Sie ins Team ein`,
      heading: `Willkommen im Team von ${sender}`,
      body: `${sender} plant Termine mit SmoothSchedule und möchte Sie dabeihaben.`,
      button: 'Einladung annehmen',
      note: 'Der Link gilt sieben Tage lang. Wenn Sie den Absender nicht kennen, tun Sie nichts.',
    }),
    webhook_disabled: (sender) => ({
      subject: `Ein Webhook von ${sender} wurde abgeschaltet`,
      heading: 'Ein Webhook wurde abgeschaltet',
      body: 'Fünf Tage lang wurde nichts angenommen, was an ihn ging. Was seitdem geschehen ist, bleibt erhalten und kann noch einmal gesendet werden.',
      button: 'Webhooks ansehen',
      note: 'Prüfen Sie, ob der Empfänger läuft, und schalten Sie den Webhook dann wieder ein.',
    }),
    export_ready: (sender) => ({
      subject: `Der Export von ${sender} ist fertig`,
      heading: 'Ihr Export ist fertig',
      body: `Alles, was ${sender} bei uns hat, liegt jetzt als eine Datei zum Herunterladen bereit.`,
      button: 'Zum Export',
      note: 'Die Datei liegt sieben Tage bereit. Wenn Sie sie nicht angefordert haben, nutzt jemand anderes Ihr Konto: Ändern Sie Ihr Passwort.',
    }),
    platform_invitation: (sender) => ({
      subject: `${sender} lädt Sie auf die Plattform ein`,
      heading: `Willkommen bei ${sender}`,
      body: 'Sie sind zu einem Konto auf der Plattform eingeladen, von der aus ihre Betriebe betreut werden.',
      button: 'Einladung annehmen',
      note: 'Der Link gilt sieben Tage lang. Wenn Sie den Absender nicht kennen, tun Sie nichts.',
    }),
  },
};

const fr: Words = {
  hello: (name) => `Bonjour ${name},`,
  footer: (sender) => `Vous recevez cet e-mail en raison de votre compte chez ${sender}.`,
  templates: {
    password_reset: (sender) => ({
      subject: `Un nouveau mot de passe pour ${sender}`,
      heading: 'Choisir un nouveau mot de passe',
      body: `Quelqu’un, sans doute vous, a demandé un nouveau mot de passe pour votre compte chez ${sender}.`,
      button: 'Choisir un mot de passe',
      note: 'Le lien sert une fois et pendant une heure. Si vous ne l’avez pas demandé, ne faites rien : votre mot de passe reste le même.',
    }),
    email_verification: (sender) => ({
      subject: `Confirmer votre adresse e-mail pour ${sender}`,
      heading: 'Est-ce votre adresse ?',
      body: `Confirmez que cette adresse appartient à votre compte chez ${sender}.`,
      button: 'Confirmer l’adresse',
      note: 'Le lien sert une fois et pendant trois jours.',
    }),
    password_changed: (sender) => ({
      subject: `Votre mot de passe pour ${sender} a été modifié`,
      heading: 'Votre mot de passe a été modifié',
      body: `Le mot de passe de votre compte chez ${sender} a été modifié et vous avez été déconnecté partout ailleurs.`,
      button: null,
      note: 'Si ce n’était pas vous, demandez tout de suite un nouveau mot de passe et prévenez les responsables de votre compte.',
    }),
    staff_invitation: (sender) => ({
      subject: `${sender} vous invite dans son équipe`,
      heading: `Rejoindre l’équipe de ${sender}`,
      body: `${sender} planifie ses rendez-vous avec SmoothSchedule et souhaite vous compter dans son équipe.`,
      button: 'Accepter l’invitation',
      note: 'Le lien est valable sept jours. Si vous ne connaissez pas l’expéditeur, ne faites rien.',
    }),
    webhook_disabled: (sender) => ({
      subject: `Un webhook de ${sender} a été désactivé`,
      heading: 'Un webhook a été désactivé',
      body: 'Pendant cinq jours, rien de ce qui lui a été envoyé n’a été accepté. Ce qui s’est passé depuis est conservé et peut être renvoyé.',
      button: 'Voir les webhooks',
      note: 'Vérifiez que le récepteur fonctionne, puis réactivez le webhook.',
    }),
    export_ready: (sender) => ({
      subject: `L’export de ${sender} est prêt`,
      heading: 'Votre export est prêt',
      body: `Tout ce que ${sender} a chez nous se trouve maintenant dans un fichier que vous pouvez télécharger.`,
      button: 'Voir l’export',
      note: 'Le fichier reste disponible sept jours. Si vous ne l’avez pas demandé, quelqu’un d’autre utilise votre compte : changez votre mot de passe.',
    }),
    platform_invitation: (sender) => ({
      subject: `${sender} vous invite sur sa plateforme`,
      heading: `Rejoindre ${sender}`,
      body: 'Vous êtes invité à ouvrir un compte sur la plateforme, d’où sont suivis ses établissements.',
      button: 'Accepter l’invitation',
      note: 'Le lien est valable sept jours. Si vous ne connaissez pas l’expéditeur, ne faites rien.',
    }),
  },
};

const es: Words = {
  hello: (name) => `Hola, ${name}:`,
  footer: (sender) => `Recibe este correo por su cuenta en ${sender}.`,
  templates: {
    password_reset: (sender) => ({
      subject: `Una contraseña nueva para ${sender}`,
      heading: 'Elija una contraseña nueva',
      body: `Alguien, probablemente usted, ha pedido una contraseña nueva para su cuenta en ${sender}.`,
      button: 'Elegir contraseña',
      note: 'El enlace sirve una vez y durante una hora. Si no lo ha pedido, no haga nada: su contraseña sigue igual.',
    }),
    email_verification: (sender) => ({
      subject: `Confirme su dirección de correo para ${sender}`,
      heading: '¿Es esta su dirección?',
      body: `Confirme que esta dirección pertenece a su cuenta en ${sender}.`,
      button: 'Confirmar dirección',
      note: 'El enlace sirve una vez y durante tres días.',
    }),
    password_changed: (sender) => ({
      subject: `Se ha cambiado su contraseña de ${sender}`,
      heading: 'Se ha cambiado su contraseña',
      body: `Se ha cambiado la contraseña de su cuenta en ${sender} y se ha cerrado su sesión en los demás lugares.`,
      button: null,
      note: 'Si no ha sido usted, pida enseguida una contraseña nueva y avise a quien administra su cuenta.',
    }),
    staff_invitation: (sender) => ({
      subject: `${sender} le invita a su equipo`,
      heading: `Únase al equipo de ${sender}`,
      body: `${sender} organiza sus citas con SmoothSchedule y quiere contar con usted.`,
      button: 'Aceptar invitación',
      note: 'El enlace sirve durante siete días. Si no conoce al remitente, no haga nada.',
    }),
    webhook_disabled: (sender) => ({
      subject: `Se ha desactivado un webhook de ${sender}`,
      heading: 'Se ha desactivado un webhook',
      body: 'En los últimos cinco días no se aceptó nada de lo que se le envió. Lo ocurrido desde entonces se conserva y puede enviarse de nuevo.',
      button: 'Ver los webhooks',
      note: 'Compruebe que el receptor funciona y vuelva a activar el webhook.',
    }),
    export_ready: (sender) => ({
      subject: `La exportación de ${sender} está lista`,
      heading: 'Su exportación está lista',
      body: `Todo lo que ${sender} tiene con nosotros está ahora en un archivo que puede descargar.`,
      button: 'Ver la exportación',
      note: 'El archivo se conserva siete días. Si no la ha pedido usted, otra persona usa su cuenta: cambie su contraseña.',
    }),
    platform_invitation: (sender) => ({
      subject: `${sender} le invita a su plataforma`,
      heading: `Únase a ${sender}`,
      body: 'Tiene una invitación a una cuenta de la plataforma, desde la que se atiende a sus negocios.',
      button: 'Aceptar invitación',
      note: 'El enlace sirve durante siete días. Si no conoce al remitente, no haga nada.',
    }),
  },
};

export const letterWords = { en, de, fr, es } as const;
