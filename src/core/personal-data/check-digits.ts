/**
 * Are the check digits those of an account number (ISO 13616: the rest of a division by 97 is 1)?
 *
 * @example isIban('DE89 3704 0044 0532 0130 00') // true
 */
export function isIban(text: string): boolean {
  const signs = text.replace(/[ .-]/g, '').toUpperCase();
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/.test(signs)) return false;
  let rest = 0;
  for (const sign of signs.slice(4) + signs.slice(0, 4)) {
    const value = Number.parseInt(sign, 36);
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
  }
  return rest === 1;
}

/**
 * Is the last digit the check digit of a payment card (Luhn: ISO/IEC 7812-1, annex B)?
 *
 * @example isCardNumber('4111 1111 1111 1111') // true
 */
export function isCardNumber(text: string): boolean {
  const digits = text.replace(/\D/g, '');
  let sum = 0;
  for (const [place, digit] of [...digits].reverse().entries()) {
    const value = Number(digit) * (place % 2 === 0 ? 1 : 2);
    sum += value > 9 ? value - 9 : value;
  }
  return digits.length >= 13 && digits.length <= 19 && sum % 10 === 0;
}
