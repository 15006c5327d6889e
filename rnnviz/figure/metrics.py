"""How wide a text is, without a toolkit: advances of the bundled fonts, DejaVu Sans and its bold, in 1/2048 em."""

from functools import lru_cache

_EM = 2048
_ASCII = range(32, 127)
_LATIN = range(160, 256)
_REGULAR = """
    651 821 942 1716 1303 1946 1597 563 799 799 1024 1716 651 739 651 690 1303 1303 1303 1303 1303 1303 1303 1303 1303
    1303 690 690 1716 1716 1716 1087 2048 1401 1405 1430 1577 1294 1178 1587 1540 604 604 1343 1141 1767 1532 1612
    1235 1612 1423 1300 1251 1499 1401 2025 1403 1251 1403 799 690 799 1716 1024 1024 1255 1300 1126 1300 1260 721
    1300 1298 569 569 1186 569 1995 1298 1253 1300 1300 842 1067 803 1298 1212 1675 1212 1212 1075 1303 690 1303 1716
    651 821 1303 1303 1303 1303 690 1024 1024 2048 965 1253 1716 739 2048 1024 1024 1716 821 821 1024 1303 1303 651
    1024 821 965 1253 1985 1985 1985 1087 1401 1401 1401 1401 1401 1401 1995 1430 1294 1294 1294 1294 604 604 604 604
    1587 1532 1612 1612 1612 1612 1612 1716 1612 1499 1499 1499 1499 1251 1239 1290 1255 1255 1255 1255 1255 1255 2011
    1126 1260 1260 1260 1260 569 569 569 569 1253 1298 1253 1253 1253 1253 1253 1716 1253 1298 1298 1298 1298 1212
    1300 1212
"""
_BOLD = """
    713 934 1067 1716 1425 2052 1786 627 936 936 1071 1716 778 850 778 748 1425 1425 1425 1425 1425 1425 1425 1425
    1425 1425 819 819 1716 1716 1716 1188 2048 1585 1561 1503 1700 1399 1399 1681 1714 762 762 1587 1305 2038 1714
    1741 1501 1741 1577 1475 1397 1663 1585 2259 1579 1483 1485 936 748 936 1716 1024 1024 1382 1466 1214 1466 1389
    891 1466 1458 702 702 1362 702 2134 1458 1407 1466 1466 1010 1219 979 1458 1335 1892 1321 1335 1192 1458 748 1458
    1716 713 934 1425 1425 1303 1425 748 1024 1024 2048 1155 1323 1716 850 2048 1024 1024 1716 897 897 1024 1507 1303
    778 1024 897 1155 1323 2120 2120 2120 1188 1585 1585 1585 1585 1585 1585 2222 1503 1399 1399 1399 1399 762 762 762
    762 1716 1714 1741 1741 1741 1741 1741 1716 1741 1663 1663 1663 1663 1483 1511 1473 1382 1382 1382 1382 1382 1382
    2146 1214 1389 1389 1389 1389 702 702 702 702 1407 1458 1407 1407 1407 1407 1407 1716 1407 1458 1458 1458 1458
    1335 1466 1335
"""
_CODES = (*_ASCII, *_LATIN)
_OTHERS = "₀₁₂₃₄₅₆₇₈₉₋ₜ−–…‹›Σσ⊙∞→←⁽⁾⁴⁵⁶⁷⁸ᵢₕₓₛₒᵤ⋮⋯ⱼ"
_REGULAR_OTHERS = (
    "821 821 821 821 821 821 821 821 821 821 1081 604 1716 1024 2048 819 819 1294 1298 1716 1706 1716"
    " 1716 503 503 821 821 821 821 821 366 828 909 764 847 829 2048 2048 358"
)
_BOLD_OTHERS = (
    "897 897 897 897 897 897 897 897 897 897 1081 794 1716 1024 2048 844 844 1399 1595 1716 1706 1716"
    " 1716 590 590 897 897 897 897 897 449 933 845 780 999 933 2048 2048 449"
)
_ADVANCE: dict[bool, dict[str, int]] = {
    False: dict(zip((*map(chr, _CODES), *_OTHERS), map(int, (_REGULAR + _REGULAR_OTHERS).split()), strict=True)),
    True: dict(zip((*map(chr, _CODES), *_OTHERS), map(int, (_BOLD + _BOLD_OTHERS).split()), strict=True)),
}
_OTHER = 2048  # what is not in the table is taken to be as wide as it is high, wider than nearly every letter


@lru_cache(maxsize=8192)
def _advance(string: str, bold: bool) -> float:
    table = _ADVANCE[bold]
    return sum(table.get(character, _OTHER) for character in string) / _EM


def text_width(string: str, size: float, bold: bool = False) -> float:
    """The width of one line in pixels at a font size in pixels; without kerning, so rather too wide."""
    return _advance(string, bold) * size


def fitted(string: str, room: float, size: float, bold: bool = False) -> str:
    """The string, or as much of its beginning as fits with “…” after it, or nothing."""
    if text_width(string, size, bold) <= room:
        return string
    for stop in range(min(len(string) - 1, int(room / (0.25 * size)) + 1), 0, -1):
        shorter = string[:stop].rstrip() + "…"
        if text_width(shorter, size, bold) <= room:
            return shorter
    return ""


def first_fitting(texts: tuple[str, ...], room: float, size: float) -> str:
    """The first of some wordings, the longest first, that is not wider than the room; the last is cut if need be."""
    for text in texts[:-1]:
        if text_width(text, size) <= room:
            return text
    return fitted(texts[-1], room, size)
