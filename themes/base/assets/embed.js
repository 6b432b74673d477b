// A card that somebody has pressed becomes what it stands for, in its place. Before that nothing of another site is asked for.
for (const card of document.querySelectorAll("[data-frame]")) {
  const button = card.querySelector("button");
  button.hidden = false;
  button.addEventListener("click", () => {
    const frame = document.createElement("iframe");
    frame.title = card.dataset.title;
    frame.allow = "autoplay; encrypted-media; fullscreen; picture-in-picture";
    frame.sandbox = "allow-forms allow-popups allow-popups-to-escape-sandbox allow-presentation allow-same-origin allow-scripts";
    frame.referrerPolicy = "strict-origin-when-cross-origin";
    frame.loading = "lazy";
    frame.src = card.dataset.frame;
    card.append(frame);
    frame.focus();
  }, { once: true });
}
