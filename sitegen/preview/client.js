// Runs in each page of the preview and in no file of the site. Speaks livereload's protocol (version 7) with one message of
// its own, "state", which says which build is shown and what is wrong.
"use strict";
(() => {
  const script = document.currentScript;
  let state = JSON.parse(script.dataset.state);
  script.remove(); // so that the page is that of the site
  const words = state.words;

  // Styles and elements of its own stand in a shadow tree: the page's do not reach them, nor they the page's.
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`
    :host { all: initial; }
    * { box-sizing: border-box; }
    .ribbon, .missing, .overlay, .handle { position: fixed; z-index: 2147483647; font: 600 14px/1.4 system-ui, sans-serif; color: #1d1a16; }
    .ribbon { inset: auto auto 12px 12px; max-width: calc(100vw - 24px); padding: 6px 12px; background: #ffd84d;
      border: 2px solid #1d1a16; border-radius: 6px; }
    .handle { inset: auto 12px 12px auto; width: 36px; height: 36px; padding: 0; font: italic 700 19px/1 Georgia, serif; text-align: center;
      color: #fffdf9; background: #1d1a16; border: 2px solid #fffdf9; border-radius: 50%; opacity: 0.75; }
    .handle:hover, .handle:focus-visible { opacity: 1; }
    .missing { inset: auto 12px 12px auto; max-width: min(30rem, calc(100vw - 24px)); padding: 12px 16px; background: #fff;
      border: 2px solid #1d1a16; border-radius: 6px; overflow-wrap: anywhere; }
    .missing p { margin: 0 0 4px; font-weight: 400; }
    .missing a { display: block; color: #0b4fa8; }
    .overlay { inset: 0; overflow: auto; padding: min(6vh, 48px) 16px; background: rgb(20 16 12 / 0.6); }
    .panel { max-width: 60rem; margin: 0 auto; background: #fffdf9; border-top: 6px solid #b3261e; border-radius: 6px;
      box-shadow: 0 8px 40px rgb(0 0 0 / 0.4); }
    header { display: flex; gap: 16px; align-items: flex-start; padding: 16px 20px; border-bottom: 1px solid #d9d2c5; }
    h2 { flex: 1; margin: 0; font-size: 17px; }
    h2 small { display: block; font-size: 14px; font-weight: 400; }
    section { padding: 16px 20px; border-bottom: 1px solid #d9d2c5; }
    section:last-child { border: 0; }
    pre { margin: 0 0 10px; font: 14px/1.5 ui-monospace, Menlo, Consolas, monospace; white-space: pre-wrap; overflow-wrap: anywhere; }
    button { font: inherit; padding: 5px 12px; color: #0b4fa8; background: #fff; border: 1px solid currentcolor;
      border-radius: 4px; cursor: pointer; overflow-wrap: anywhere; text-align: start; }
    button:focus-visible, a:focus-visible { outline: 3px solid #0b4fa8; outline-offset: 2px; }
    @media print { .ribbon, .missing, .overlay, .handle { display: none; } }
  `);
  const host = document.createElement("sitegen-preview");
  const root = host.attachShadow({ mode: "open" });
  root.adoptedStyleSheets = [sheet];
  document.documentElement.append(host);

  const make = (name, attributes, ...children) => {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    element.append(...children);
    return element;
  };

  const show = () => {
    root.querySelector(".ribbon")?.remove();
    if (state.ribbon) root.append(make("div", { class: "ribbon", role: "note" }, state.ribbon));
    if (state.near && !root.querySelector(".missing")) {
      const links = state.near.map((url) => make("a", { href: url }, url));
      root.append(make("div", { class: "missing", role: "note" }, make("p", {}, state.missing), ...links));
    }
  };

  const openFile = async (told, button) => {
    const answer = await fetch("/.sitegen/open", {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ path: told.path, line: told.line }),
    }).catch(() => null);
    if (answer?.ok) return;
    button.textContent = `${words.not_opened} ${told.path}`;
    button.removeAttribute("aria-label");
  };

  const button = (told, text = "") => {
    const name = `${words.open} ${told.path}${told.line ? `:${told.line}` : ""}`;
    const element = make("button", { type: "button", "aria-label": name }, text || name);
    element.addEventListener("click", () => openFile(told, element));
    return element;
  };

  const problem = (told) => make("section", {}, make("pre", {}, told.text), ...(told.opens ? [button(told)] : []));

  const overlay = (heading, problems) => {
    root.querySelector(".overlay")?.remove();
    if (!problems.length) return;
    const close = make("button", { type: "button" }, words.close);
    const title = make("h2", {}, heading, make("small", {}, words.kept));
    const panel = make("div", { class: "panel" }, make("header", {}, title, close), ...problems.map(problem));
    const all = make("div", { class: "overlay", role: "alertdialog", "aria-label": heading }, panel);
    close.addEventListener("click", () => all.remove());
    root.append(all);
  };
  // Open or not, the panel stays so when the page is loaded again. Asked for once more, it goes, or does not come.
  let panel = null;
  const toggle = async () => {
    if (panel) return panel.abort();
    if (state.missing) return; // there is no page to speak of
    const own = (panel = new AbortController());
    own.signal.addEventListener("abort", () => (panel = null));
    const tools = { make, button, signal: own.signal };
    const dialog = await import("/.sitegen/panel.js").then((module) => module.open(root, tools), () => null);
    if (!dialog) return own.abort();
    sessionStorage.setItem("sitegen-panel", "open");
    own.signal.addEventListener("abort", () => {
      sessionStorage.removeItem("sitegen-panel");
      dialog.close();
      dialog.remove();
    });
    dialog.addEventListener("close", () => own.abort());
  };
  const handle = make("button", { type: "button", class: "handle", "aria-label": words.panel, title: words.panel }, "i");
  handle.addEventListener("click", toggle);

  addEventListener("keydown", (event) => {
    if (event.key === "Escape") root.querySelector(".overlay")?.remove();
    if (event.code === "KeyS" && event.altKey && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      toggle();
    }
  });

  const reload = () => location.reload(); // keeps the place: browsers do so by themselves

  // The page as it is now, and what is to be known of it; nothing where it has gone.
  const fetchPage = async () => {
    const answer = await fetch(location.href).catch(() => null);
    const text = answer?.ok && !answer.redirected ? await answer.text().catch(() => "") : "";
    const fresh = new DOMParser().parseFromString(text, "text/html");
    const own = [...fresh.querySelectorAll('script[src="/.sitegen/client.js"]')].at(-1);
    own?.remove();
    return own && { fresh, renewed: JSON.parse(own.dataset.state) };
  };

  const take = (renewed) => {
    state = renewed;
    show();
    overlay("", []);
  };

  // The page becomes what it is now where it stands, if that is a matter of its style, or of its text too; else it is loaded again: of
  // a page in which something acts only a browser that loads it knows what its text comes to.
  const renewal = import("/.sitegen/renew.js").catch(() => null);
  let [asked, done] = [0, 0];
  const become = async (say) => {
    const turn = ++asked;
    const page = document.readyState === "loading" || state.missing ? null : await fetchPage();
    if (turn !== asked) return; // more has changed meanwhile, which is being asked for
    const isStyle = page && page.renewed.undressed === state.undressed;
    const isText = page && !state.acts && !page.renewed.acts;
    const means = (isStyle || isText) && (await renewal);
    const isDressed = means && (await means.restyle(page.fresh));
    if (turn !== asked) return;
    if (!isDressed || panel || !(isStyle || means.renew(page.fresh))) return reload();
    take(page.renewed);
    done = turn;
    say({ command: "info", url: location.href, build: state.build });
  };

  let wait = 250;
  const connect = () => {
    const socket = new WebSocket(`${location.protocol === "https:" ? "wss" : "ws"}://${location.host}/.sitegen/livereload`);
    const say = (message) => socket.send(JSON.stringify(message));
    socket.addEventListener("open", () => {
      say({ command: "hello", protocols: ["http://livereload.com/protocols/official-7"] });
    });
    socket.addEventListener("message", (event) => {
      const message = JSON.parse(event.data);
      if (message.command === "hello") {
        wait = 250;
        say({ command: "info", url: location.href, build: state.build });
      } else if (message.command === "reload") {
        if (message.path.endsWith(".html")) become(say).catch(reload);
        else reload();
      } else if (message.command === "state") {
        host.setAttribute("listens", "");
        if (message.build === state.build) overlay(message.heading, message.problems);
        else if (asked === done) reload();
      }
    });
    socket.addEventListener("close", () => {
      setTimeout(connect, wait);
      wait = Math.min(wait * 2, 5000);
    });
  };

  show();
  if (!state.missing) root.append(handle);
  if (sessionStorage.getItem("sitegen-panel")) toggle();
  connect();
})();
