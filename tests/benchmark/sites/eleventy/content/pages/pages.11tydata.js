module.exports = {
  layout: "page.njk",
  permalink: ({ page }) => (page.fileSlug === "home" ? "/index.html" : `/${page.fileSlug}/index.html`),
};
