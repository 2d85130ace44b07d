"""What is wrong in a text, in sentences for whoever writes it."""

import pytest

from tscb.common.rich_text.problems import links_in, pictures_in, problems_in

PICTURE = "/page-files/5b3f1d8e-0000-4000-8000-000000000000/"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("<h2>A</h2><h3>B</h3><h4>C</h4><h2>D</h2>", []),
        ("<h3>Deep</h3>", ["“Deep” skips a level"]),
        ("<h2>A</h2><h4>Deep</h4>", ["nothing of level 3"]),
        ('<p>See <a href="/a/">Click here.</a></p>', ["“Click here.” does not say where it leads"]),
        ('<p><a href="https://a.example/">https://a.example/</a></p>', ["shows its address"]),
        ("<p>Ask us@board.example today.</p>", ["us@board.example stands there as text"]),
        ('<p><a href="mailto:us@board.example">us@board.example</a></p>', []),
        (f'<img src="{PICTURE}" alt="A hand that holds a hand">', []),
        (f'<img src="{PICTURE}" alt=" ">', ["no alternative text"]),
        (f'<img src="{PICTURE}" alt="IMG_1.jpg">', ["has the name of a file"]),
    ],
)
def test_problem_is_said(text, said):
    found = [problem.sentence for problem in problems_in(text)]
    assert len(found) == len(said)
    assert all(part in sentence for part, sentence in zip(said, found, strict=True))


def test_links_are_listed_with_their_words():
    assert links_in('<ul><li><a href="/a/">A  b</a></li></ul>') == [("A b", "/a/")]


def test_pictures_are_listed_with_their_words():
    text = f'<details><summary>More</summary><img src="{PICTURE}" alt="A door"></details>'
    assert pictures_in(text) == [("A door", PICTURE)]
