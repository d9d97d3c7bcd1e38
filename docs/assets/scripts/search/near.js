// Words that are nearly the one that was typed: by its beginning, by its parts, by an edit or two.

// What may stand between the parts of a Danish compound, or end the first one: "samfund|s|hus", "forebyg|gelses|plan".
const LINKS = new Set(["", "s", "e", "es", "er", "ers", "en", "ens", "els", "elses", "gelses", "gelse", "else", "nings", "ning"]);
const SHORTEST_PART = 3;
// One edit from five letters, two from nine: in shorter words too many others are as near.
const ONE_EDIT = 5;
const TWO_EDITS = 9;

/** Return the numbers of the words that begin with what has been typed so far, the shortest first. */
export function beginningWith(index, typed, most) {
  const found = [];
  index.keys.forEach((key, number) => {
    if (key.startsWith(typed) || index.folded[number].startsWith(typed)) found.push(number);
  });
  return found.sort((one, other) => index.keys[one].length - index.keys[other].length).slice(0, most);
}

/** Return the words of the index that a compound is made of, or nothing: two of them, or three where the first is a compound too. */
export function split(index, word, most = 3) {
  let best = null;
  for (let cut = SHORTEST_PART; cut <= word.length - SHORTEST_PART; cut += 1) {
    const right = index.numbers.get(word.slice(cut));
    if (right === undefined || index.stopWords.has(index.folded[right])) continue;
    const left = firstParts(index, word.slice(0, cut), most);
    if (!left) continue;
    const parts = [...left, right];
    const shortest = Math.min(...parts.map((number) => index.keys[number].length)) - 2 * parts.length;
    if (!best || shortest > best.shortest) best = { shortest, parts };
  }
  return best?.parts ?? null;
}

function firstParts(index, beginning, most) {
  const part = firstPart(index, beginning);
  if (part !== undefined) return index.stopWords.has(index.folded[part]) ? null : [part];
  if (most < 3 || beginning.length < 2 * SHORTEST_PART) return null;
  for (let end = beginning.length; end >= beginning.length - 2; end -= 1) {
    const parts = LINKS.has(beginning.slice(end)) ? split(index, beginning.slice(0, end), most - 1) : null;
    if (parts) return parts;
  }
  return null;
}

function firstPart(index, beginning) {
  for (let end = beginning.length; end >= Math.max(SHORTEST_PART, beginning.length - 6); end -= 1) {
    if (!LINKS.has(beginning.slice(end))) continue;
    const number = index.numbers.get(beginning.slice(0, end));
    if (number !== undefined) return number;
  }
  return undefined;
}

/** Return the numbers of compounds that a word is the first or the last part of. */
export function compoundsWith(index, word, most) {
  const found = [];
  index.keys.forEach((key, number) => {
    if (key.length < word.length + SHORTEST_PART) return;
    if (key.endsWith(word)) {
      if (firstPart(index, key.slice(0, -word.length)) !== undefined) found.push(number);
    } else if (key.startsWith(word)) {
      const rest = key.slice(word.length);
      const isPart = [...LINKS].some((link) => rest.startsWith(link) && index.numbers.has(rest.slice(link.length)));
      if (isPart) found.push(number);
    }
  });
  return found.slice(0, most);
}

/** Return how many edits lead from one word to another, swapped letters counting as one; more than `most` counts as no way. */
export function edits(one, other, most) {
  if (Math.abs(one.length - other.length) > most) return most + 1;
  let before = [];
  let last = Array.from({ length: other.length + 1 }, (_, column) => column);
  for (let row = 1; row <= one.length; row += 1) {
    const line = [row];
    let least = row;
    for (let column = 1; column <= other.length; column += 1) {
      const same = one[row - 1] === other[column - 1];
      let cost = Math.min(last[column] + 1, line[column - 1] + 1, last[column - 1] + (same ? 0 : 1));
      if (row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1]) {
        cost = Math.min(cost, before[column - 2] + 1);
      }
      line.push(cost);
      if (cost < least) least = cost;
    }
    if (least > most) return most + 1;
    [before, last] = [last, line];
  }
  return last[other.length];
}

/** Return a word's letters as bits: two words that differ in more bits than edits could change are not near. */
export function letters(word) {
  let bits = 0;
  for (let place = 0; place < word.length; place += 1) bits |= 1 << (word.charCodeAt(place) % 31);
  return bits;
}

function bitCount(bits) {
  let count = 0;
  for (let left = bits; left; left &= left - 1) count += 1;
  return count;
}

/** Return the nearest words to one that is nowhere, each with its edits. */
export function nearest(index, key, typed, most = 4) {
  const allowed = typed.length >= TWO_EDITS ? 2 : typed.length >= ONE_EDIT ? 1 : 0;
  if (!allowed) return [];
  index.bits ??= index.keys.map((one, number) => [letters(one), letters(index.folded[number])]);
  const own = [letters(key), letters(typed)];
  const found = [];
  index.keys.forEach((one, number) => {
    let least = allowed + 1;
    if (bitCount(own[0] ^ index.bits[number][0]) <= 2 * allowed) least = edits(key, one, allowed);
    if (least > 0 && bitCount(own[1] ^ index.bits[number][1]) <= 2 * allowed) least = Math.min(least, edits(typed, index.folded[number], allowed));
    // Hardly anybody gets the first letter wrong and another one as well.
    if (least > 1 && one[0] !== key[0]) return;
    if (least <= allowed) found.push({ number, edits: least, same: one[0] === key[0] ? 0 : 1, spread: index.written[number].length });
  });
  found.sort((one, other) => one.edits - other.edits || one.same - other.same || other.spread - one.spread);
  return found.filter((one) => one.edits === found[0].edits).slice(0, most);
}
