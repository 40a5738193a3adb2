import type { BookingBusiness } from '@smooth/contract/booking/booking.ts';
import { type ReactNode, useEffect, useRef } from 'react';
import { usePage } from '../page-context.ts';
import { isLanguage, languages } from '../../words/languages.ts';

/** The frame of every page: whose it is above, the language below. Inside another website only what is needed. */
export function Shell({ business, children }: { business: BookingBusiness | null; children: ReactNode }) {
  const { address, speech } = usePage();
  // Inside another website the landmarks are that website's.
  const Main = address.isEmbedded ? 'div' : 'main';
  const frame = useRef<HTMLDivElement>(null);
  useHeight(frame, address.isEmbedded);
  return (
    <div ref={frame} className={address.isEmbedded ? 'frame frame-embedded' : 'frame'}>
      {address.isSandbox ? <p className="test-mode">{speech.text('test_mode')}</p> : null}
      <div className="column">
        {address.isEmbedded || !business ? null : <Brand business={business} />}
        <Main className="content">{children}</Main>
        <Footer />
      </div>
    </div>
  );
}

function Brand({ business }: { business: BookingBusiness }) {
  const { name, branding } = business;
  return (
    <header className="brand">
      {branding.logo_url ? <img src={branding.logo_url} alt="" className="logo" /> : null}
      <div>
        <p className="brand-name">{name}</p>
        {branding.tagline ? <p className="quiet small">{branding.tagline}</p> : null}
      </div>
    </header>
  );
}

function Footer() {
  const { address, speech, language, speak } = usePage();
  const Foot = address.isEmbedded ? 'div' : 'footer';
  return (
    <Foot className="foot">
      <label className="language">
        <span className="visually-hidden">{speech.text('language')}</span>
        <select
          value={language}
          onChange={({ target }) => (isLanguage(target.value) ? speak(target.value) : undefined)}
        >
          {Object.entries(languages).map(([code, name]) => (
            <option key={code} value={code} lang={code}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <span>{speech.text('powered_by')}</span>
    </Foot>
  );
}

/** Tells the page around this one how tall it is, and that Escape was pressed here. */
function useHeight(frame: React.RefObject<HTMLDivElement | null>, isEmbedded: boolean) {
  useEffect(() => {
    const box = frame.current;
    if (!isEmbedded || !box) return undefined;
    const tell = () => parent.postMessage({ type: 'smooth:height', height: Math.ceil(box.offsetHeight) }, '*');
    const observer = new ResizeObserver(tell);
    observer.observe(box);
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape') parent.postMessage({ type: 'smooth:close' }, '*');
    };
    addEventListener('keydown', onKey);
    return () => {
      observer.disconnect();
      removeEventListener('keydown', onKey);
    };
  }, [frame, isEmbedded]);
}
