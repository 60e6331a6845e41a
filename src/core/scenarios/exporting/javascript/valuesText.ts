/**
 * What exported JavaScript needs to read replies, compare as Arazzo does, and build requests. It uses nothing that only
 * browsers or Node have: k6 has neither.
 */
export const valuesText = String.raw`/** The value below these keys; undefined when there is none. */
function at(value, keys) {
  return keys.reduce((holder, key) => {
    if (holder === null || typeof holder !== "object") return undefined;
    if (Array.isArray(holder) && !/^(0|[1-9][0-9]*)$/.test(key)) return undefined;
    return Object.prototype.hasOwnProperty.call(holder, key) ? holder[key] : undefined;
  }, value);
}

function need(name, value) {
  if (value === undefined) throw new Error(name + " has no value: nothing was sent");
  return value;
}

function text(value) {
  return typeof value === "string" ? value : JSON.stringify(value);
}

function only(value) {
  return typeof value === "object" && value !== null ? value : text(value);
}

/** Loosely, as Arazzo compares: texts in any case, "200" as 200, and null equal to nothing but null. */
function compare(operator, left, right) {
  if (operator === "==") return isEqual(left, right);
  if (operator === "!=") return !isEqual(left, right);
  const order = orderOf(left, right);
  if (order === undefined) return false;
  if (operator === "<") return order < 0;
  if (operator === "<=") return order <= 0;
  return operator === ">" ? order > 0 : order >= 0;
}

function isEqual(left, right) {
  if (typeof left === "string" && typeof right === "string") return folded(left) === folded(right);
  if (typeof left === "object" && left !== null && typeof right === "object" && right !== null) {
    return JSON.stringify(left) === JSON.stringify(right);
  }
  if (typeof left === typeof right) return left === right;
  const one = plainOf(left);
  return one !== undefined && one === plainOf(right);
}

function plainOf(value) {
  if (typeof value === "number") return value;
  if (typeof value === "boolean") return String(value);
  if (typeof value !== "string") return undefined;
  const number = numberOf(value);
  return number === undefined ? folded(value) : number;
}

function orderOf(left, right) {
  const one = numberOf(left);
  const other = numberOf(right);
  if (one !== undefined && other !== undefined) return one - other;
  if (typeof left !== "string" || typeof right !== "string") return undefined;
  if (folded(left) < folded(right)) return -1;
  return folded(left) > folded(right) ? 1 : 0;
}

function numberOf(value) {
  if (typeof value === "number") return value;
  const isNumber = typeof value === "string" && /^-?[0-9]+(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?$/.test(value.trim());
  return isNumber ? Number(value) : undefined;
}

function folded(value) {
  return value.toUpperCase().toLowerCase();
}

function matches(value, pattern) {
  return value !== undefined && new RegExp(pattern, "u").test(text(value));
}

/** A value as one segment of a path. */
function segment(name, value) {
  const written = value === null || typeof value === "object" ? "" : String(value);
  if (written.trim() === "" || /^(?:[.]|%2e)+$/i.test(written.trim())) {
    throw new Error(name + " is no ID: nothing was sent");
  }
  return encodeURIComponent(written);
}

/** Names and values as forms spell them. Lists repeat the name, and null is left out. */
function form(pairs) {
  return pairs.flatMap(([name, value]) => spelled(name, value)).join("&");
}

function spelled(name, value) {
  if (value === null) return [];
  if (Array.isArray(value)) return value.flatMap((item) => spelled(name, item));
  return [escaped(name) + "=" + escaped(text(value))];
}

function escaped(value) {
  const plain = (character) => "%" + character.charCodeAt(0).toString(16).toUpperCase();
  return encodeURIComponent(value).replace(/[!'()~]/g, plain).replace(/%20/g, "+");
}

function search(pairs) {
  const written = form(pairs);
  return written === "" ? "" : "?" + written;
}

const digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/** A text, of which each character stands for one byte in UTF-8. */
function utf8(value) {
  return encodeURIComponent(value).replace(/%([0-9A-F]{2})/g, (_whole, byte) => String.fromCharCode(parseInt(byte, 16)));
}

function base64(value) {
  const bytes = utf8(value);
  let written = "";
  for (let index = 0; index < bytes.length; index += 3) {
    const left = bytes.length - index;
    const [first, second, third] = [0, 1, 2].map((next) => bytes.charCodeAt(index + next) || 0);
    written += digits[first >> 2] + digits[((first & 3) << 4) | (second >> 4)];
    written += left > 1 ? digits[((second & 15) << 2) | (third >> 6)] : "=";
    written += left > 2 ? digits[third & 63] : "=";
  }
  return written;
}

/** What base64 stands for, one character for each byte. */
function content(value) {
  let bytes = "";
  let bits = 0;
  let held = 0;
  for (const character of value.replace(/=+$/, "")) {
    held = (held << 6) | digits.indexOf(character);
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      bytes += String.fromCharCode((held >> bits) & 255);
      held &= (1 << bits) - 1;
    }
  }
  return bytes;
}

const boundary = "----esign-export-boundary";

/** A body of several parts, as bytes. */
function multipart(parts) {
  const quoted = (name) => name.replace(/["\r\n]/g, (character) => encodeURIComponent(character));
  const written = parts.map(({ name, value, fileName, mediaType, bytes }) => {
    const head = "--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + utf8(quoted(name)) + "\"";
    if (bytes === undefined) return head + "\r\n\r\n" + utf8(text(value)) + "\r\n";
    const file = "; filename=\"" + utf8(quoted(fileName)) + "\"\r\nContent-Type: " + mediaType;
    return head + file + "\r\n\r\n" + content(bytes) + "\r\n";
  });
  const whole = written.join("") + "--" + boundary + "--\r\n";
  return Uint8Array.from(whole, (character) => character.charCodeAt(0));
}

/** A reply of which names of headers are in lower case. */
function replyOf(status, headers, body) {
  const lower = {};
  for (const [name, value] of Object.entries(headers)) lower[name.toLowerCase()] = value;
  let read = body;
  try {
    read = JSON.parse(body);
  } catch (_error) {
    // It is no JSON, and stays a text.
  }
  return { status, headers: lower, body: read };
}
`;
