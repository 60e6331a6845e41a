/** Where requests go, and what authorizes them. `environment` has to be there. */
export const apisText = `const environment = readEnvironment();

function variable(name, fallback) {
  const value = environment[name];
  return value === undefined || value.trim() === "" ? fallback : value.trim();
}

function setting(name, what) {
  const value = variable(name);
  if (value === undefined) throw new Error("Set " + name + ": " + what);
  return value;
}

function credential(api, field) {
  return setting(apis[api].credentials[field], field + " for " + apis[api].title);
}

function originOf(url) {
  return url.split("/").slice(0, 3).join("/").toLowerCase();
}

/** Undefined for an address that is written in a way which could be read as another one. */
function hostNameOf(url) {
  const found = /^https?:[/][/]([a-z0-9._-]+|[[][0-9a-f:.]+[]])(?::[0-9]+)?(?:[/][^?#\\\\\\s]*)?$/i.exec(url);
  return found === null ? undefined : found[1].toLowerCase().replace(/[.]+$/, "");
}

/** Real people get mail from live accounts: what is exported runs on all others. */
function addressOf(api) {
  const { variable: name, fallback, live, title } = apis[api];
  const url = variable(name, fallback).replace(/[/]+$/, "");
  const host = hostNameOf(url);
  if (host === undefined) throw new Error(name + " is no plain address: write https:// and a host name");
  if (live.some((one) => hostNameOf(one) === host)) {
    throw new Error(name + " is a live account of " + title + ": exported scenarios run on emulators and test accounts");
  }
  return url;
}

function hostOf(api, host) {
  const base = addressOf(api);
  if (base === apis[api].fallback && apis[api].hosts[host] !== undefined) return apis[api].hosts[host];
  return base;
}

/** A page of the emulator: by a link to it, or by path and query below its address. */
function pageOf(api, link) {
  const base = addressOf(api);
  const url = link.startsWith("/") ? base + link : link;
  if (originOf(url) !== originOf(base)) throw new Error("The link does not lead to the emulator");
  return url;
}

/** From the environment, otherwise as the scenario has it. */
function inputsOf(declared) {
  const inputs = Object.create(null);
  for (const { name, variable: key, isText, isRequired, fallback } of declared) {
    const given = variable(key);
    if (given !== undefined) inputs[name] = isText ? given : jsonOf(given);
    else if (fallback !== undefined) inputs[name] = fallback;
    else if (isRequired) setting(key, "the scenario needs it");
  }
  return inputs;
}

function jsonOf(value) {
  try {
    return JSON.parse(value);
  } catch (_error) {
    return value;
  }
}
`;
