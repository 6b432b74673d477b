"""`themes/NAME/` and its parents → `Theme`: templates with their closures, stylesheets, assets, words. Pure.

A child theme overrides a file by having one of the same name, a block by extending `parent:file`, a token by naming it.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Sequence

import msgspec

from sitegen.digest import Digest, of_text, of_value
from sitegen.parse.components import Component
from sitegen.parse.declared import partials_of, wrong_components
from sitegen.parse.documents import CUSTOM_STYLE
from sitegen.parse.fields import Context, FilePath, Ref
from sitegen.parse.fonts import Fonts
from sitegen.parse.memo import Memo
from sitegen.parse.overrides import colours_among_tokens, idle_templates, idle_tokens, idle_words
from sitegen.parse.roles import Colours, Role
from sitegen.parse.template_facts import Facts, Need, Reading, deepest_line, shown_blocks
from sitegen.parse.template_slips import syntax_slip
from sitegen.parse.theme_settings import Choice, Defaults, Settings, all_settings, read_chain
from sitegen.parse.uses import Use
from sitegen.paths import SourcePath
from sitegen.problems import Place, Problem, problem
from sitegen.read.snapshot import File, Snapshot
from sitegen.words import nearest

LANGUAGES = ("it", "en")
EMBED = "partials/embed.html"
"""What stands for something of another site in any text: no template names it, and each may show it."""
_FATAL = ("E505", "E506", "E514", "E515")
"""What keeps pages from being planned; what else is wrong in a theme is told together with what is wrong in them."""


class Template(msgspec.Struct, frozen=True):
    """A template by its full name (`base:post.html`). `closure` names all that it extends, includes or
    imports, itself among them; `variables` are those that any of these looks up in its surroundings, `words` the keys of
    those that any of these asks a catalogue for, None where that cannot be told. `uses` is what a browser does with what it writes itself.
    """

    name: str
    source: SourcePath
    text: str
    closure: tuple[str, ...]
    variables: tuple[str, ...]
    words: tuple[str, ...] | None
    uses: tuple[Use, ...] = ()


class Variant(msgspec.Struct, frozen=True):
    """The stylesheets that come with one choice of an option: for every page, and by the name of a sheet."""

    styles: tuple[File, ...]
    sheets: dict[str, tuple[File, ...]]


class Theme(msgspec.Struct, frozen=True):
    r"""A theme with its parents folded in. `chain` runs from the theme to its oldest parent; `templates` are by full name;
    `assets` by their path below `assets/`, without stylesheets and `font_files`; `words` by language, then message (`context\x04message` has a context); `places`
    say where each of `colors` is written (`light.link`); `missing` are templates that some include names, and that are told already.
    """

    name: str
    description: str
    chain: tuple[str, ...]
    templates: dict[str, Template]
    styles: tuple[File, ...]
    sheets: dict[str, tuple[File, ...]]
    options: dict[str, dict[str, Variant]]
    layers: tuple[str, ...]
    tokens: dict[str, str]
    dark: dict[str, str]
    colors: Colours
    places: dict[str, Place]
    brand: Defaults
    fonts: dict[str, Fonts]
    font_files: dict[str, File]
    assets: dict[str, File]
    words: dict[str, dict[str, tuple[str, ...]]]
    lists: dict[str, int]
    data: tuple[Ref, ...]
    anchors: tuple[str, ...]
    icons: tuple[str, ...]
    components: dict[str, Component]
    missing: tuple[str, ...]

    @property
    def looks(self) -> tuple[Theme | Variant, ...]:
        """What has stylesheets: the theme itself, then each choice of its options."""
        return (self, *(each for choices in self.options.values() for each in choices.values()))

    @property
    def stylesheets(self) -> tuple[File, ...]:
        """All of them, also those of choices that the site does not make."""
        return tuple(file for each in self.looks for files in (each.styles, *each.sheets.values()) for file in files)

    def find(self, name: str) -> Template | None:
        """The template that `name` means: the nearest of that name in the chain; that of `theme:name` may be inherited, too."""
        return self.templates.get(_found(name, self.chain, self.templates))

    def variables_of(self, name: str) -> tuple[str, ...]:
        """The variables that a template looks up in its surroundings, itself or through what it includes."""
        template = self.find(name)
        return template.variables if template else ()

    def digest_of(self, name: str, language: str) -> Digest:
        """A digest over all that the template `name` is made of: the texts of its closure, by full name, and the words
        that they use.
        """
        template = self.find(name)
        embed = self.find(EMBED)
        members = [each for each in (template, embed) if each]
        closure = (
            [self.templates[each] for each in sorted({name for each in members for name in each.closure})]
            if template
            else []
        )
        known = self.words.get(language, {})
        asked = {word for each in members for word in (known if each.words is None else each.words)}
        words = sorted(asked) if template else sorted(known)
        return of_value(
            ([(each.name, of_text(each.text)) for each in closure], [(key, known.get(key)) for key in words])
        )


def read_theme(name: str, snapshot: Snapshot, context: Context, named_at: Place,
               memo: Memo) -> tuple[Theme | None, list[Problem]]:  # fmt: skip
    """The theme `name` of the snapshot; None where it or a parent cannot be used. `named_at` is where the site names it."""
    chain, problems, places, is_whole = read_chain(name, snapshot, context, named_at)
    if not is_whole:
        _styles([(each, each.name) for each in chain], snapshot, problems)
        return None, problems
    reading = Reading(memo)
    templates = _templates(chain, snapshot, reading, problems)
    oldest_first = chain[::-1]
    styled = _styled(oldest_first)
    assets: dict[str, File] = {}
    for settings in oldest_first:
        folder = f"themes/{settings.name}/assets/"
        assets.update({file.path.removeprefix(folder): file for file in snapshot.below(folder)
                       if settings in styled or not file.path.endswith(".css")})  # fmt: skip
    styles, sheets = _styles([(each, each.name) for each in styled], snapshot, problems)
    options = _options(styled, snapshot, problems)
    fonts = {name: pair for settings in oldest_first for name, pair in settings.fonts.items()}
    font_files = dict(_font_files(fonts, assets, name, problems))
    theme = Theme(
        name=name,
        description=chain[0].description,
        chain=tuple(settings.name for settings in chain),
        templates=templates,
        styles=styles,
        sheets=sheets,
        options=options,
        layers=tuple(dict.fromkeys(layer for settings in styled for layer in settings.layers)),
        tokens={key: str(value) for settings in styled for key, value in settings.tokens.items()},
        dark={key: str(value) for settings in styled for key, value in settings.dark.items()},
        colors=_colors(styled),
        places=places,
        brand=_defaults(oldest_first),
        fonts=fonts,
        font_files=font_files,
        assets={},
        words=_words(oldest_first, snapshot, reading, problems),
        lists={key: count for settings in oldest_first for key, count in settings.lists.items()},
        data=tuple(each for settings in oldest_first for each in settings.data),
        anchors=tuple(dict.fromkeys(each for settings in oldest_first for each in settings.anchors)),
        icons=tuple(dict.fromkeys(each for settings in oldest_first for each in settings.icons)),
        components={key: each for settings in oldest_first for key, each in settings.components.items()},
        missing=tuple(each.get("template") for each in problems if each.code == "E507"),
    )
    apart = {*theme.stylesheets, *font_files.values()}
    theme = msgspec.structs.replace(
        theme, assets={path: each for path, each in sorted(assets.items()) if each not in apart}
    )
    problems.extend(_missing_words(theme, reading))
    shown = {full.partition(":")[2] for full in templates}
    problems.extend(wrong_components(chain, shown, places))
    problems.extend(colours_among_tokens(styled, {*theme.colors.light, *theme.colors.dark}, places))
    problems.extend(_idle_overrides(theme, chain, places, snapshot, reading))
    reading.keep()
    return (None if any(map(_is_fatal, problems)) else theme), problems


def stand_in(name: str, snapshot: Snapshot, context: Context, memo: Memo) -> Theme | None:
    """`base` in place of the theme `name`, which cannot be used: it asks for the same data, and has the anchors of every theme that
    there is, so that none of them is taken for missing.
    """
    base, _ = read_theme("base", snapshot, context, Place(""), memo)
    if base is None:
        return None
    there = list(all_settings(snapshot, context))
    data = tuple(ref for settings in there if settings.name == name for ref in settings.data)
    anchors = dict.fromkeys(each for settings in there for each in settings.anchors)
    return msgspec.structs.replace(base, data=data, anchors=tuple(anchors))


def _is_fatal(found: Problem) -> bool:
    return found.code in _FATAL or (found.code == "E507" and found.get("tag") != "include")


def _colors(chain: Iterable[Settings]) -> Colours:
    """The roles of the chain. A child's role takes the place of its parent's; a fixed colour must be read where that was."""
    schemes: dict[str, dict[str, Role]] = {"light": {}, "dark": {}}
    for settings in chain:
        for scheme, roles in schemes.items():
            for token, role in getattr(settings.colors, scheme).items():
                before = roles.get(token)
                roles[token] = msgspec.structs.replace(before, color=role.color) if before and role.color else role
    return Colours(**schemes)


def _defaults(chain: Iterable[Settings]) -> Defaults:
    values = {
        field: value for settings in chain for field, value in msgspec.structs.asdict(settings.brand).items() if value
    }
    return Defaults(**values)


def _styled(chain: list[Settings]) -> list[Settings]:
    """Those of a chain, its oldest parent first, that make the look: from the last one that restyles its parent on."""
    return chain[max((place for place, settings in enumerate(chain) if settings.restyle), default=0) :]


def _styles(chain: Iterable[tuple[Settings | Choice, str]], snapshot: Snapshot,
            problems: list[Problem]) -> tuple[tuple[File, ...], dict[str, tuple[File, ...]]]:  # fmt: skip
    """The stylesheets for every page of what themes say, each with its theme's name, and those with a name, a child's behind its
    parent's.
    """
    styles: list[File] = []
    sheets: dict[str, tuple[File, ...]] = {}
    for said, theme in chain:
        styles += _files_of(said.styles, theme, snapshot, problems)
        for name, written in said.sheets.items():
            sheets[name] = (*sheets.get(name, ()), *_files_of(written, theme, snapshot, problems))
    return tuple(styles), sheets


def _options(chain: Iterable[Settings], snapshot: Snapshot, problems: list[Problem]) -> dict[str, dict[str, Variant]]:
    """The options of the chain, its oldest theme first: a child adds choices to its parent's, and takes the place of theirs."""
    options: dict[str, dict[str, Variant]] = {}
    for settings in chain:
        for name, choices in settings.options.items():
            made = {
                each: Variant(*_styles([(choice, settings.name)], snapshot, problems))
                for each, choice in choices.items()
            }
            options[name] = options.get(name, {}) | made
    return options


