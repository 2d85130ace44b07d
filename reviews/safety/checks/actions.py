"""Scripts, and actions that do more than turn to a page or open a web address."""

from collections.abc import Iterator

import pikepdf

from reviews.safety.document import Document, text_of
from reviews.safety.findings import Finding, Kind, Severity, joined

HARMLESS = {"/GoTo", "/Named"}
ACTIONS = {
    "/GoToR", "/GoToE", "/GoToDp", "/Launch", "/Thread", "/Sound", "/Movie", "/Hide", "/SubmitForm",
    "/ResetForm", "/ImportData", "/SetOCGState", "/Rendition", "/Trans", "/GoTo3DView",
    "/RichMediaExecute",
}  # fmt: skip
WEB = ("http://", "https://", "mailto:", "tel:")


def is_script(thing: pikepdf.Object) -> bool:
    return "/JS" in thing or thing.get("/S") == "/JavaScript"


def is_unsafe(action: pikepdf.Object) -> bool:
    """Whether a public copy must not have the action; unknown ones are not kept either."""
    kind = text_of(action.get("/S"))
    if "/Next" in action or is_script(action):
        return True
    return not _is_web(action) if kind == "/URI" else kind not in HARMLESS


def _is_web(action: pikepdf.Object) -> bool:
    return text_of(action.get("/URI")).lower().startswith(WEB)


def scripts(document: Document) -> Iterator[Finding]:
    found = [text_of(thing.get("/JS")) for thing in document.dictionaries if is_script(thing)]
    if found:
        message = "The file holds scripts. The public copy is without."
        yield Finding(Kind.SCRIPT, Severity.WARNING, None, message, joined(found), cleaned=True)


def actions(document: Document) -> Iterator[Finding]:
    found = [_described(thing) for thing in document.dictionaries if _is_told(thing)]
    if found:
        yield Finding(
            Kind.ACTION,
            Severity.WARNING,
            None,
            "The file starts programs, opens other files or sends something. The public copy "
            "does not.",
            joined(found),
            cleaned=True,
        )


def _is_told(thing: pikepdf.Object) -> bool:
    kind = text_of(thing.get("/S"))
    if kind == "/URI" and "/URI" in thing:
        return not _is_web(thing)
    return kind in ACTIONS and thing.get("/Type", "/Action") == "/Action" and "/P" not in thing


def _described(action: pikepdf.Object) -> str:
    target = action.get("/F", action.get("/URI"))
    if isinstance(target, pikepdf.Dictionary):
        target = target.get("/UF", target.get("/F"))
    return f"{text_of(action.get('/S'))[1:]} {text_of(target)}".strip()
