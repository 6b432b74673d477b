// The preview's panel of a page: asked for when it is opened. What search engines and shared links show is read in the page itself.
const LONGEST = { title: 60, description: 160 }; // characters, beyond which search engines usually cut

const sheet = new CSSStyleSheet();
sheet.replaceSync(`
  dialog { --paper: #fffdf9; --card: #fff; --ink: #1d1a16; --soft: #5f574c; --line: #e3dccf; --link: #0b4fa8; --good: #1c6b3a;
    --good-paper: #e6f4ea; --care: #6b4a00; --care-paper: #fff1c9;
    position: fixed; inset: 0 0 0 auto; width: min(27rem, 100vw); height: 100dvh; max-width: none; max-height: none; margin: 0; padding: 0;
    overflow: auto; border: 0; border-inline-start: 1px solid var(--line); color: var(--ink); background: var(--paper);
    font: 15px/1.5 system-ui, sans-serif; box-shadow: -12px 0 40px rgb(0 0 0 / 0.25); }
  @media (prefers-color-scheme: dark) {
    dialog { --paper: #1b1a18; --card: #262420; --ink: #f3efe8; --soft: #b8afa2; --line: #3a362f; --link: #8ab8ff; --good: #9fdcb4;
      --good-paper: #1d3326; --care: #ffd98a; --care-paper: #3a2e10; }
  }
  @media (prefers-reduced-motion: no-preference) {
    dialog[open] { animation: come 0.16s ease-out; }
    @keyframes come { from { transform: translateX(24px); opacity: 0; } }
  }
  dialog::backdrop { background: rgb(20 16 12 / 0.35); }
  .bar { position: sticky; top: 0; z-index: 1; display: flex; gap: 12px; align-items: center; padding: 14px 20px;
    border-bottom: 1px solid var(--line); background: var(--paper); }
  dialog h2 { flex: 1; margin: 0; font-size: 18px; line-height: 1.3; }
  dialog h3 { margin: 0 0 10px; font-size: 13px; font-weight: 600; color: var(--soft); }
  dialog section { padding: 18px 20px; border-bottom: 1px solid var(--line); }
  dialog section:last-child { border: 0; }
  dialog p { margin: 0; }
  dialog button { font: inherit; padding: 4px 12px; color: var(--link); background: var(--card); border: 1px solid var(--line);
    border-radius: 6px; cursor: pointer; text-align: start; overflow-wrap: anywhere; }
  dialog button:hover { border-color: currentcolor; }
  dialog :focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
  .state { display: inline-block; padding: 3px 12px; border-radius: 99px; font-weight: 600; color: var(--care); background: var(--care-paper); }
  .state.public { color: var(--good); background: var(--good-paper); }
  dl { display: grid; grid-template-columns: auto 1fr; gap: 6px 16px; margin: 14px 0 0; }
  dl:first-child { margin: 0; }
  dt { color: var(--soft); }
  dd { margin: 0; overflow-wrap: anywhere; }
  .files button, .files code { font: 13px/1.5 ui-monospace, Menlo, Consolas, monospace; }
  .files button { padding: 0; border: 0; border-radius: 2px; background: none; text-decoration: underline; text-underline-offset: 3px; }
  .files button:hover { text-decoration-thickness: 2px; }
  .found, .shared { border: 1px solid var(--line); border-radius: 10px; background: var(--card); overflow: hidden; }
  .found { padding: 14px 16px; }
  .site { display: flex; gap: 10px; align-items: center; font-size: 13px; line-height: 1.3; color: var(--soft); }
  .site img, .site span { flex: none; width: 28px; height: 28px; border-radius: 50%; background: var(--paper); border: 1px solid var(--line);
    object-fit: contain; }
  .site b { display: block; color: var(--ink); font-weight: 500; }
  .found .title { margin: 8px 0 4px; font-size: 19px; line-height: 1.3; color: var(--link); display: -webkit-box; -webkit-line-clamp: 2;
    -webkit-box-orient: vertical; overflow: hidden; }
  .found .text { font-size: 14px; display: -webkit-box; -webkit-line-clamp: 3; -webkit-box-orient: vertical; overflow: hidden; }
  .shared img, .shared .none { display: block; width: 100%; aspect-ratio: 1.91; object-fit: cover; background: var(--paper);
    border-bottom: 1px solid var(--line); }
  .shared .none { display: grid; place-content: center; padding: 16px; color: var(--soft); text-align: center; }
  .shared div.words { padding: 12px 16px; }
  .shared b { display: block; line-height: 1.35; }
  .shared small { display: block; color: var(--soft); font-size: 13px; }
  .note { margin-top: 10px; padding: 6px 12px; border-radius: 6px; font-size: 14px; color: var(--care); background: var(--care-paper); }
  dialog pre { margin: 0 0 10px; padding: 10px 12px; font: 13px/1.5 ui-monospace, Menlo, Consolas, monospace; white-space: pre-wrap;
    overflow-wrap: anywhere; border-radius: 6px; background: var(--card); border: 1px solid var(--line); }
  .warning + .warning { margin-top: 16px; }
`);

