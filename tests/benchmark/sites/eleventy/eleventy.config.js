// Eleventy's settings: the same pages as the other sites; typographic quotes, footnotes and ids of headings in Markdown.
const markdownIt = require("markdown-it");
const anchor = require("markdown-it-anchor").default;
const footnote = require("markdown-it-footnote");
const { DateTime } = require("luxon");

const SIZE = 10;
const MONTHS = "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre".split(" ");

const slugify = (text) => text.toLowerCase().normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/[^a-z0-9]+/g, "-");

function grouped(posts, keysOf) {
  const groups = new Map();
  for (const post of posts) {
    for (const key of keysOf(post)) {
      if (!groups.has(key)) groups.set(key, []);
      groups.get(key).push(post);
    }
  }
  return groups;
}

const term = (label, url, posts) => ({ label, url, count: posts.length, posts });

// All lists of posts, newest first; a list has a kind, a title, an address, breadcrumbs and its posts.
function lists(posts) {
  const of = (keysOf) => [...grouped(posts, keysOf)].sort(([a], [b]) => (a < b ? -1 : 1));
  const categories = of((post) => [post.data.category]).map(([name, in_]) => term(name, `/categoria/${slugify(name)}/`, in_));
  const tags = of((post) => post.data.topics).map(([name, in_]) => term(name, `/tag/${slugify(name)}/`, in_));
  const years = of((post) => [post.data.day.slice(0, 4)]).reverse().map(([year, in_]) => term(year, `/blog/${year}/`, in_));
  const months = of((post) => [post.data.day.slice(0, 7)]).reverse().map(([month, in_]) =>
    ({
    ...term(`${MONTHS[Number(month.slice(5)) - 1]} ${month.slice(0, 4)}`, `/blog/${month.replace("-", "/")}/`, in_),
    name: MONTHS[Number(month.slice(5)) - 1],
  }));
  const blog = term("Blog", "/blog/", posts);
  const author = term("Lia Prova", "/autore/lia-prova/", posts);
  const shared = { categories, tags, years };
  return [
    { ...blog, kind: "blog", title: "Blog", crumbs: [] },
    ...categories.map((each) => ({ ...each, kind: "category", title: `Categoria: ${each.label}`, crumbs: [blog], feeds: true })),
    ...tags.map((each) => ({ ...each, kind: "tag", title: `Etichetta: ${each.label}`, crumbs: [blog] })),
    { ...author, kind: "author", title: "Articoli di Lia Prova", crumbs: [blog], feeds: true,
      description: "Scrivo di agende, posta e deleghe." },
    ...years.map((each) => ({ ...each, kind: "year", title: `Articoli del ${each.label}`, crumbs: [blog],
      children: months.filter((month) => month.url.startsWith(each.url)) })),
    ...months.map((each) => ({ ...each, kind: "month", above: each.url.slice(0, 11), title: `Articoli di ${each.label}`,
      crumbs: [blog, term(each.url.slice(6, 10), each.url.slice(0, 11), [])] })),
  ].map((list) => ({ ...list, shared }));
}

function pagesOf(list) {
  const total = Math.ceil(list.posts.length / SIZE);
  const at = (number) => (number === 1 ? list.url : `${list.url}pagina/${number}/`);
  return Array.from({ length: total }, (_, index) => {
    const number = index + 1;
    const near = [1, number === 4 ? 2 : 1, number - 1, number, number + 1, number === total - 3 ? total - 1 : total, total].filter((n, i, all) => n >= 1 && n <= total && all.indexOf(n) === i);
    return { ...list, listUrl: list.url, url: at(number), cards: list.posts.slice(index * SIZE, number * SIZE), number, total,
      previous: number > 1 ? at(number - 1) : "", next: number < total ? at(number + 1) : "",
      near: near.map((n, index) => ({ number: n, url: at(n), gap: index > 0 && n > near[index - 1] + 1 })) };
  });
}

module.exports = function (config) {
  const markdown = markdownIt({ html: true, typographer: true }).use(footnote).use(anchor, { slugify });
  const rules = markdown.renderer.rules;
  const headOrCell = (tag) => (tokens, at) => `<${tag}${/right/.test(tokens[at].attrGet("style")) ? ' class="num"' : ""}${tag === "th" ? ' scope="col"' : ""}>`;
  rules.table_open = () => '<div class="scroll" role="region" aria-label="Tabella" tabindex="0"><table>\n';
  rules.table_close = () => "</table></div>\n";
  rules.th_open = headOrCell("th");
  rules.td_open = headOrCell("td");
  rules.footnote_caption = (tokens, at) => String(tokens[at].meta.id + 1);
  config.setLibrary("md", markdown);
  config.addPlugin(require("@11ty/eleventy-plugin-syntaxhighlight"));
  config.addPassthroughCopy({ static: "/" });
  const midnight = (day) => DateTime.fromISO(day, { zone: "Europe/Rome" });
  config.addFilter("iso", (day) => midnight(day).toISO({ suppressMilliseconds: true }));
  config.addFilter("rfc822", (day) => midnight(day).toRFC2822());
  config.addFilter("words", (day) => `${Number(day.slice(8))}${day.endsWith("-01") ? "°" : ""} ${MONTHS[Number(day.slice(5, 7)) - 1]} ${day.slice(0, 4)}`);
  config.addFilter("slugOf", slugify);
  config.addFilter("newest", (posts) => posts.slice(0, 20));
  config.addFilter("names", (posts) => posts.slice(0, 3).map((post) => post.data.title).join(" · "));
  config.addFilter("headings", (html) => {
    const found = [];
    for (const [, level, id, text] of html.matchAll(/<h([23]) id="([^"]*)"[^>]*>(.*?)<\/h\1>/g)) {
      (level === "2" || !found.length ? found : found.at(-1).below).push({ id, text, below: [] });
    }
    return found;
  });

  let posts = null;
  let all = null;
  config.on("eleventy.before", () => { posts = all = null; });
  const newestFirst = (a, b) => (a.data.day === b.data.day ? (a.fileSlug < b.fileSlug ? -1 : 1) : a.data.day < b.data.day ? 1 : -1);
  const sorted = (api) => {
    if (!posts) {
      posts = api.getFilteredByGlob("content/blog/*.md").sort(newestFirst);
      posts.forEach((post, index) => { post.data.newer = posts[index - 1]; post.data.older = posts[index + 1]; });
      all = lists(posts);
    }
    return posts;
  };
  config.addCollection("posts", sorted);
  config.addCollection("pages", (api) => api.getFilteredByGlob("content/pages/*.md"));
  config.addCollection("listPages", (api) => { sorted(api); return all.flatMap(pagesOf); });
  config.addCollection("feeds", (api) => {
    sorted(api);
    const withFeeds = [{ ...all[0], url: "/", title: "Ore di prova" }, ...all.filter((list) => list.feeds).map((list) => ({ ...list, title: `Ore di prova: ${list.label}` }))];
    return withFeeds.flatMap((list) => ["feed.xml", "feed.atom.xml"].map((name) => ({ ...list, name })));
  });
  return {
    dir: { input: "content", includes: "../_includes", output: "_site" },
    markdownTemplateEngine: false,
    htmlTemplateEngine: "njk",
  };
};
