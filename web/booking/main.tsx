import './styles/tokens.css';
import './styles/base.css';
import './styles/controls.css';
import './styles/frame.css';
import './styles/services.css';
import './styles/picker.css';
import './styles/facts.css';
import { createRoot } from 'react-dom/client';
import { readAddress } from './address.ts';
import { createApi } from './api.ts';
import { Root } from './pages/root.tsx';
import { followTheme } from './theme.ts';
import { chooseLanguage, isSpoken } from '../words/languages.ts';
import { loadWords } from './words/load.ts';

void begin();

/** The first questions to the server are under way before anything else is loaded. */
async function begin() {
  const address = readAddress(location);
  followTheme(address.theme);
  if (address.isEmbedded) document.documentElement.dataset['embedded'] = '';
  const api = createApi(address);
  const business = startedNow(api.business, address.page === 'book');
  const services = startedNow(api.services, address.page === 'book');
  const wishes = { asked: address.lang, visitor: navigator.languages };
  const home = isSpoken(wishes) ? '' : await business.first.then(({ locale }) => locale).catch(() => '');
  const language = chooseLanguage({ ...wishes, business: home });
  const start = {
    address,
    api,
    language,
    words: await loadWords(language),
    business: business.ask,
    services: services.ask,
  };
  const root = document.querySelector('#root');
  if (root) createRoot(root).render(<Root start={start} />);
}

/** A call made at once and answered to whoever asks first; later askers call again. */
function startedNow<Answer>(call: () => Promise<Answer>, isWanted: boolean) {
  let started = isWanted ? call() : null;
  const first = started ?? Promise.reject(new Error('Not asked'));
  first.catch(() => undefined);
  const ask = () => {
    const answer = started ?? call();
    started = null;
    return answer;
  };
  return { first, ask };
}
