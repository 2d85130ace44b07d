"""The sizes that are made of a picture, and what is not in them any more."""

import io
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from PIL import Image, ImageCms

from tests.unit.common.uploads.files import named, picture
from tscb.common.uploads.images import ImageSize, make_sizes


def opened(size: ImageSize) -> Image.Image:
    return Image.open(io.BytesIO(size.content))


def point(size: ImageSize, band: str) -> int:
    """How strong one band of colour is at a point of the picture."""
    return opened(size).convert("RGBA").getchannel(band).tobytes()[50 * size.width + 50]


def exif_of(turned: int = 1) -> Image.Exif:
    exif = Image.Exif()
    exif[0x0112] = turned
    exif[0x013B] = "A. Officer"
    exif.get_ifd(0x8825)[1] = "N"
    return exif


def test_sizes_are_made_smallest_first() -> None:
    sizes = make_sizes(named(picture()))
    wanted = [(320, 213), (640, 427), (960, 640)]
    for made in (sizes[::2], sizes[1::2]):
        assert [(size.width, size.height) for size in made] == wanted
        assert [opened(size).size for size in made] == wanted
    assert (sizes[0].name, sizes[0].content_type) == ("320.avif", "image/avif")
    assert (sizes[1].name, sizes[1].content_type) == ("320.jpg", "image/jpeg")
    assert [opened(size).format for size in sizes[:2]] == ["AVIF", "JPEG"]


def test_modern_format_saves_bytes() -> None:
    noise = Image.effect_noise((1200, 800), 80).convert("RGB")
    output = io.BytesIO()
    noise.save(output, "PNG")
    modern, for_all = make_sizes(named(output.getvalue()), widths=(640,))
    assert len(modern.content) < 0.8 * len(for_all.content)


def test_small_picture_is_not_made_larger() -> None:
    assert [size.width for size in make_sizes(named(picture(size=(400, 300))))[::2]] == [320, 400]
    assert [size.width for size in make_sizes(named(picture(size=(40, 1))))[::2]] == [40]


def test_camera_data_and_place_are_gone() -> None:
    for size in make_sizes(named(picture(exif=exif_of(), comment=b"at home"))):
        assert not opened(size).getexif()
        assert b"Officer" not in size.content
        assert b"at home" not in size.content


def test_picture_is_turned_upright() -> None:
    turned_right = 6
    sizes = make_sizes(named(picture(exif=exif_of(turned_right))), widths=(320,))
    assert (sizes[0].width, sizes[0].height) == (320, 480)


def test_transparent_picture_stays_transparent() -> None:
    content = picture("PNG", (400, 300), "RGBA", (0, 128, 0, 0))
    modern, for_all = make_sizes(named(content), widths=(100,))
    assert (for_all.name, for_all.content_type) == ("100.webp", "image/webp")
    assert point(modern, "A") == point(for_all, "A") == 0


@pytest.mark.parametrize(
    ("kind", "mode", "colour"),
    [("JPEG", "CMYK", (255, 0, 0, 0)), ("JPEG", "L", 100), ("PNG", "P", 0), ("PNG", "1", 1)],
)
def test_unusual_colours_become_plain_ones(kind: str, mode: str, colour: Any) -> None:
    size = make_sizes(named(picture(kind, (400, 300), mode, colour)), widths=(100,))[0]
    assert opened(size).mode == "RGB"


def test_sixteen_bits_of_grey_are_not_burnt_out() -> None:
    size = make_sizes(named(picture("PNG", (400, 300), "I;16", 32768)), widths=(100,))[0]
    assert abs(point(size, "R") - 128) < 4


def test_colour_profile_is_applied_and_dropped() -> None:
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    size = make_sizes(named(picture(icc_profile=profile)), widths=(100,))[0]
    assert "icc_profile" not in opened(size).info


def test_broken_colour_profile_is_no_error() -> None:
    assert make_sizes(named(picture(icc_profile=b"no profile")), widths=(100,))


def test_file_is_left_at_its_start() -> None:
    file = named(picture())
    make_sizes(file)
    assert file.tell() == 0


def test_no_picture_is_refused_with_a_sentence() -> None:
    with pytest.raises(ValidationError, match="a Windows program"):
        make_sizes(named(b"MZ" + bytes(100)))
