// Looks in the index of the site for what the reader writes. Nothing of it is loaded before a word is there, and nothing is sent to anybody.
const form = document.querySelector("form[data-index]");
const [field, status, topics, found, list, more, result] = ["words", "status", "topics", "found", "results", "more", "result"]
  .map(name => document.getElementById(`search-${name}`));
const words = status.dataset, index = new URL(form.dataset.index, location);
const AT_ONCE = 10, SHORTEST = 3, LONGEST_END = 4, WEIGHTS = 10, BEGINNING = 3;
const files = new Map();
let turn = 0, hits = [], shown = 0;

// A file of the index; one that could not be had is asked for again the next time.
function load(name) {
  if (!files.has(name))
    files.set(name, fetch(new URL(name, index)).then(answer => {
      if (!answer.ok) throw new Error(`${answer.status} ${name}`);
      return answer.json();
    }).catch(error => { files.delete(name); throw error; }));
  return files.get(name);
}

// The words of a text as the index has them: small letters without accents; an apostrophe ends a word.
const wordsOf = text => (text.normalize("NFC").toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [])
  .filter(word => word.length > 1).map(word => word.normalize("NFD").replace(/\p{M}/gu, ""));

// The terms that begin as a word does.
async function termsNear(word, terms) {
  const beginning = word.slice(0, BEGINNING).padEnd(BEGINNING);
  for (let length = 0; length <= BEGINNING; length++) {
    const name = terms[beginning.slice(0, length)];
    if (name) return load(name);
  }
  return [];
}

// Those of a word: terms with this very form, with longer ones while it is being written, or else with one that ends otherwise.
function matching(word, terms, isLast) {
  const having = test => terms.filter(([same, ends]) => ends.some(end => test(same + end)));
  const exact = having(form => form === word);
  const longer = isLast || !exact.length ? having(form => form.startsWith(word)).filter(term => !exact.includes(term)) : [];
  if (exact.length || longer.length) return [[exact, 1], [longer, 0.5]];
  for (let cut = 1; cut <= LONGEST_END && word.length - cut >= SHORTEST; cut++) {
    const stem = word.slice(0, -cut);
    const near = having(form => form.startsWith(stem) && form.length - stem.length <= LONGEST_END);
    if (near.length) return [[near, 0.5]];
  }
  return [];
}

// The numbers of the pages with most of the words, those first that say most of them.
async function search(query) {
  const { terms, pages, together, stop } = await load(index);
  const asked = [...new Set(wordsOf(query))], telling = asked.filter(word => !stop.includes(word));
  const near = await Promise.all(asked.map(word => termsNear(word, terms)));
  const scores = new Map();
  asked.forEach((word, place) => {
    const best = new Map();
    for (const [group, factor] of matching(word, near[place], place === asked.length - 1))
      for (const [, , steps] of group) {
        const rarity = Math.log(1 + pages.length * together / steps.length);
        let at = 0;
        for (const step of steps) {
          at += step;
          const page = Math.floor(at / WEIGHTS), score = at % WEIGHTS * rarity * factor;
          best.set(page, Math.max(best.get(page) ?? 0, score));
        }
      }
    const counts = telling.includes(word) || !telling.length;
    for (const [page, score] of best) {
      const [number, sum] = scores.get(page) ?? [0, 0];
      scores.set(page, [number + counts, sum + score]);
    }
  });
  const most = Math.max(1, ...[...scores.values()].map(([number]) => number));
  return [...scores].filter(([, [number]]) => number === most)
    .sort(([one, [, a]], [other, [, b]]) => b - a || other - one).map(([page]) => page);
}

const say = (text, query, number) => {
  status.textContent = text.replace("{number}", number).replace("{words}", () => query);
};

async function showMore() {
  const { pages, together } = await load(index), mine = turn;
  const next = hits.slice(shown, shown + AT_ONCE);
  const cards = await Promise.all(next.map(async page => (await load(pages[Math.floor(page / together)]))[page % together]));
  if (mine !== turn) return;
  const rows = cards.map(([address, title, text, date]) => {
    const row = result.content.cloneNode(true), link = row.querySelector("a");
    link.href = address;
    link.textContent = title;
    for (const [name, value] of [["text", text], ["date", date]]) {
      const part = row.querySelector(`[data-${name}]`);
      if (value) part.textContent = value;
      else part?.remove();
    }
    return row;
  });
  if (!shown) list.replaceChildren();
  list.append(...rows);
  shown += next.length;
  more.hidden = shown >= hits.length;
}

async function run() {
  const query = field.value.trim(), mine = ++turn;
  const address = new URL(location);
  if (query) address.searchParams.set("q", query);
  else address.searchParams.delete("q");
  if (address.href !== location.href) history.replaceState(null, "", address);
  try {
    const pages = wordsOf(query).length ? await search(query) : [];
    if (mine !== turn) return;
    [hits, shown] = [pages, 0];
    if (pages.length) await showMore();
    if (mine !== turn) return;
    found.hidden = !pages.length;
    topics.hidden = !found.hidden;
    if (query) say(pages.length === 1 ? words.one : pages.length ? words.other : words.none, query, pages.length);
    else status.textContent = "";
  } catch (error) {
    if (mine === turn) say(words.failed, query, 0);
    console.error(error);
  }
}

let waiting;
field.addEventListener("input", () => {
  clearTimeout(waiting);
  waiting = setTimeout(run, 150);
});
form.addEventListener("submit", event => {
  event.preventDefault();
  clearTimeout(waiting);
  run();
});
more.addEventListener("click", async () => {
  const before = shown;
  await showMore();
  list.children[before]?.querySelector("a").focus();
});
addEventListener("popstate", () => {
  field.value = new URLSearchParams(location.search).get("q") ?? "";
  run();
});
field.value ||= new URLSearchParams(location.search).get("q") ?? "";
if (field.value) run();