def _files_of(written: Iterable[FilePath], theme: str, snapshot: Snapshot, problems: list[Problem]) -> Iterator[File]:
    for style in written:
        path = SourcePath(f"themes/{theme}/assets/{style.written}")
        file = snapshot.files.get(path)
        if file is None or (file.text is None and not file.closed):
            problems.append(problem("E504", style.place, style=style.written, path=path))
        elif not file.closed:
            yield file


def _font_files(fonts: dict[str, Fonts], assets: dict[str, File], theme: str, problems: list[Problem]) -> Iterator[tuple[str, File]]:  # fmt: skip
    for file in (face.file for pair in fonts.values() for face in pair.faces if face.file):
        if file.written in assets:
            yield file.written, assets[file.written]
        else:
            path = f"themes/{theme}/assets/{file.written}"
            problems.append(problem("E515", file.place, font=file.written, path=path))


def _templates(
    settings: list[Settings], snapshot: Snapshot, reading: Reading, problems: list[Problem]
) -> dict[str, Template]:
    chain = [each.name for each in settings]
    sources: dict[str, File] = {}
    for theme in chain:
        folder = f"themes/{theme}/templates/"
        sources |= {f"{theme}:{file.path.removeprefix(folder)}": file for file in snapshot.below(folder)
                    if file.text is not None}  # fmt: skip
    needs: dict[str, tuple[str, ...]] = {}
    facts = {name: reading.facts(file.text or "") for name, file in sources.items()}
    for name, file in sources.items():
        if broken := facts[name].broken:
            problems.append(syntax_slip(broken[1], broken[0], file.text or "", file.path))
        if excess := facts[name].excess:
            line = deepest_line(file.text or "") if excess == "blocks" else 0
            problems.append(problem("E514", _place_in(file.text or "", file.path, line, ""), what=excess))
        needs[name] = tuple(_needed(name, chain, sources, facts, snapshot.files, problems))
        problems.extend(_idle(name, chain, sources, facts))
    problems.extend(idle_templates(chain, {name: file.path for name, file in sources.items()}, needs,
                                   partials_of(settings)))  # fmt: skip
    return {name: _template(name, file, _closure(name, needs), facts) for name, file in sources.items()}


