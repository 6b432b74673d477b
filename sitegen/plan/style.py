"""Theme + brand → the stylesheets, the files of the fonts, and the colours."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping

import msgspec

from sitegen.colour import Hex
from sitegen.digest import of_text, of_value
from sitegen.engine import engine_digest
from sitegen.parse.config import Brand, Config
from sitegen.parse.documents import CONFIG, CUSTOM_STYLE
from sitegen.parse.fonts import Fonts
from sitegen.parse.memo import Memo
from sitegen.parse.theme import Theme, Variant
from sitegen.paths import OutputPath, Url
from sitegen.plan.fonts import Faces, drawn_with, make_faces
from sitegen.plan.outputs import FontFile, Output, Text
from sitegen.plan.outside import wrong_in_style
from sitegen.plan.palette import Look, Unsolvable, solve
from sitegen.plan.references import Reference, imports_in, references_of
from sitegen.plan.sheets import Part, compile_sheet
from sitegen.problems import Place, Problem, problem
from sitegen.read.snapshot import File, Snapshot
from sitegen.words import nearest

BLACK = Hex("#000000")
STAND_INS = "card/"
"""The folder of a theme with fonts that only drawings use."""
FONTS = (".woff2", ".woff", ".ttf", ".otf")
_FROM_ROOT = re.compile(r"""(?:\burl\(\s*["']?|@import\s*["'])/(?!/)""")


class Style(msgspec.Struct, frozen=True):
    """The output of the stylesheet of every page, those of the theme's `sheets` by name, the faces of its fonts, the
    colours of the two schemes by token, the `fonts` of drawings (see `drawn_with`), and what the stylesheets name.
    """

    output: Output
    sheets: dict[str, Output]
    faces: Faces
    light: dict[str, Hex]
    dark: dict[str, Hex]
    fonts: dict[str, tuple[FontFile, ...]]
    references: tuple[Reference, ...] = ()

    @property
    def outputs(self) -> tuple[Output, ...]:
        """All files."""
        return (self.output, *self.sheets.values(), *self.faces.outputs)


def recall_style(theme: Theme, config: Config, snapshot: Snapshot, memo: Memo) -> tuple[Style, tuple[Problem, ...]]:
    """`make_style`, which is made again only when a file of the theme, the brand or the site's own style has changed."""
    files = [(file.path, file.digest) for name in theme.chain for file in snapshot.below(f"themes/{name}")]
    own = snapshot.files.get(CUSTOM_STYLE)
    key = of_value(
        (
            engine_digest(),
            "style",
            files,
            config.brand,
            config.theme_options,
            config.base,
            config.browsers,
            config.third_parties,
            own.digest if own else "",
        )
    )
    try:
        return msgspec.msgpack.decode(memo.get(key) or b"", type=Style), ()
    except msgspec.DecodeError:
        style, problems = make_style(theme, config, snapshot)
    if not problems:
        memo.put(key, msgspec.msgpack.encode(style))
    return style, problems


def make_style(theme: Theme, config: Config, snapshot: Snapshot) -> tuple[Style, tuple[Problem, ...]]:
    """The stylesheets, and what is wrong with the brand in this theme. Addresses that begin with `/` are below the site's base.

    That of every page holds the fonts, the order of the layers, the tokens, the theme's styles from its oldest parent on, and
    the site's own `custom.css` last. Names carry a digest, so that a browser may keep the files for ever.
    """
    brand, base = config.brand, config.base
    problems = list(_idle(theme, brand))
    looks: list[Theme | Variant] = [theme, *_chosen(theme, config, snapshot, problems)]
    fonts = _fonts(theme, brand, problems)
    faces = make_faces(fonts, theme.font_files)
    light, dark = (_colours(theme, brand, scheme, problems) for scheme in ("light", "dark"))
    made = [faces.css, f"@layer {', '.join(_layers(theme))};" if theme.layers else ""]
    parts = [Part(each) for each in made if each]
    tokens = _tokens(theme, brand, light, dark, fonts)
    parts += [Part(tokens, layer="tokens")] if tokens else []
    parts += [_part(file) for each in looks for file in each.styles]
    custom = snapshot.text(CUSTOM_STYLE)
    parts += [Part(custom, CUSTOM_STYLE, "custom")] if custom else []
    names = dict.fromkeys(name for each in looks for name in each.sheets)
    named = {name: [_part(file) for each in looks for file in each.sheets.get(name, ())] for name in names}
    outputs, references = {}, dict[Reference, None]()
    for name, written in {"style": parts, **named}.items():
        problems += (each for part in written for each in wrong_in_style(part.text, part.source, config))
        text, wrong = compile_sheet(written, config.browsers)
        problems += [*wrong, *imports_in(written)]
        references |= dict.fromkeys(references_of(written))
        outputs[name] = _output(name, text + "\n", theme, base)
    stand_ins = [
        file
        for name in theme.chain
        for file in snapshot.below(f"themes/{name}/{STAND_INS}")
        if file.path.endswith(FONTS)
    ]
    drawn = drawn_with(fonts, theme.font_files, stand_ins)
    named_files = tuple(references)
    return Style(outputs.pop("style"), outputs, faces, light, dark, drawn, named_files), tuple(dict.fromkeys(problems))


def _layers(theme: Theme) -> list[str]:
    """The theme's layers, with that of the tokens: the site's own rules come after them whatever the theme has listed."""
    if "tokens" in theme.layers:
        return list(theme.layers)
    last = [each for each in theme.layers if each == "custom"]
    return [*(each for each in theme.layers if each != "custom"), "tokens", *last]


def _part(file: File) -> Part:
    return Part(file.text or "", file.path)


def _chosen(theme: Theme, config: Config, snapshot: Snapshot, problems: list[Problem]) -> Iterator[Variant]:
    """What the site chooses of each option, or else the first of its choices."""
    for name, chosen in config.theme_options.items():
        if name not in theme.options:
            line = (snapshot.text(CONFIG) or "").split("\n")[chosen.place.line - 1]
            column = line.rfind(name, 0, chosen.place.column - 1) + 1
            place = Place(CONFIG, chosen.place.line, column or chosen.place.column, len(name))
            problems.append(_not_allowed("theme_options", name, place, theme.options))
    for name, choices in theme.options.items():
        named = config.theme_options.get(name)
        if named and named.written not in choices:
            problems.append(_not_allowed(f"theme_options.{name}", named.written, named.place, choices))
        elif choices:
            yield choices[named.written if named else next(iter(choices))]


def _not_allowed(field: str, written: str, place: Place, known: Collection[str]) -> Problem:
    return problem(
        "E107", place, field=field, written=written, near=nearest(written, known), known=", ".join(known) or "–"
    )


def _output(name: str, text: str, theme: Theme, base: Url) -> Output:
    if base != "/":
        text = _FROM_ROOT.sub(lambda found: found[0][:-1] + base, text)
    return Output(OutputPath(f"assets/{name}.{of_text(text)[:10]}.css"), Text(text), f"theme {theme.name}")


def look_of(theme: Theme, brand: Brand) -> Look:
    """What the owner chose, with the theme's own choice for the rest."""
    default = theme.brand
    own = brand.color or brand.accent  # the theme's accent goes with the theme's colour only
    accent = brand.accent or ("" if own else default.accent)
    return Look(Hex(brand.color or default.color or BLACK), Hex(accent) if accent else None,
                brand.tone or default.tone or "warm")  # fmt: skip


def _colours(theme: Theme, brand: Brand, scheme: str, problems: list[Problem]) -> dict[str, Hex]:
    try:
        return solve(getattr(theme.colors, scheme), look_of(theme, brand))
    except Unsolvable as wrong:
        place = theme.places.get(f"{scheme}.{wrong.token}", Place(f"themes/{theme.name}/theme.yaml"))
        if wrong.ratio:
            problems.append(problem("E513", place, token=wrong.token, other=wrong.other, scheme=scheme,
                                    ratio=f"{wrong.ratio:.1f}"))  # fmt: skip
        else:
            known = getattr(theme.colors, scheme)
            problems.append(problem("E512", place, token=wrong.token, other=wrong.other,
                                    near=nearest(wrong.other, known)))  # fmt: skip
        return {}


def _tokens(theme: Theme, brand: Brand, light: Mapping[str, Hex], dark: Mapping[str, Hex],
            fonts: Fonts | None) -> str:  # fmt: skip
    """Both schemes as the reader's device asks, or the one that the brand wants. Paper is always light."""
    stacks = {"font-display": fonts.display, "font-text": fonts.text} if fonts else {}
    steady = {**stacks, **theme.tokens}
    in_light, in_dark = _rules({**light, **steady}), _rules({**dark, **theme.dark})
    if not light:
        return f":root{{{in_light}}}" if in_light else ""
    if brand.scheme == "light":
        return f":root{{color-scheme:light;{in_light}}}"
    if brand.scheme == "dark":
        return f":root{{color-scheme:dark;{in_light}}}@media screen{{:root{{{in_dark}}}}}"
    return f":root{{color-scheme:light dark;{in_light}}}@media (prefers-color-scheme:dark){{:root{{{in_dark}}}}}"


def _rules(tokens: Mapping[str, str]) -> str:
    return "".join(f"--{name}:{value};" for name, value in tokens.items())


def _fonts(theme: Theme, brand: Brand, problems: list[Problem]) -> Fonts | None:
    name = brand.fonts.written if brand.fonts else theme.brand.fonts
    pair = theme.fonts.get(name)
    if brand.fonts and pair is None:
        problems.append(_not_allowed("fonts", name, brand.fonts.place, theme.fonts))
    return pair


def _idle(theme: Theme, brand: Brand) -> Iterator[Problem]:
    """What the owner has set in vain."""
    if not theme.colors.light:
        for field in ("color", "accent", "tone"):
            if getattr(brand, field):
                yield problem("W208", Place(CONFIG), field=f"brand.{field}", why="theme")
    if brand.logo_dark and brand.logo is None:
        yield problem("W208", brand.logo_dark.place, field="brand.logo_dark", why="logo")
    elif brand.logo_dark and brand.scheme == "light":
        yield problem("W208", brand.logo_dark.place, field="brand.logo_dark", why="light")
