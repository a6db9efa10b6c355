import { createHmac, randomBytes } from 'node:crypto';

/** Which client, and of what: the same for the same fields, as long as the salt is the same. Nothing can be read from it. */
export interface Mark {
  /** Under the salt of today. */
  today: string;
  /** Under the salt of the day before, while there is one. */
  yesterday: string | undefined;
}

/** Tells clients apart in memory, without keeping who they are. */
export interface ClientMarks {
  of(at: Date, ...fields: readonly string[]): Mark;
  /** Replaces and deletes salts whose time is up. Making a mark does the same. */
  renew(at: Date): void;
}

/** How long a salt is kept after it was made: a little less than 48 hours, since it is looked at only once a minute. */
const KEPT = (48 * 60 - 2) * 60_000;

interface Salt {
  key: Buffer;
  /** The UTC day that it is for, in days since 1970. */
  day: number;
  made: number;
}

/**
 * Marks by HMAC-SHA-256 under a random salt that each UTC day begins anew. Yesterday's salt is kept to recognise a repeat
 * across midnight, for 48 hours at most after it was made; then it is overwritten, and no mark leads to an address any more.
 * Salts and marks are in memory only: a restart forgets them all.
 *
 * The length of each field stands before it, so that `ab` and `c` are not taken for `a` and `bc`.
 *
 * @param newSalt gives 32 random bytes that nobody else holds
 */
export function createClientMarks(newSalt: () => Buffer = () => randomBytes(32)): ClientMarks {
  let today: Salt | undefined;
  let yesterday: Salt | undefined;

  function renew(at: Date): Salt {
    const now = at.getTime();
    const day = Math.floor(now / 86_400_000);
    if (today?.day !== day) {
      yesterday?.key.fill(0);
      yesterday = today;
      today = { key: newSalt(), day, made: now };
    }
    // Where the clock was put back, nobody knows how old a salt is.
    if (yesterday && (now - yesterday.made >= KEPT || now < yesterday.made)) {
      yesterday.key.fill(0);
      yesterday = undefined;
    }
    return today;
  }

  return {
    of(at, ...fields) {
      const salt = renew(at);
      const said = fields.map((field) => `${Buffer.byteLength(field)}:${field}`).join('');
      return { today: mark(salt, said), yesterday: yesterday && mark(yesterday, said) };
    },
    renew,
  };
}

/** 128 bits, as the shortest string that JavaScript keeps. */
function mark({ key }: Salt, said: string): string {
  return createHmac('sha256', key).update(said).digest().toString('latin1', 0, 16);
}