def _template(name: str, file: File, closure: tuple[str, ...], facts: dict[str, Facts]) -> Template:
    members = [facts[each] for each in closure if each in facts]
    variables = {variable for each in members for variable in each.variables}
    words = None if any(each.any_word for each in members) else {key for each in members for _, key in each.words}
    return Template(name, file.path, file.text or "", closure, tuple(sorted(variables)),
                    None if words is None else tuple(sorted(words)), facts[name].uses)  # fmt: skip


def _needed(name: str, chain: list[str], sources: dict[str, File], facts: dict[str, Facts], there: Container[str],
            problems: list[Problem]) -> Iterator[str]:  # fmt: skip
    text, path = sources[name].text or "", sources[name].path
    for need in facts[name].needs:
        wanted = need.name or ""
        place = _place_in(text, path, need.line, wanted)
        found = _found(wanted, chain, sources)
        if need.is_parent and found and name in _lineage(found, chain, facts):
            problems.append(problem("E505", place, cause="jinja.parent", name=wanted, near=""))
        elif found:
            yield found
        elif need.name is None:
            problems.append(problem("E506", place))
        else:
            known = _usable(name, need, chain, sources, facts)
            near = known.get(wanted.replace("/", ":", 1)) or known.get(nearest(wanted, known), "")
            parent = _parent_with(wanted, chain, there)
            problems.append(problem("E507", place, template=wanted, near="" if parent else near, theme=chain[0], tag=need.tag,
                                    parent=parent, cause="template.orphan" if parent else "template.missing"))  # fmt: skip


