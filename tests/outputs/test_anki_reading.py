"""Fields of adopted notes: HTML read as text, and a changed text written back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studypress.model.words import Gapped
from studypress.outputs.anki.gaps import blanked, filled, gapped, numbers, rewritten
from studypress.outputs.anki.media import named_in
from studypress.outputs.anki.reading import read, writer
from studypress.outputs.anki.tags import parts

READ = {
    "<b>Paris</b> &amp; <i>Lyon</i>": "Paris & Lyon",
    "one<br>two<div>three</div><ul><li>four</li></ul>": "one\ntwo\nthree\nfour",
    "a&nbsp;b\n c": "a b c",
    "&lt;b&gt;": "<b>",
    "1 < 2 and 3 > 2": "1 < 2 and 3 > 2",
    '<img src="flag of x.svg" alt="y">': "(picture flag of x.svg)",
    "<img src=map.png>": "(picture map.png)",
    "listen [sound:a b.mp3] twice": "listen (sound a b.mp3) twice",
    "<audio src='x.ogg' controls></audio>": "(file x.ogg)",
    "<style>.a{}</style>x<script>y</script><!-- z -->": "x",
    "<!-- never closed": "<!-- never closed",
    r"\(a &lt; b\)": r"\(a < b\)",
    "<table><tr><td>a</td><td>b</td></tr></table>": "a b",
    "ri\u202eght\ufeff\x07": "right",
    "two\u2028words": "two words",
    "<div><br></div>": "",
    "{{c1::image-occlusion:rect:left=.1}}": "",
}


@pytest.mark.parametrize("html", READ)
def test_a_field_is_read_as_text(html: str) -> None:
    assert read(html) == READ[html]


def test_a_picture_in_the_field_itself_is_read_by_a_short_name() -> None:
    html = f'<img src="data:image/png;base64,{"A" * 500}">'
    assert len(read(html)) == len("(picture 01234567)")
    assert writer(html)(read(html)) == html


@given(st.text())
def test_a_text_that_was_written_is_read_as_itself(text: str) -> None:
    plain = read(writer("")(text).replace("(", "&#40;"))
    assert read(writer("")(plain)) == plain


def test_pictures_sounds_and_formulas_that_a_changed_text_still_has_come_back() -> None:
    html = r'<b>Old</b> <img src="a&amp;b.png" width=5> [sound:x.mp3] \(a^{2} &lt; b\)'
    changed = read(html).replace("Old", "<New>")
    assert writer(html)(changed) == (
        r'&lt;New&gt; <img src="a&amp;b.png" width=5> [sound:x.mp3] \(a^{2} &lt; b\)'
    )
    assert writer(html)("no mark: (picture c.png)") == "no mark: (picture c.png)"


def test_what_was_no_formula_and_no_sound_stays_text() -> None:
    assert writer("old")(r"\(x\) [sound:y.mp3] {{c1::z}}") == (
        "<span>&#92;</span>(x<span>&#92;</span>) &#91;sound:y.mp3&#93; "
        "&#123;&#123;c1::z&#125;&#125;"
    )


def test_lines_stay_lines() -> None:
    assert writer("<div>old</div>")("one\ntwo & three") == "one<br>two &amp; three"


GAPPED = {
    "{{c1::Canberra}} was founded in {{c2::1913::year}}.": "{Canberra} was founded in {1913}.",
    "a <b>{{c3::b}}</b> c": "a {b} c",
    r"so {{c1::\(x^{2}\)}} is": r"so {\(x^{{2}}\)} is",
    "{{c1::<img src='x.png'>}} is x": "{(picture x.png)} is x",
    "{{c1,2::both}} here": "{both} here",
}
NOT_GAPPED = (
    "no gap",
    "{{c1::nested {{c2::gap}}}}",
    "{{c1::never closed",
    "{{c1::<br>}} empty",
    "{{c1::{odd}}} brace",
    "{{c1::image-occlusion:rect:left=.1}}",
)


@pytest.mark.parametrize("html", GAPPED)
def test_a_cloze_field_is_read_with_its_gaps(html: str) -> None:
    assert str(gapped(html)) == GAPPED[html]


@pytest.mark.parametrize("html", NOT_GAPPED)
def test_gaps_that_cannot_be_typed_are_not_read_so(html: str) -> None:
    assert gapped(html) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("{Canberra} was begun in {1913}", "{{c1::Canberra}} was begun in {{c2::1913::year}}"),
        ("In {1913} they began {Canberra}", "In {{c2::1913::year}} they began {{c1::Canberra}}"),
        ("{Kanberra} was founded in {1914}", "{{c1::Kanberra}} was founded in {{c2::1914::year}}"),
        ("Canberra was founded in {1913}", "Canberra was founded in {{c2::1913::year}}"),
        (
            "{Canberra} was founded in {1913} by {O'Malley}",
            "{{c1::Canberra}} was founded in {{c2::1913::year}} by {{c3::O'Malley}}",
        ),
        ("{a::b}, {1913}", "{{c1::a&#58;&#58;b}}, {{c2::1913::year}}"),
        ("{{x}} {Canberra}", "&#123;x&#125; {{c1::Canberra}}"),
    ],
)
def test_gaps_keep_their_numbers_and_hints(text: str, expected: str) -> None:
    html = "{{c1::Canberra}} was founded in {{c2::1913::year}}"
    assert filled(Gapped.parse(text), html) == expected


def test_gaps_may_be_typed_as_anki_writes_them() -> None:
    html = "{{c1::left {{c2::ventricle}}}}"
    assert rewritten("{{c1::right {{c2::ventricle}}}} & so on", html) == (
        "{{c1::right {{c2::ventricle}}}} &amp; so on"
    )
    assert rewritten("{{c1::x}}", "no gap") == "&#123;&#123;c1::x&#125;&#125;"
    assert numbers("{{c1::a}} {{c12,3::b}}") == {1, 12, 3}


@pytest.mark.parametrize(
    "piece",
    ["[sound:", "<img ", "url(", r"\(", "{{c1::", "}}", "<!--", "<style>", "{{", "src=", "&", "<"],
)
def test_a_field_that_never_closes_what_it_opens_is_read_at_once(piece: str) -> None:
    """Each step is linear in its length; one that were not would take hours."""
    html = piece * 20_000
    text = read(html)
    assert isinstance(writer(html)(text + "x"), str)
    assert gapped(html) is None
    assert isinstance(filled(Gapped.parse("{x}"), html), str)
    assert isinstance(blanked(html, "_"), tuple)
    assert isinstance(rewritten(text, html), str)
    assert len(list(named_in(html))) <= 20_000
    assert list(parts(html, bool))
