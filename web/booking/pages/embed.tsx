import '../styles/embed.css';
import { useEffect, useRef, useState } from 'react';
import { StepHeading } from '../components/step-heading.tsx';
import { usePage } from '../page-context.ts';

/** Shows a business how to put its booking page into its own website, with both ways live. */
export default function EmbedPage() {
  const { speech } = usePage();
  useEffect(() => {
    document.title = speech.text('embed_title');
  }, [speech]);
  const code = (attributes: string) => `<script src="${location.origin}/embed.js" ${attributes}async></script>`;
  return (
    <>
      <StepHeading title={speech.text('embed_title')} />
      <p>{speech.text('embed_intro')}</p>
      <section className="embed-way">
        <h2>{speech.text('embed_popup_title')}</h2>
        <p>{speech.text('embed_popup_text')}</p>
        <Code
          text={`${code('data-mode="popup" ')}\n\n<a href="${location.origin}/book" data-smooth-book>${speech.text('book_button')}</a>`}
        />
        <a className="button button-main embed-opener" href="/book" data-smooth-book="">
          {speech.text('book_button')}
        </a>
        <Live mode="popup" />
      </section>
      <section className="embed-way">
        <h2>{speech.text('embed_inline_title')}</h2>
        <p>{speech.text('embed_inline_text')}</p>
        <Code text={code('')} />
        <div className="embed-live">
          <Live mode="inline" />
        </div>
      </section>
      <Options />
    </>
  );
}

function Options() {
  const { speech } = usePage();
  const options = [
    ['data-service', speech.text('embed_option_service')],
    ['data-lang', speech.text('embed_option_lang')],
    ['data-theme', speech.text('embed_option_theme')],
    ['data-label', speech.text('embed_option_label')],
  ] as const;
  return (
    <section className="embed-way">
      <h2>{speech.text('embed_options_title')}</h2>
      <dl className="embed-options">
        {options.map(([name, text]) => (
          <div key={name}>
            <dt>
              <code>{name}</code>
            </dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function Code({ text }: { text: string }) {
  const { speech, announce } = usePage();
  const [isCopied, setIsCopied] = useState(false);
  const copy = () => {
    navigator.clipboard.writeText(text).then(
      () => {
        setIsCopied(true);
        announce(speech.text('copied'));
      },
      () => undefined,
    );
  };
  return (
    <div className="code">
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by keyboard */}
      <pre tabIndex={0}>
        <code>{text}</code>
      </pre>
      <button type="button" className="button" onClick={copy}>
        {speech.text(isCopied ? 'copied' : 'copy')}
      </button>
    </div>
  );
}

/** The very script that the code above loads. */
function Live({ mode }: { mode: 'inline' | 'popup' }) {
  const { language, address } = usePage();
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const box = place.current;
    if (!box) return;
    const script = document.createElement('script');
    script.src = '/embed.js';
    Object.assign(script.dataset, { mode, lang: language }, address.theme ? { theme: address.theme } : {});
    if (address.isSandbox) script.dataset['sandbox'] = '1';
    box.replaceChildren(script);
  }, [mode, language, address]);
  return <div ref={place} />;
}
