// Makes the open page another one where it stands, which then equals that page as if it had just been loaded. All that is the same
// keeps its place and its focus, and what is selected or typed in it.

const STYLES = 'link[rel~="stylesheet"]';
const look = (page) => [page.documentElement, page.body, ...page.querySelectorAll(`style, ${STYLES}`)].map((each) => {
  const copy = each.cloneNode(each.matches("style"));
  copy.removeAttribute("href"); // another one is another stylesheet in the place of the first
  return copy.outerHTML;
}).join(); // prettier-ignore

// Replaces stylesheets that have other names, so that the page is never without. Whether that is all that has changed of its look.
export const restyle = async (fresh) => {
  if (look(document) !== look(fresh)) return false;
  const [now, then] = [[...fresh.querySelectorAll(STYLES)], [...document.querySelectorAll(STYLES)]];
  const old = then.filter((each, at) => each.getAttribute("href") !== now[at].getAttribute("href"));
  if (old.some((each) => !each.sheet)) return false; // one that does not load says nothing
  await Promise.all(old.map((each) => new Promise((done) => {
    const next = document.importNode(now[then.indexOf(each)]);
    next.onload = next.onerror = done;
    each.after(next);
  }))); // prettier-ignore
  for (const each of old) each.remove();
  return true;
};

const details = (page) => {
  const named = new Map();
  for (const each of page.querySelectorAll("details")) {
    let name = each.id || each.querySelector("summary")?.textContent;
    while (named.has(name)) name += " again";
    named.set(name, each);
  }
  return named;
};
const opened = (page) => new Map([...details(page)].map(([name, each]) => [name, each.open]));

// What a reader has opened or shut stays so, unless the file now says otherwise.
let written = opened(document);
const keepOpen = (fresh) => {
  const [live, next] = [opened(document), opened(fresh)];
  for (const [name, each] of details(fresh))
    if (live.has(name) && written.get(name) === next.get(name)) each.open = live.get(name);
  written = next;
};

// The nodes that two lists have in common, in this order and as many as there are: pairs of places.
const MOST = 50_000; // comparisons; of longer lists only what is the same at both ends
const common = (now, then) => {
  const isSame = (i, j) => now[i].isEqualNode(then[j]);
  let [start, height, width] = [0, now.length, then.length];
  while (start < height && start < width && isSame(start, start)) start++;
  while (height > start && width > start && isSame(height - 1, width - 1)) height--, width--;
  const pairs = Array.from({ length: start }, (_, i) => [i, i]);
  if ((height - start) * (width - start) <= MOST) pairs.push(...longest(isSame, start, height, width));
  for (let i = height, j = width; i < now.length; ) pairs.push([i++, j++]);
  return pairs;
};
const longest = (isSame, start, height, width) => {
  const best = Array.from({ length: height + 1 }, () => new Uint16Array(width + 1));
  const same = best.map(() => new Uint8Array(width));
  for (let i = height; i-- > start; ) {
    for (let j = width; j-- > start; ) {
      same[i][j] = isSame(i, j);
      best[i][j] = same[i][j] ? best[i + 1][j + 1] + 1 : Math.max(best[i + 1][j], best[i][j + 1]);
    }
  }
  const pairs = [];
  for (let [i, j] = [start, start]; best[i][j]; ) {
    if (same[i][j]) pairs.push([i++, j++]);
    else if (best[i + 1][j] < best[i][j + 1]) j++;
    else i++;
  }
  return pairs;
};

// What differs: nodes of a `parent` that go, and the `fresh` ones that come, there or before `next`.
const bare = (element) => element.cloneNode(false);
const differences = (now, then) => {
  if (now.isEqualNode(then)) return [];
  const isSame = now.nodeType === Node.ELEMENT_NODE && bare(now).isEqualNode(bare(then));
  if (!isSame || now.matches("audio, video, select, textarea")) return [{ parent: now.parentNode, old: [now], fresh: [then] }];
  const [before, after] = [[...now.childNodes], [...then.childNodes]];
  let [i, j] = [0, 0];
  return [...common(before, after), [before.length, after.length]].flatMap(([to, until]) => {
    const [old, fresh] = [before.slice(i, to), after.slice(j, until)];
    [i, j] = [to + 1, until + 1];
    if (old.length === fresh.length) return old.flatMap((each, at) => differences(each, fresh[at]));
    return [{ parent: now, old, fresh, next: before[to] }];
  });
};

// All that goes has gone before anything comes: of some elements only one is open at a time.
const replace = (found) => {
  const places = found.map(({ parent, old, fresh, next = null }) => {
    const place = parent.insertBefore(new Comment(), old[0] ?? next);
    for (const each of old) each.remove();
    return [place, fresh];
  });
  for (const [place, fresh] of places) place.replaceWith(...fresh);
};

const isAtTarget = () => {
  const id = decodeURIComponent(location.hash.slice(1));
  return !id || document.querySelector(":target") === document.getElementById(id);
};

// Replaces what differs in head and body. Whether the place in the page to which its address leads is still the same.
export const renew = (fresh) => {
  keepOpen(fresh);
  replace([...differences(document.head, fresh.head), ...differences(document.body, fresh.body)]);
  return isAtTarget();
};
