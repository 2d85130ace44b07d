"""Texts are cut to the size of slides, and the PowerPoint file is one that everybody can read."""

import zipfile
from io import BytesIO
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pptx import Presentation
from pptx.enum.lang import MSO_LANGUAGE_ID

from tscb.common.typesetting import blocks
from tscb.training.slides.content import WORRIED, slides
from tscb.training.slides.lines import LETTERS, as_blocks, lines_of, plain, slides_of
from tscb.training.slides.powerpoint import powerpoint


def scenario(text: str) -> dict[str, Any]:
    return {
        "kind": "scenario", "name": f"Case scenario 1: {text}", "title": text, "minutes": 20,
        "blocks": blocks(text), "source": text, "sample_mark": "Sample – fictional",
        "questions": [text], "address": "https://board.example/",
    }  # fmt: skip


def data(*parts: dict[str, Any], theme: str = "Neglect") -> dict[str, Any]:
    told = {
        "theme": theme, "board": "Sample Board", "sample_mark": "", "parts": list(parts),
        "aims": ["ask"], "next": ["What now?"], "ground_rules": ["Look after yourself."],
        "warning": blocks("Hard."),
        "numbers": [{"when": "In danger now:", "number": "999"}],
        "address_shown": "board.example/themes/neglect/",
    }  # fmt: skip
    return {**told, "slides": slides(told)}


def opened(content: bytes) -> Any:
    return Presentation(BytesIO(content))


def test_marked_up_text_becomes_lines_and_text_again():
    found = blocks("One **two**\n\n- three\n- four\n\nfive")
    lines = list(lines_of(found))
    assert [line["level"] for line in lines] == [0, 1, 1, 0]
    assert as_blocks(lines) == found


@given(st.lists(st.text(max_size=1_500), max_size=4))
@settings(max_examples=50, deadline=None)
def test_nothing_is_lost_and_no_slide_is_too_full(texts):
    held = slides_of([plain(text) for text in texts])
    shown = [["".join(run["text"] for run in line["runs"]) for line in one] for one in held]
    assert "".join("".join(one) for one in shown) == "".join(texts)
    longest_word = max((len(word) for text in texts for word in text.split()), default=0)
    assert all(sum(map(len, one)) <= LETTERS + longest_word + 1_500 for one in shown)


def test_a_long_text_goes_on_on_the_next_slide():
    held = slides_of(list(lines_of(blocks("**bold** " + "word " * 200))))
    assert len(held) == 3
    assert held[0][0]["runs"][0]["bold"]
    assert all(sum(len(r["text"]) for line in one for r in line["runs"]) <= LETTERS for one in held)


def test_every_slide_has_a_title_of_its_own_and_something_to_say():
    show = opened(powerpoint(data(scenario("A quiet week " * 60))))
    titles = [slide.shapes.title.text_frame.text for slide in show.slides]
    assert (titles[0], titles[-1]) == ("Neglect", WORRIED)
    assert len(set(titles)) == len(titles) > 6
    assert all(slide.notes_slide.notes_text_frame.text for slide in show.slides)
    assert "999" in show.slides[len(titles) - 1].placeholders[1].text_frame.text


def test_title_is_read_first_and_everything_is_english():
    show = opened(powerpoint(data(scenario("A quiet week"))))
    for slide in show.slides:
        assert [shape.placeholder_format.idx for shape in slide.placeholders] == [0, 1]
        frames = [*(shape.text_frame for shape in slide.shapes), slide.notes_slide.notes_text_frame]
        runs = [run for frame in frames for one in frame.paragraphs for run in one.runs]
        assert {run.font.language_id for run in runs} == {MSO_LANGUAGE_ID.ENGLISH_UK}
    assert show.slide_width / show.slide_height == pytest.approx(16 / 9, abs=0.01)
    about = show.core_properties
    assert (about.title, about.language) == ("Neglect – training slides", "en-GB")


def test_file_says_nothing_of_when_or_with_what_it_was_made():
    first, again = (powerpoint(data(scenario("A quiet week"))) for _ in range(2))
    assert first == again
    with zipfile.ZipFile(BytesIO(first)) as archive:
        names = archive.namelist()
        whole = b"".join(archive.read(name) for name in names)
    assert not [name for name in names if "app.xml" in name or "thumbnail" in name]
    for telling in (
        b"en-US",
        b"Canny",
        b"Macintosh",
        b"2013",
        b"printer",
        b"app.xml",
        b"thumbnail",
    ):
        assert telling not in whole


@pytest.mark.parametrize("hostile", ["\x00\x0b\ufffe", "<a:t/> & ]]>", "😀 שלום", "", "w" * 900])
def test_hostile_text_stops_no_file(hostile):
    assert opened(powerpoint(data(scenario(hostile), theme=hostile))).slides


def test_links_stay_links():
    show = opened(powerpoint(data(scenario("See [this](https://board.example/?a=1&b=2)."))))
    runs = [
        run
        for slide in show.slides
        for one in slide.placeholders[1].text_frame.paragraphs
        for run in one.runs
    ]
    assert "https://board.example/?a=1&b=2" in {run.hyperlink.address for run in runs}
