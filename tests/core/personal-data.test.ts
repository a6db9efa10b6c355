import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findPersonalData, mask } from '../../src/core/personal-data.ts';

describe('is masked', () => {
  test.each([
    // E-mail addresses
    ['Mail an max@example.com', 'Mail an [email]'],
    ['jörg.müller+shop@mail.example.co.uk bekommt nichts', '[email] bekommt nichts'],
    ['max (at) example (dot) com', '[email]'],
    ['max[at]example.com', '[email]'],
    // Links that carry something
    ['https://example.com/reset?token=abc123 geht nicht', '[link] geht nicht'],
    ['www.example.com/konto?kunde=7', '[link]'],
    ['ftp über https://max:geheim@example.com/', 'ftp über [link]'],
    // Account and card numbers
    ['DE89 3704 0044 0532 0130 00 wird nicht angenommen', '[iban] wird nicht angenommen'],
    ['iban de89370400440532013000', 'iban [iban]'],
    ['GB29 NWBK 6016 1331 9268 19', '[iban]'],
    ['DE88370400440532013000', '[number]'],
    ['4111 1111 1111 1111 declined', '[card] declined'],
    ['5500-0000-0000-0004', '[card]'],
    ['4111111111111112', '[number]'],
    ['4111 1111 1111 1111 12/27', '[card] 12/27'],
    ['4111 1111 1111 1111 123', '[card] 123'],
    ['seit 31 4111 1111 1111 1111', 'seit 31 [card]'],
    ['4111.1111.1111.1111', '[card]'],
    ['DE89-3704-0044-0532-0130-00', '[iban]'],
    // As they come out of other programs: with spaces that hold a line together, or are not seen, and wide letters
    ['DE89\u00a03704\u00a00044\u00a00532\u00a00130\u00a000', '[iban]'],
    ['4111\u20091111\u20091111\u20091111', '[card]'],
    ['4111\u200b1111\u200b1111\u200b1111', '[card]'],
    ['+49\u00a0170\u202f9998877', '[phone]'],
    ['0171\u20112345678', '[phone]'],
    ['ｍａｘ＠example.com', '[email]'],
    // Phone numbers
    ['+49 30 1234567 anrufen', '[phone] anrufen'],
    ['+49 (0) 171 / 234 56 78', '[phone]'],
    ['0049 171 2345678', '[phone]'],
    ['030/1234567', '[phone]'],
    ['(030) 123 456', '[phone]'],
    ['0171-2345678 ist meine nummer', '[phone] ist meine nummer'],
    ['call 020 7946 0958', 'call [phone]'],
    ['(212) 555-0123', '[phone]'],
    ['1-212-555-0123', '[phone]'],
    ['212.555.0123', '[phone]'],
    // Days of birth
    ['geboren am 12.03.1985', '[birthday]'],
    ['date of birth: 1985-03-12', '[birthday]'],
    // Customer numbers, order numbers, secrets
    ['wo ist 48213', 'wo ist [number]'],
    ['Kundennummer 123 ändern', 'Kundennummer [number] ändern'],
    ['order no. A-17', 'order no. [number]'],
    ['KD-48213', '[number]'],
    ['RE-2026-0815 bezahlen', '[number] bezahlen'],
    ['Gutschein AB12CD34', 'Gutschein [number]'],
    ['4f9a8c1e-0b7d-4e52-9c3f-6a1b2d3e4f50', '[number]'],
    ['kd 12 34 56 78', 'kd [number]'],
    ['mein passwort ist sommer24', 'mein passwort ist [number]'],
    ['pin: 12', 'pin: [number]'],
    ['84.23.190.17', '[number]'],
    // Names
    ['ich heiße max mustermann und will kündigen', 'ich heiße [name] und will kündigen'],
    ['Mein Name ist Jörg', 'Mein Name ist [name]'],
    ['my name is Jane O’Neil', 'my name is [name]'],
    ['my name’s Ann', 'my name’s [name]'],
    ['Rückruf von Frau Müller', 'Rückruf von [name]'],
    ['email Mr. John Smith', 'email [name]'],
    // Several at once
    ['max@example.com, Tel. 030 1234567', '[email], Tel. [phone]'],
  ])('%s', (text, masked) => {
    expect(mask(text)).toBe(masked);
  });
});

test.each([
  'iPhone 12 entsperren',
  'iphone 12 13 14 vergleich',
  'COVID-19',
  'covid19 regeln',
  'Preise 2024',
  'Jahr 2023/2024',
  'sommer2024',
  'Windows 11 24H2',
  'Office 365',
  'WPA2-PSK',
  'i18n a11y mp3 h264 4k',
  'B2B',
  'H2O2',
  'am 24.12.2026 kündigen',
  '01.02.2026 12:30 Uhr',
  '2026-12-24',
  '12/24/2026',
  '5000 Euro überweisen',
  '10.000 km',
  '$12,000',
  '1080p',
  '1000 mbit',
  'Fehler 1603',
  'error code 50001',
  'port 8080',
  'ISO 27001',
  '0x80070057',
  '192.168.178.1',
  'Version 10.15.7',
  '24/7',
  'https://example.com/hilfe öffnen',
  'my name is wrong on the invoice',
  'Mein Name ist falsch geschrieben',
  'ich heiße jetzt anders',
  'Zugang für meine Frau Anna',
  'wie kündige ich',
  '@ und # eingeben',
  '',
])('%s tells nothing about anybody', (text) => {
  expect(findPersonalData(text)).toEqual([]);
});

test('the place of each datum is given, in the order of the text', () => {
  expect(findPersonalData('48213 und max@example.com')).toEqual([
    { kind: 'number', start: 0, end: 5 },
    { kind: 'email', start: 10, end: 25 },
  ]);
});

test('stretches lie in the text, in order, and do not overlap, whatever the text', () => {
  const signs = fc.constantFrom(...'ab0189 @.-+/()?=ÄßDE\0\n', 'ich heiße ', 'https://', ' (at) ', 'Frau ');
  fc.assert(
    fc.property(fc.string({ unit: signs, maxLength: 80 }), (text) => {
      let last = 0;
      for (const { start, end } of findPersonalData(text)) {
        expect(start).toBeGreaterThanOrEqual(last);
        expect(end).toBeGreaterThan(start);
        last = end;
      }
      expect(last).toBeLessThanOrEqual(text.length);
    }),
  );
});

test.each(['a', '0', '0 ', '@a.', 'a1', 'https://', 'pin: ', 'ich heiße ab ', '( at )', 'ab12 '])(
  'ten thousand letters of “%s” are no burden',
  (part) => {
    expect(mask(part.repeat(10_000 / part.length)).length).toBeGreaterThan(0);
  },
);
