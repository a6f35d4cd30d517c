import { describe, expect, it } from 'vitest';
import { packJsonText } from '../../../src/knowledge/export/pack-json-text.ts';
import { checkJson } from '../../../src/knowledge/format/json-file.ts';
import { PACK_SHAPE } from '../../../src/knowledge/format/pack-json.ts';

const INFO = {
  sources: { rules: { url: 'https://a.example/', title: 'Our rules' } },
  licence: 'CC0-1.0',
  defaultLanguage: 'en',
  title: { en: 'Rules', 'zh-Hans': '规则' },
};

describe('the text of pack.json', () => {
  it('has its keys in order, and a line for each', () => {
    expect(packJsonText({ title: { en: 'T' }, defaultLanguage: 'en', sources: {} })).toBe(
      '{\n  "title": {\n    "en": "T"\n  },\n  "defaultLanguage": "en",\n  "sources": {}\n}\n',
    );
    expect(Object.keys(JSON.parse(packJsonText(INFO)))).toEqual(['title', 'defaultLanguage', 'licence', 'sources']);
    expect(packJsonText(INFO)).toContain('"title": "Our rules",\n      "url"');
  });

  it('holds further sources, and what the reader reads', () => {
    const text = packJsonText(INFO, {
      faq: { title: 'FAQ' },
      rules: { title: 'New rules' },
      ['__proto__']: { title: 'P' },
    });
    const { data, findings } = checkJson(text, PACK_SHAPE);
    expect(findings).toEqual([]);
    expect(data?.sources).toMatchObject({ rules: { title: 'New rules' }, faq: { title: 'FAQ' } });
    expect(text).toContain('"__proto__"');
  });
});