const content = (selector) => document.head.querySelector(selector)?.getAttribute("content")?.trim() ?? "";
// Addresses are those of the published site: here the same files are at this address.
const here = (address) => {
  try {
    return new URL(new URL(address, location.href).pathname, location.origin).href;
  } catch {
    return "";
  }
};

const facts = () => {
  const canonical = document.head.querySelector('link[rel="canonical"]')?.href || location.href;
  const title = document.title.trim();
  const description = content('meta[name="description"]');
  return {
    title,
    description,
    canonical: new URL(canonical),
    icon: document.head.querySelector('link[rel~="icon"]')?.href ?? "",
    hidden: /noindex/i.test(content('meta[name="robots"]')),
    name: content('meta[property="og:site_name"]'),
    sharedTitle: content('meta[property="og:title"]') || title,
    sharedText: content('meta[property="og:description"]') || description,
    image: content('meta[property="og:image"]'),
    alt: content('meta[property="og:image:alt"]'),
  };
};

// `tools` are those of the page's own script: it makes elements, opens files, and aborts its signal when no panel is wanted any more.
export const open = async (root, tools) => {
  const { make, button, signal } = tools;
  const asking = fetch(`/.sitegen/about?path=${encodeURIComponent(location.pathname)}`, { signal });
  const told = await asking.then((answer) => (answer.ok ? answer.json() : null)).catch(() => null);
  if (!told) return null;
  const words = told.words;
  const seen = facts();
  const part = (heading, ...children) => make("section", {}, make("h3", {}, heading), ...children);
  const note = (text) => make("p", { class: "note" }, text);
  const long = (name, text) =>
    text.length > LONGEST[name] ? [note(words[`long_${name}`].replace("{count}", text.length))] : [];

  const rows = told.facts.flatMap(([term, text]) => [make("dt", {}, term), make("dd", {}, text)]);
  const files = told.files.flatMap((file) => [
    make("dt", {}, file.what),
    make("dd", {}, file.opens ? button(file, file.path) : make("code", {}, file.path)),
  ]);

  const trail = seen.canonical.pathname.split("/").filter(Boolean).map(decodeURI).join(" › ");
  const place = make("p", {}, make("b", {}, seen.name || seen.canonical.host), `${seen.canonical.host}${trail && ` › ${trail}`}`);
  const icon = seen.icon ? make("img", { src: seen.icon, alt: "" }) : make("span", {});
  const found = make("div", { class: "found" }, make("div", { class: "site" }, icon, place),
    make("p", { class: "title" }, seen.title), make("p", { class: "text" }, seen.description || words.no_description)); // prettier-ignore

  const picture = seen.image ? make("img", { src: here(seen.image), alt: seen.alt }) : make("p", { class: "none" }, words.no_image);
  const shared = make("div", { class: "shared" }, picture, make("div", { class: "words" },
    make("small", {}, seen.canonical.host), make("b", {}, seen.sharedTitle), make("small", {}, seen.sharedText))); // prettier-ignore

  const warnings = told.warnings.map((each) =>
    make("div", { class: "warning" }, make("pre", {}, each.text.trim()), ...(each.opens ? [button(each)] : [])),
  );

  const close = make("button", { type: "button" }, words.close);
  const dialog = make("dialog", { "aria-label": words.title },
    make("div", { class: "bar" }, make("h2", {}, words.title), close),
    make("section", {}, make("p", { class: told.is_public ? "state public" : "state" }, told.state),
      ...(rows.length ? [make("dl", {}, ...rows)] : [])),
    part(words.made_of, make("dl", { class: "files" }, ...files)),
    part(words.search, ...(seen.hidden ? [note(words.noindex)] : [found, ...long("title", seen.title),
      ...long("description", seen.description)])),
    part(words.share, shared),
    part(words.warnings, ...(warnings.length ? warnings : [make("p", {}, words.no_warnings)]))); // prettier-ignore
  close.addEventListener("click", () => dialog.close());
  dialog.addEventListener("click", (event) => event.target === dialog && event.offsetX < 0 && dialog.close());
  if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets.push(sheet);
  root.append(dialog);
  dialog.showModal();
  return dialog;
};