def _parent_with(wanted: str, chain: Sequence[str], there: Container[str]) -> str:
    """The theme that has the template and is to be named as parent by one that names none, "" where there is no such theme."""
    owner, _, short = wanted.rpartition(":")
    owner = owner or "base"
    is_orphan = len(chain) == 1 and owner not in chain
    return owner if is_orphan and f"themes/{owner}/templates/{short}" in there else ""


def _found(wanted: str, chain: Sequence[str], sources: Container[str]) -> str:
    """The full name of the template that is meant, "" where there is none: of one theme, that which it has or inherits."""
    owner, colon, short = wanted.rpartition(":")
    themes = chain[chain.index(owner) :] if owner in chain else () if colon else chain
    return next((full for theme in themes if (full := f"{theme}:{short}") in sources), "")


def _usable(name: str, need: Need, chain: Sequence[str], sources: Iterable[str], facts: dict[str, Facts]) -> dict[str, str]:  # fmt: skip
    """What may be written in a template called `name` for what it needs: each form of a name → the name to write, which is
    the parent theme's (`base:post.html`) where the template would else extend itself.
    """
    known: dict[str, str] = {}
    for theme in chain:
        for full in sources:
            owner, _, short = full.partition(":")
            if owner == theme and not (need.is_parent and name in _lineage(full, chain, facts)):
                wants_name = need.is_parent and short == name.partition(":")[2]
                known.setdefault(short, full if wants_name else short)
                known[full] = full
    return known


def _lineage(name: str, chain: Sequence[str], facts: dict[str, Facts]) -> tuple[str, ...]:
    """`name` with all that it extends, directly or not, the nearest first."""
    seen: dict[str, None] = {}
    while name and name not in seen:
        seen[name] = None
        parents = (need.name for need in facts[name].needs if need.is_parent and need.name)
        name = _found(next(parents, ""), chain, facts)
    return tuple(seen)


