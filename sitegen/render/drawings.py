"""What a plan draws, cards and icons → tasks that draw it, for several threads."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial

from sitegen.paths import OutputPath, SourcePath
from sitegen.plan.icons import TEMPLATE
from sitegen.plan.outputs import Draw, Icon
from sitegen.problems import Place, Problem, problem
from sitegen.read.snapshot import File, Snapshot
from sitegen.render.templates import Templates, Unrenderable

Result = dict[OutputPath, bytes] | tuple[Problem, ...]
Task = Callable[[], Result]


def drawing_tasks(drawings: Iterable[tuple[OutputPath, Draw | Icon]], snapshot: Snapshot, read: Callable[[File], bytes],
                  templates: Callable[[], Templates]) -> dict[str, Task]:  # fmt: skip
    """A task for each drawing, which gives its bytes or tells what is wrong. Templates are rendered here, one after the other."""
    wanted = dict(drawings)
    return _Drawings(wanted, snapshot, read, templates()).tasks() if wanted else {}


class _Drawings:
    def __init__(self, wanted: dict[OutputPath, Draw | Icon], snapshot: Snapshot, read: Callable[[File], bytes],
                 templates: Templates) -> None:  # fmt: skip
        self._wanted, self._snapshot, self._read, self._templates = wanted, snapshot, read, templates
        drawn = [each for recipe in wanted.values() if (each := _drawing(recipe))]
        files = {each.source for recipe in drawn for font in recipe.fonts.values() for each in font}
        self._fonts = {source: read(snapshot.files[source]) for source in files}

    def tasks(self) -> dict[str, Task]:
        """By path."""
        return {path: self._task(path, recipe) for path, recipe in self._wanted.items()}

    def _task(self, path: OutputPath, recipe: Draw | Icon) -> Task:
        drawn = _drawing(recipe)
        try:
            return partial(self._result, path, recipe, self._templates.render(drawn.name, drawn.view) if drawn else "")
        except Unrenderable as wrong:
            return partial(tuple, wrong.problems)

    def _result(self, path: OutputPath, recipe: Draw | Icon, svg: str) -> Result:
        from sitegen.render.draw import Undrawable  # loaded where there is something to draw

        source = recipe.source if isinstance(recipe, Icon) else None
        try:
            return {path: self._bytes(recipe, svg)}
        except Undrawable as wrong:
            if source:
                cause = f"picture.{'program' if wrong.cause == 'card.elsewhere' else 'broken'}"
                return (problem("E422", Place(source), written=source, cause=cause, near="", format=""),)
            template = self._templates.theme.find(recipe.name if isinstance(recipe, Draw) else TEMPLATE)
            font = next((path for path, each in self._fonts.items() if each is wrong.font), None)
            place = Place(font or (template.source if template else ""))
            return (problem("E525", place, cause=wrong.cause, reported=wrong.reported),)
        except (OSError, ValueError, SyntaxError, MemoryError) as error:
            if source is None:
                raise
            return (problem("E422", Place(source), written=source, cause="picture.broken", near="", format=str(error)),)

    def _bytes(self, recipe: Draw | Icon, svg: str) -> bytes:
        from sitegen.render.draw import draw, paint
        from sitegen.render.icons import logo_of, make_icon

        if isinstance(recipe, Draw):
            return draw(svg, (recipe.width, recipe.height), recipe.colors, self._fonts_of(recipe))
        if recipe.drawing is None:
            return make_icon(logo_of(self._read(self._snapshot.files[SourcePath(recipe.source or "")]), recipe), recipe)
        size = recipe.drawing.width, recipe.drawing.height
        return make_icon(paint(svg, size, recipe.drawing.colors, self._fonts_of(recipe.drawing))[0], recipe)

    def _fonts_of(self, recipe: Draw) -> dict[str, list[bytes]]:
        return {name: [self._fonts[each.source] for each in font] for name, font in recipe.fonts.items()}


def _drawing(recipe: Draw | Icon) -> Draw | None:
    return recipe if isinstance(recipe, Draw) else recipe.drawing
