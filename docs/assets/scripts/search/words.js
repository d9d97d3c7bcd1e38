// How what a reader types becomes the words that are searched. scripts/knowledge/search/words.py does the same for the pages.

const PART = /[\p{L}\p{N}]+/gu;
const DIGIT = /^\p{N}$/u;
const PLAIN = /^[\x00-\x7f]*$/;
const MARKS = /[\u0300-\u036f]+/g;
const LETTERS = { æ: "ae", ø: "o", ß: "ss", đ: "d", ł: "l", ð: "d", þ: "th", œ: "oe" };
const SPECIAL = /[æøßđłðþœ]/g;

const SPELLINGS = {
  en: [
    [/iz(?=(?:e|ed|es|er|ers|ing|ation|ations)$)/g, "is"],
    [/(?<=[a-z]{3})our(?=s|al|$)/g, "or"],
    [/(?<=progra)mme/g, "m"],
    [/(?<=cen)tre/g, "ter"],
  ],
  da: [],
};

/** Return the words of a text in small letters; of single signs only the digits. */
export function tokens(text) {
  const words = text.normalize("NFC").toLowerCase().match(PART) ?? [];
  return words.filter((word) => word.length > 1 || DIGIT.test(word));
}

/** Return a word as somebody may type it who has no æ, ø and å. */
export function fold(word) {
  // Most words have no such letters, and an index has thousands of words.
  const plain = PLAIN.test(word) ? word : word.replace(SPECIAL, (letter) => LETTERS[letter]).normalize("NFD").replace(MARKS, "");
  return plain.replaceAll("oe", "o").replaceAll("aa", "a");
}

/** Return a function that gives the key of a word: its stem, folded before it is stemmed. */
export function keying(language, stemmer) {
  const kept = new Map();
  return (word) => {
    let key = kept.get(word);
    if (key === undefined) {
      key = stemmer.stemWord(fold(SPELLINGS[language].reduce((text, [from, to]) => text.replace(from, to), word)));
      kept.set(word, key);
    }
    return key;
  };
}

/** Fetch the stemmer of a language. */
export async function stemmerOf(language) {
  if (language === "da") return new (await import("../vendor/danish-stemmer.js")).DanishStemmer();
  return new (await import("../vendor/english-stemmer.js")).EnglishStemmer();
}
