import type { BookingBusiness, BookingService } from '@smooth/contract/booking/booking.ts';
import { lazy, Suspense, useCallback, useEffect, useMemo, useState } from 'react';
import type { Address } from '../address.ts';
import type { Api } from '../api.ts';
import { FailurePage } from '../components/notice.tsx';
import { Safety } from '../components/safety.tsx';
import { ServiceSkeleton } from '../components/service-step.tsx';
import { Shell } from '../components/shell.tsx';
import { brandProperties } from '../contrast.ts';
import { formatOf } from '../format.ts';
import { PageContext } from '../page-context.ts';
import { ownFault, useLoaded } from '../use-loaded.ts';
import { chooseLocale, type Language } from '../../words/languages.ts';
import { loadWords } from '../words/load.ts';
import { speechOf, type Words } from '../words/words.ts';
import { BookPage } from './book.tsx';

export interface Start {
  address: Address;
  api: Api;
  language: Language;
  words: Words;
  business: () => Promise<BookingBusiness>;
  services: () => Promise<BookingService[]>;
}

const ManageEntry = lazy(() => import('./manage-entry.tsx'));
const EmbedPage = lazy(() => import('./embed.tsx'));

/** Holds the language and the live region, and opens the page that the address asks for. */
export function Root({ start }: { start: Start }) {
  const { address, api } = start;
  const [voice, setVoice] = useState({ language: start.language, words: start.words });
  const [business, setBusiness] = useState<BookingBusiness | null>(null);
  const [news, setNews] = useState('');
  const locale = chooseLocale(voice.language, navigator.languages, business?.locale);
  const speak = useCallback((language: Language) => {
    void loadWords(language).then((words) => setVoice({ language, words }));
  }, []);
  const page = useMemo(
    () => ({
      address,
      api,
      locale,
      speak,
      language: voice.language,
      speech: speechOf(voice.words, locale),
      format: formatOf(locale),
      announce: setNews,
    }),
    [address, api, locale, speak, voice],
  );
  useEffect(() => {
    document.documentElement.lang = voice.language;
  }, [voice.language]);
  useBrand(business);
  return (
    <PageContext value={page}>
      <Shell business={business}>
        <Safety fallback={<FailurePage failure={ownFault} retry={() => location.reload()} />}>
          <Suspense>
            {address.page === 'embed' ? <EmbedPage /> : null}
            {address.page === 'manage' ? <ManageEntry token={address.token} onBusiness={setBusiness} /> : null}
            {address.page === 'book' ? (
              <BookEntry start={start} service={address.service} onBusiness={setBusiness} />
            ) : null}
          </Suspense>
        </Safety>
      </Shell>
      <output className="visually-hidden">{news}</output>
    </PageContext>
  );
}

function BookEntry(props: { start: Start; service: string | null; onBusiness: (business: BookingBusiness) => void }) {
  const { start, service, onBusiness } = props;
  const [business] = useLoaded(start.business);
  const [services] = useLoaded(start.services);
  const ready = business.state === 'ready' ? business.value : null;
  useEffect(() => {
    if (ready) onBusiness(ready);
  }, [ready, onBusiness]);
  if (business.state === 'failed') return <FailurePage failure={business.failure} retry={business.retry} />;
  if (!ready) return <ServiceSkeleton withBrand />;
  return <BookPage business={ready} services={services} service={service} />;
}

/** Paints the page in the colour of the business. */
function useBrand(business: BookingBusiness | null) {
  useEffect(() => {
    const properties = brandProperties(business?.branding.color ?? null);
    for (const [name, value] of Object.entries(properties)) document.documentElement.style.setProperty(name, value);
  }, [business]);
}
