import hljs from 'highlight.js/lib/core';
import bash from 'highlight.js/lib/languages/bash';
import http from 'highlight.js/lib/languages/http';
import json from 'highlight.js/lib/languages/json';
import python from 'highlight.js/lib/languages/python';
import typescript from 'highlight.js/lib/languages/typescript';

for (const [name, grammar] of Object.entries({ bash, http, json, python, ts: typescript }))
  hljs.registerLanguage(name, grammar);

/** Code as HTML with its words marked; every character of it is escaped. */
export const highlighted = (text: string, language: string): string =>
  hljs.getLanguage(language)
    ? hljs.highlight(text, { language }).value
    : hljs.highlight(text, { language: 'http' }).value;
