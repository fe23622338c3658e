# SPDX-License-Identifier: GPL-3.0-or-later
"""What is written in a PDF that cairo made, as far as it is in Latin letters: enough to see whether words are there."""
import re
import zlib

STREAM = re.compile(rb"/FlateDecode\n>>\nstream\n(.*?)\nendstream", re.DOTALL)
LETTERS = re.compile(rb"\(((?:[^()\\]|\\.)*)\)|\b(Tm|ET)\b", re.DOTALL)
ESCAPED = re.compile(rb"\\(?:([0-7]{3})|(.))", re.DOTALL)


def unescape(letters):
    return ESCAPED.sub(lambda m: bytes([int(m.group(1), 8)]) if m.group(1) else m.group(2), letters)


def read(path):
    """All text of the file, with a space between lines."""
    with open(path, "rb") as f:
        data = f.read()
    assert data.startswith(b"%PDF-") and data.rstrip().endswith(b"%%EOF"), f"{path} is no whole PDF"
    text = b""
    for stream in STREAM.findall(data):
        page = zlib.decompressobj().decompress(stream)
        if b"BT\n" in page:  # not a font
            text += b"".join(b" " if end else unescape(letters) for letters, end in LETTERS.findall(page))
    return re.sub(r"\s+", " ", text.decode("cp1252"))
