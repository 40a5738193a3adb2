/* Before the first paint: the scheme chosen last, or the system's. A file, because the page allows no inline script. */
(function () {
  var chosen = 'auto';
  try {
    chosen = localStorage.getItem('smooth-color-scheme') || 'auto';
  } catch {
    /* Storage may be closed; the system's scheme is a good answer. */
  }
  var dark = chosen === 'dark' || (chosen === 'auto' && matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.setAttribute('data-mantine-color-scheme', dark ? 'dark' : 'light');
})();
