"""Import files, and running the command on them."""

import json
from io import StringIO
from pathlib import Path
from typing import Any

from django.core.management import call_command

NAME = "old-site.jsonl"


def theme(**fields: Any) -> dict[str, Any]:
    return {"kind": "theme", "slug": "neglect", "name": "Neglect", **fields}


def review(**fields: Any) -> dict[str, Any]:
    """A record with what is required."""
    return {
        "kind": "review",
        "slug": "information-sharing-2017",
        "title": "Sharing information about adolescents",
        "type": "Serious Case Review",
        "published": "2017-07-03",
        "summary": "What agencies knew, and did not tell each other.",
        **fields,
    }


def full_review(**fields: Any) -> dict[str, Any]:
    """A record with everything that a review may have, but documents."""
    return review(
        board="Another Board",
        what_happened="Each agency held **one part** of the picture.",
        learning=["Ask.", "Tell."],
        recommendations=[
            {
                "text": "Meet early.",
                "owner": "Police",
                "due": "2018-01-31",
                "status": "done",
                "evidence": "Minutes of the meetings.",
            },
            {"text": "Meet often."},
        ],
        method="A workshop.",
        response="We agree.",
        themes=["neglect", "Self-harm"],
        agencies=["Police"],
        harms=["Neglect"],
        age_band="11-15",
        source="https://old.example/reviews/1",
        **fields,
    )


def sections(count: int = 7) -> list[dict[str, str]]:
    return [{"heading": f"Part {n}", "text": "What to do."} for n in range(1, count + 1)]


def briefing(**fields: Any) -> dict[str, Any]:
    return {
        "kind": "briefing",
        "slug": "unseen-men",
        "title": "Unseen men",
        "published": "2019-05-01",
        "sections": sections(),
        **fields,
    }


def document(file: str = "pdf/r1.pdf", **fields: Any) -> dict[str, Any]:
    return {"role": "overview report", "title": "Overview report", "file": file, **fields}


def written(folder: Path, *records: Any, files: dict[str, bytes] | None = None) -> Path:
    """The import file with a line for each record (bytes as they are), and files beside it."""
    for name, content in (files or {}).items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    lines = [one if isinstance(one, bytes) else json.dumps(one).encode() for one in records]
    path = folder / NAME
    path.write_bytes(b"\n".join(lines) + b"\n")
    return path


def import_records(
    folder: Path, *records: Any, files: dict[str, bytes] | None = None, **options: Any
) -> str:
    """What the command says; raises CommandError when it refuses."""
    output = StringIO()
    path = written(folder, *records, files=files)
    call_command("import_content", path, stdout=output, stderr=output, **options)
    return output.getvalue()
