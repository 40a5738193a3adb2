/**
 * Puts the booking page into any website with one line:
 *   <script src="https://demo.example/embed.js" data-mode="inline" async></script>
 * data-mode: inline (default) or popup. data-service, data-lang, data-theme, data-label: see /book/embed.
 */
(() => {
  const script = document.currentScript;
  const { mode = 'inline', service, lang, sandbox, label } = script.dataset;
  const theme = script.dataset.theme || themeOfPage();
  const { origin } = new URL(script.src);
  const language = (lang || navigator.language).slice(0, 2).toLowerCase();
  const labels = {
    en: 'Book an appointment',
    es: 'Reservar cita',
    fr: 'Prendre rendez-vous',
    de: 'Termin buchen',
  };

  /** Light or dark, as the background of the website is. */
  function themeOfPage() {
    for (const element of [document.body, document.documentElement]) {
      const { backgroundColor, colorScheme } = getComputedStyle(element);
      const [r, g, b, alpha = 1] = (
        backgroundColor.match(/^rgb/) ? backgroundColor.match(/[\d.]+/g) : [0, 0, 0, 0]
      ).map(Number);
      if (alpha > 0) return 0.3 * r + 0.6 * g + 0.1 * b < 128 ? 'dark' : 'light';
      if (colorScheme === 'dark') return 'dark';
    }
    return 'light';
  }

  function address(chosen) {
    const query = new URLSearchParams({ embed: '1' });
    for (const [key, value] of Object.entries({ service: chosen || service, lang, theme, sandbox }))
      if (value) query.set(key, value);
    return `${origin}/book?${query}`;
  }

  const style = (element, properties) => Object.assign(element.style, properties);

  function labelIn() {
    return label || labels[language] || labels.en;
  }

  /** A frame that says how tall it is; only its own messages from our own origin are heard. */
  function frameFor(chosen, hear) {
    const frame = document.createElement('iframe');
    frame.src = address(chosen);
    frame.title = labelIn();
    style(frame, { display: 'block', width: '100%', height: '640px', border: '0', colorScheme: theme });
    addEventListener('message', (event) => {
      if (event.origin === origin && event.source === frame.contentWindow && event.data) hear(event.data, frame);
    });
    return frame;
  }

  function inline() {
    const frame = frameFor('', (message) => {
      if (message.type === 'smooth:height') frame.style.height = `${message.height}px`;
      if (message.type === 'smooth:step' && frame.getBoundingClientRect().top < 0) frame.scrollIntoView();
    });
    script.after(frame);
  }

  function closeButton(dialog) {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = '×';
    button.setAttribute('aria-label', { es: 'Cerrar', fr: 'Fermer', de: 'Schließen' }[language] || 'Close');
    style(button, {
      position: 'absolute',
      top: '8px',
      right: '8px',
      width: '44px',
      height: '44px',
      border: '0',
      borderRadius: '8px',
      background: 'transparent',
      color: 'inherit',
      font: '24px/1 system-ui, sans-serif',
      cursor: 'pointer',
    });
    button.addEventListener('click', () => dialog.close());
    return button;
  }

  /** A modal dialog keeps the focus, closes on Escape, and gives the focus back to what opened it. */
  function open(chosen) {
    if (document.querySelector('dialog[data-smooth-dialog]')) return;
    const isDark = theme === 'dark';
    const dialog = document.createElement('dialog');
    const box = document.createElement('div');
    const frame = frameFor(chosen, (message) => {
      if (message.type === 'smooth:close') dialog.close();
      if (message.type === 'smooth:height') frame.style.height = `min(${message.height}px, 100dvh - 104px)`;
    });
    dialog.dataset.smoothDialog = '';
    dialog.setAttribute('aria-label', labelIn());
    style(dialog, {
      position: 'fixed',
      inset: '0',
      width: '100vw',
      height: '100dvh',
      maxWidth: 'none',
      maxHeight: 'none',
      margin: '0',
      padding: '20px 12px',
      border: '0',
      boxSizing: 'border-box',
      background: 'rgb(10 12 16 / 0.55)',
      overflow: 'auto',
    });
    style(box, {
      position: 'relative',
      maxWidth: '720px',
      margin: '0 auto',
      paddingTop: '52px',
      borderRadius: '12px',
      overflow: 'hidden',
      background: isDark ? '#0e1013' : '#f8f9fb',
      color: isDark ? '#eef0f3' : '#14171f',
      boxShadow: '0 24px 64px rgb(0 0 0 / 0.3)',
    });
    box.append(closeButton(dialog), frame);
    dialog.append(box);
    dialog.addEventListener('click', (event) => event.target === dialog && dialog.close());
    dialog.addEventListener('close', () => dialog.remove());
    document.body.append(dialog);
    dialog.showModal();
  }

  /** Any link or button may open the pop-up; without one on the page a button is made. */
  function popup() {
    document.addEventListener('click', (event) => {
      const opener = event.target instanceof Element && event.target.closest('[data-smooth-book]');
      if (!opener) return;
      event.preventDefault();
      open(opener.dataset.smoothBook);
    });
    if (document.querySelector('[data-smooth-book]')) return;
    const button = document.createElement('button');
    button.type = 'button';
    button.dataset.smoothBook = '';
    button.textContent = labelIn();
    script.after(button);
  }

  if (mode !== 'popup') inline();
  else if (document.readyState === 'loading') addEventListener('DOMContentLoaded', popup);
  else popup();
})();
