import { conflictTexts, type Language } from '@smooth/engine/words/all.ts';

/** In which language a request is answered where people read the answer, and how its times are written. */
export interface Voice {
  language: Language;
  locale: string;
}

/**
 * The first language of `Accept-Language` that is spoken here, in the caller's own regional form (RFC 9110, 12.5.4).
 * English where nothing is asked for, with the times of the business.
 */
export function voiceOf(header: string | undefined, businessLocale: string): Voice {
  for (const locale of wishesOf(header ?? '')) {
    const language = locale.split('-')[0]!.toLowerCase();
    if (isSpoken(language)) return { language, locale };
  }
  return { language: 'en', locale: businessLocale };
}

const isSpoken = (language: string): language is Language => Object.hasOwn(conflictTexts, language);

/** Well-formed tags, the dearest first; what a caller refuses with `q=0` is none. */
function wishesOf(header: string): string[] {
  return header
    .slice(0, 200)
    .split(',')
    .map((wish) => wish.split(';'))
    .map(([tag = '', weight]) => ({ tag: tag.trim(), weight: weight ? Number(weight.replace(/^\s*q=/, '')) : 1 }))
    .filter(({ tag, weight }) => weight > 0 && /^[a-z]{2,3}(-[a-z\d]{2,8})*$/i.test(tag) && isTag(tag))
    .sort((a, b) => b.weight - a.weight)
    .map(({ tag }) => tag);
}

function isTag(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}
