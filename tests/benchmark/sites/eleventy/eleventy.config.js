// Eleventy's settings: the same pages as the other sites; typographic quotes, footnotes and ids of headings in Markdown.
const markdownIt = require("markdown-it");
const anchor = require("markdown-it-anchor").default;
const footnote = require("markdown-it-footnote");

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
    term(`${MONTHS[Number(month.slice(5)) - 1]} ${month.slice(0, 4)}`, `/blog/${month.replace("-", "/")}/`, in_));
  const blog = term("Blog", "/blog/", posts);
  const author = term("Lia Prova", "/autore/lia-prova/", posts);
  const shared = { categories, tags, years };
  return [
    { ...blog, kind: "blog", title: "Blog", crumbs: [] },
    ...categories.map((each) => ({ ...each, kind: "category", title: `Categoria: ${each.label}`, crumbs: [blog], feeds: true })),
    ...tags.map((each) => ({ ...each, kind: "tag", title: `Etichetta: ${each.label}`, crumbs: [blog] })),
    { ...author, kind: "author", title: "Articoli di Lia Prova", crumbs: [blog], feeds: true },
    ...years.map((each) => ({ ...each, kind: "year", title: `Articoli del ${each.label}`, crumbs: [blog],
      children: months.filter((month) => month.url.startsWith(each.url)) })),
    ...months.map((each) => ({ ...each, kind: "month", title: `Articoli di ${each.label}`,
      crumbs: [blog, term(each.url.slice(6, 10), each.url.slice(0, 11), [])] })),
  ].map((list) => ({ ...list, shared }));
}

function pagesOf(list) {
  const total = Math.ceil(list.posts.length / SIZE);
  const at = (number) => (number === 1 ? list.url : `${list.url}pagina/${number}/`);
  return Array.from({ length: total }, (_, index) => {
    const number = index + 1;
    const near = [1, number - 1, number, number + 1, total].filter((n, i, all) => n >= 1 && n <= total && all.indexOf(n) === i);
    return { ...list, listUrl: list.url, url: at(number), cards: list.posts.slice(index * SIZE, number * SIZE), number, total,
      previous: number > 1 ? at(number - 1) : "", next: number < total ? at(number + 1) : "",
      near: near.map((n) => ({ number: n, url: at(n) })) };
  });
}

module.exports = function (config) {
  const markdown = markdownIt({ html: true, typographer: true }).use(footnote).use(anchor, { slugify });
  config.setLibrary("md", markdown);
  config.addPlugin(require("@11ty/eleventy-plugin-syntaxhighlight"));
  config.addPassthroughCopy({ static: "/" });
  config.addFilter("iso", (day) => `${day}T00:00:00+01:00`);
  config.addFilter("words", (day) => `${Number(day.slice(8))} ${MONTHS[Number(day.slice(5, 7)) - 1]} ${day.slice(0, 4)}`);
  config.addFilter("slugOf", slugify);
  config.addFilter("newest", (posts) => posts.slice(0, 20));
  config.addFilter("headings", (html) => [...html.matchAll(/<h([23]) id="([^"]*)"[^>]*>(.*?)<\/h\1>/g)].map(
    ([, level, id, text]) => ({ level, id, text })));

  let posts = null;
  let all = null;
  config.on("eleventy.before", () => { posts = all = null; });
  const sorted = (api) => {
    if (!posts) {
      posts = api.getFilteredByGlob("content/blog/*.md").sort((a, b) => (a.data.day < b.data.day ? 1 : -1));
      posts.forEach((post, index) => { post.data.newer = posts[index - 1]; post.data.older = posts[index + 1]; });
      all = lists(posts);
    }
    return posts;
  };
  config.addCollection("posts", sorted);
  config.addCollection("listPages", (api) => { sorted(api); return all.flatMap(pagesOf); });
  config.addCollection("feeds", (api) => {
    sorted(api);
    const withFeeds = [{ ...all[0], url: "/", title: "Ore di prova" }, ...all.filter((list) => list.feeds)];
    return withFeeds.flatMap((list) => ["feed.xml", "feed.atom.xml"].map((name) => ({ ...list, name })));
  });
  return {
    dir: { input: "content", includes: "../_includes", output: "_site" },
    markdownTemplateEngine: false,
    htmlTemplateEngine: "njk",
  };
};
