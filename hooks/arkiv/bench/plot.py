"""Cold builds as a picture: seconds against the number of minutes, both on logarithmic scales."""

from collections.abc import Sequence
from math import ceil, floor, log10
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from arkiv.bench.comparing import COLD, Work
from arkiv.bench.peers import PEERS

WIDTH, HEIGHT = 720, 420
LEFT, RIGHT, TOP, BOTTOM = 60, 250, 20, 45

# One look a line, which can be told apart without colour: contrast is at least 4.5:1 on white.
_LOOKS = (("#0b5394", "none"), ("#a61c00", "6 3"), ("#38761d", "2 3"), ("#674ea7", "9 3 2 3"))
_MARKS = 4


def plot(work: Sequence[Work]) -> str:
    """An SVG of every program's cold build at every size."""
    names = [COLD, *(peer.name for peer in PEERS)]
    lines = {name: [(one.minutes, one.seconds) for one in work if one.name == name] for name in names}
    points = [point for line in lines.values() for point in line]
    axes = _Axes([minutes for minutes, _ in points], [seconds for _, seconds in points])
    box = {"viewBox": f"0 0 {WIDTH} {HEIGHT}", "width": str(WIDTH), "height": str(HEIGHT)}
    root = Element(
        "svg", {"xmlns": "http://www.w3.org/2000/svg", "role": "img", "font-family": "sans-serif", **box}
    )
    SubElement(root, "title").text = "Seconds of a cold build against the number of minutes"
    SubElement(root, "rect", {"width": "100%", "height": "100%", "fill": "#fff"})
    axes.draw(root)
    for number, (name, line) in enumerate(lines.items()):
        if line:
            axes.line(root, number, "arkiv (hides and audits)" if name == COLD else name, line)
    indent(root)
    return tostring(root, encoding="unicode") + "\n"


class _Axes:
    """Two logarithmic axes, from a power of ten to a power of ten."""

    def __init__(self, minutes: Sequence[int], seconds: Sequence[float]) -> None:
        self._x = floor(log10(min(minutes))), max(ceil(log10(max(minutes))), floor(log10(min(minutes))) + 1)
        self._y = floor(log10(min(seconds))), max(ceil(log10(max(seconds))), floor(log10(min(seconds))) + 1)

    def at(self, minutes: float, seconds: float) -> tuple[float, float]:
        """Where a point lies in the picture."""
        across = (log10(minutes) - self._x[0]) / (self._x[1] - self._x[0])
        up = (log10(seconds) - self._y[0]) / (self._y[1] - self._y[0])
        return LEFT + across * (WIDTH - LEFT - RIGHT), HEIGHT - BOTTOM - up * (HEIGHT - TOP - BOTTOM)

    def draw(self, root: Element) -> None:
        """The scales, with a line at every power of ten."""
        for power in range(self._x[0], self._x[1] + 1):
            x, y = self.at(10**power, 10 ** self._y[0])
            _line(root, x, y, x, TOP)
            _text(root, x, y + 18, f"{10**power:,}".replace(",", " "), "middle")
        for power in range(self._y[0], self._y[1] + 1):
            x, y = self.at(10 ** self._x[0], 10**power)
            _line(root, x, y, WIDTH - RIGHT, y)
            _text(root, x - 8, y + 4, f"{10**power:g} s", "end")
        _text(root, LEFT + (WIDTH - LEFT - RIGHT) / 2, HEIGHT - 8, "minutes in the archive", "middle")

    def line(self, root: Element, number: int, name: str, points: Sequence[tuple[int, float]]) -> None:
        """One program, with its name where its line ends."""
        colour, dashes = _LOOKS[number % len(_LOOKS)]
        places = [self.at(*point) for point in sorted(points)]
        path = " ".join(f"{x:.1f},{y:.1f}" for x, y in places)
        look = {"fill": "none", "stroke": colour, "stroke-width": "2", "stroke-dasharray": dashes}
        SubElement(root, "polyline", {"points": path, **look})
        for x, y in places:
            SubElement(root, "circle", {"cx": f"{x:.1f}", "cy": f"{y:.1f}", "r": str(_MARKS), "fill": colour})
        x, y = places[-1]
        _text(root, x + 10, y + 4, name, "start", colour)


def _line(root: Element, x1: float, y1: float, x2: float, y2: float) -> None:
    ends = {"x1": f"{x1:.1f}", "y1": f"{y1:.1f}", "x2": f"{x2:.1f}", "y2": f"{y2:.1f}"}
    SubElement(root, "line", {**ends, "stroke": "#ccc"})


def _text(root: Element, x: float, y: float, text: str, anchor: str, colour: str = "#333") -> None:
    place = {"x": f"{x:.1f}", "y": f"{y:.1f}", "text-anchor": anchor, "font-size": "12", "fill": colour}
    SubElement(root, "text", place).text = text