def _idle(name: str, chain: list[str], sources: dict[str, File], facts: dict[str, Facts]) -> Iterator[Problem]:
    """What a template that extends another has written in vain: blocks that no other asks for, and text in none."""
    text, path = sources[name].text or "", sources[name].path
    lineage = _lineage(name, chain, facts)
    if len(lineage) == 1:
        return
    for line in dict.fromkeys(facts[name].outside):
        written = text.split("\n")[line - 1]
        bare = written.strip()
        yield problem("E517", Place(path, line, written.index(bare) + 1, max(len(bare), 1)))
    shown = shown_blocks([facts[each] for each in lineage])
    for block in facts[name].blocks:
        if not block.inside and block.name not in shown and not facts[lineage[-1]].broken:
            yield problem("E516", _place_in(text, path, block.line, block.name), block=block.name,
                          near=nearest(block.name, shown), parent=lineage[1], known=", ".join(sorted(shown)))  # fmt: skip


def _place_in(text: str, path: str, line: int, written: str) -> Place:
    """Where `written` stands in a tag that begins at a line, or the tag itself; a tag may span some lines."""
    lines = text.split("\n")
    for number in range(line, min(line + 8, len(lines)) + 1):
        if written and (column := lines[number - 1].find(written)) >= 0:
            return Place(path, number, column + 1, len(written))
    tag = lines[line - 1].find("{%") if 0 < line <= len(lines) else -1
    return Place(path, line, tag + 1, 2 if tag >= 0 else 1)


def _closure(name: str, needs: dict[str, tuple[str, ...]]) -> tuple[str, ...]:
    seen: set[str] = set()
    waiting = [name]
    while waiting:
        each = waiting.pop()
        if each not in seen:
            seen.add(each)
            waiting.extend(needs.get(each, ()))
    return tuple(sorted(seen))


def _words(
    chain: Iterable[Settings], snapshot: Snapshot, reading: Reading, problems: list[Problem]
) -> dict[str, dict[str, tuple[str, ...]]]:
    """The catalogues of the chain, a child's words over its parent's. An empty translation counts as absent."""
    words: dict[str, dict[str, tuple[str, ...]]] = {language: {} for language in LANGUAGES}
    for settings in chain:
        for language in LANGUAGES:
            path = f"themes/{settings.name}/strings/{language}.po"
            if (text := snapshot.text(path)) is not None:
                words[language] |= _catalogue(text, path, reading, problems)
    return words


def _catalogue(text: str, path: str, reading: Reading, problems: list[Problem]) -> dict[str, tuple[str, ...]]:
    found = reading.words(text)
    if slip := found.slip:
        place = Place(path, slip.line, slip.column, slip.width)
        problems.append(problem("E508", place, cause=slip.cause, reported=slip.reported))
    return dict(found.words)


def _idle_overrides(theme: Theme, chain: list[Settings], places: dict[str, Place], snapshot: Snapshot,
                    reading: Reading) -> Iterator[Problem]:  # fmt: skip
    """Tokens and words of child themes that change nothing. Templates may name a token, too."""
    texts = [file.text or "" for file in theme.stylesheets] + [each.text for each in theme.templates.values()]
    yield from idle_tokens(chain[::-1], (*texts, snapshot.text(CUSTOM_STYLE) or ""), places)
    paths = [f"themes/{each.name}/strings/{language}.po" for each in chain for language in LANGUAGES]
    catalogues = {path: (text, [key for key, _ in reading.words(text).words])
                  for path in paths if (text := snapshot.text(path)) is not None}  # fmt: skip
    facts = [reading.facts(each.text) for each in theme.templates.values()]
    yield from idle_words(theme.chain, catalogues, facts, (each.description for each in chain))


def _missing_words(theme: Theme, reading: Reading) -> Iterator[Problem]:
    """Every word of every template must be in every catalogue: a missing one would leave English on an Italian page."""
    for template in theme.templates.values():
        for line, key in reading.facts(template.text).words:
            for language, words in theme.words.items():
                if key not in words:
                    place = _place_in(template.text, template.source, line, key.rpartition("\x04")[2])
                    yield problem("E509", place, message=key.replace("\x04", ": "), language=language)
