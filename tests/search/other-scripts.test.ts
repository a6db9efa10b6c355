import { describe, expect, test } from 'vitest';
import { smallIndex, type Writing } from './small-index.ts';

/** Two articles a language: how to get money back, and how to change a password. */
const SITES: [
  locale: string,
  refund: [title: string, text: string],
  password: [title: string, text: string],
][] = [
  ['zh', ['如何获得退款', '退款会在七天内到账。'], ['修改密码', '请在设置中选择新密码。']],
  [
    'ja',
    ['返金を受ける', '返金は一週間以内に届きます。'],
    ['パスワードの変更', '設定で新しいパスワードを選びます。'],
  ],
  ['th', ['ขอเงินคืน', 'เงินจะคืนภายในเจ็ดวัน'], ['เปลี่ยนรหัสผ่าน', 'เลือกรหัสใหม่ในการตั้งค่า']],
  [
    'ko',
    ['환불 받기', '환불은 일주일 안에 도착합니다.'],
    ['비밀번호 변경', '설정에서 새 비밀번호를 선택하세요.'],
  ],
  ['hi', ['धनवापसी पाएं', 'पैसा एक सप्ताह में आता है।'], ['पासवर्ड बदलें', 'सेटिंग में नया पासवर्ड चुनें।']],
  ['ar', ['استرداد المال', 'يصل المال خلال أسبوع.'], ['تغيير كلمة المرور', 'اختر كلمة جديدة.']],
  ['pl', ['Zwrot pieniędzy', 'Pieniądze wracają w ciągu tygodnia.'], ['Zmiana hasła', 'Wybierz nowe hasło.']],
  [
    'el',
    ['Επιστροφή χρημάτων', 'Τα χρήματα φτάνουν σε μία εβδομάδα.'],
    ['Αλλαγή κωδικού', 'Διάλεξε νέο κωδικό.'],
  ],
];

function articles(refund: [string, string], password: [string, string]): Writing[] {
  return [
    { id: 'a/refund', title: refund[0], text: refund[1] },
    { id: 'a/password', title: password[0], text: password[1] },
  ];
}

function textsIn(locale: string): [[string, string], [string, string]] {
  const [, refund, password] = SITES.find(([own]) => own === locale) ?? [];
  if (!refund || !password) throw new Error(`no site in ${locale}`);
  return [refund, password];
}

describe.each(SITES)('in %s', (locale, refund, password) => {
  test('articles are found by their titles', async () => {
    const { ids } = await smallIndex(articles(refund, password), { locales: [locale] });
    expect((await ids(refund[0]))[0]).toBe('a/refund');
    expect((await ids(password[0]))[0]).toBe('a/password');
  });

  test('sentences of their text find them', async () => {
    const { find } = await smallIndex(articles(refund, password), { locales: [locale] });
    for (const [article, [, text]] of [['a/refund', refund] as const, ['a/password', password] as const]) {
      const [first] = (await find(text)).results;
      expect(first?.article).toBe(article);
      expect(first?.excerpt.map(({ text }) => text).join('')).toBe(text);
    }
  });
});

test.each([
  ['zh', '到账', 'a/refund'],
  ['zh', '新密码', 'a/password'],
  ['ja', '一週間', 'a/refund'],
  ['ja', 'パスワード', 'a/password'],
  ['th', 'เจ็ดวัน', 'a/refund'],
  ['th', 'ตั้งค่า', 'a/password'],
  ['ko', '도착', 'a/refund'],
  ['ko', '비밀번호', 'a/password'],
])('in %s the word %s is found inside its text', async (locale, word, article) => {
  const { find } = await smallIndex(articles(...textsIn(locale)), { locales: [locale] });
  const { results } = await find(word);
  expect(results[0]?.article).toBe(article);
  const marks = results[0]?.excerpt.filter(({ isMatch }) => isMatch).map(({ text }) => text) ?? [];
  expect(marks.some((mark) => mark.includes(word))).toBe(true);
});

test('a single letter stands for the words that begin with it', async () => {
  const { ids } = await smallIndex([{ id: 'a/tax', title: '如何缴税', text: '税率为百分之十。' }], {
    locales: ['zh'],
  });
  expect(await ids('税')).toEqual(['a/tax']);
});

test('pairs of letters are not corrected', async () => {
  const { find } = await smallIndex(articles(...textsIn('th')), { locales: ['th'] });
  const { corrected, words } = await find('คนเงน');
  expect(corrected).toBeUndefined();
  expect(words.map(({ how }) => how)).not.toContain('corrected');
});

test('in Hindi words that differ in their vowels are two words', async () => {
  const { ids } = await smallIndex(
    [
      { id: 'a/bill', title: 'बिल', text: 'भुगतान' },
      { id: 'a/force', title: 'बल', text: 'शक्ति' },
    ],
    { locales: ['hi'] },
  );
  expect(await ids('बिल', { isLiteral: true })).toEqual(['a/bill']);
  expect(await ids('बल', { isLiteral: true })).toEqual(['a/force']);
});

test('rare letters beyond the first plane are completed like others', async () => {
  const { find } = await smallIndex([{ id: 'a/one', title: '𐐔𐐯𐑅𐐨𐑉𐐯𐐻' }], { locales: ['en'] });
  expect((await find('𐐼𐐯𐑅𐐨')).results).toHaveLength(1);
});
