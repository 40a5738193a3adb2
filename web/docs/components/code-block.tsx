import { CopyButton, Tabs, UnstyledButton } from '@mantine/core';
import { useLocalStorage } from '@mantine/hooks';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useSpeech } from '../../words/use-speech.tsx';
import { highlighted } from '../highlight.ts';
import { type Code, languageTitles } from '../markdown.ts';
import { useFilledIn } from '../reader.ts';
import classes from './code-block.module.css';

/** One example, in one language or in several behind tabs; the language that was chosen last is shown everywhere. */
export function CodeBlock({ codes }: { codes: readonly Code[] }) {
  const fillIn = useFilledIn();
  const [wanted, want] = useLocalStorage({ key: 'smooth-docs-language', defaultValue: 'ts' });
  const shown = codes.find(({ language }) => language === wanted) ?? codes[0]!;
  const text = fillIn(shown.text);
  return (
    <Tabs className={classes.block} value={shown.language} onChange={(language) => want(language ?? 'ts')}>
      <div className={classes.head}>
        <Tabs.List>
          {codes.map(({ language }) => (
            <Tabs.Tab key={language} value={language}>
              {languageTitles[language] ?? language}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Copy text={text} />
      </div>
      {codes.map(({ language }) => (
        // Code runs wide: it scrolls for itself, by the keyboard too.
        <Tabs.Panel key={language} value={language} className={classes.panel} tabIndex={0}>
          {language === shown.language ? (
            <pre className={classes.code}>
              <code dangerouslySetInnerHTML={{ __html: highlighted(text, language) }} />
            </pre>
          ) : null}
        </Tabs.Panel>
      ))}
    </Tabs>
  );
}

function Copy({ text: copied }: { text: string }) {
  const { text } = useSpeech('docs');
  return (
    <CopyButton value={copied}>
      {({ copied: isCopied, copy }) => (
        <UnstyledButton className={classes.copy} onClick={copy}>
          {isCopied ? <IconCheck aria-hidden /> : <IconCopy aria-hidden />}
          <span aria-live="polite">{text(isCopied ? 'copied' : 'copy')}</span>
        </UnstyledButton>
      )}
    </CopyButton>
  );
}
