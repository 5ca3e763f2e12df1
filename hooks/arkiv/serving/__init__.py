"""The preview: the site of today's files on this machine, for whoever writes, with every choice of level.

Bench makes sites, Workshop decides which and when, Watch sees that files change, and the server shows
what there is with a bar in each page. Nothing is published, and nothing is written but in a temporary folder.
"""

from arkiv.serving.bench import Bench
from arkiv.serving.choices import Choice
from arkiv.serving.server import PortTaken, PreviewServer
from arkiv.serving.session import serve, session

__all__ = ["Bench", "Choice", "PortTaken", "PreviewServer", "serve", "session"]
